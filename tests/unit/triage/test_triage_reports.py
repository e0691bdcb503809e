"""From submitted reports to cases."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from uuid import UUID

import pytest

from services.triage.adapters.http_narratives import ImpatientNarratives, NarrativesUnavailableError
from services.triage.adapters.policy_in_force import policy_in_force
from services.triage.application.open_case import opened_case
from services.triage.application.ports import Narrative
from services.triage.application.triage_reports import TriageReports
from services.triage.domain.case import Case
from services.triage.domain.policy import Policy
from shared.contracts.triage import CaseOpened
from tests.support.cases import InMemoryCases, InMemoryNarratives
from tests.support.events import a_report
from tests.support.triage import StoppedClock


class Counted(list[Case]):
    """A tally that keeps what it counted."""

    repetitions = 0

    def opened(self, case: Case) -> None:
        self.append(case)

    def repeated(self, reports: int) -> None:
        self.repetitions += reports


@pytest.fixture(scope="module")
def policy() -> Policy:
    return policy_in_force()


def triaging(policy: Policy, narratives: InMemoryNarratives) -> tuple[InMemoryCases, Counted, TriageReports]:
    cases, counted = InMemoryCases(), Counted()
    return cases, counted, TriageReports(cases, narratives, policy, StoppedClock(), counted)


async def test_a_report_becomes_a_case_that_says_why(policy: Policy) -> None:
    report = a_report()
    cases, counted, triage = triaging(policy, InMemoryNarratives({report.report_id: "one lad had a knife"}))

    await triage([report])

    opened = cases.announced[0]
    assert isinstance(opened, CaseOpened)
    assert opened.level == 4
    assert "weapon" in {flag.flag for flag in opened.flags}
    assert not opened.community.allowed
    assert any(reason.rule == "H02" for reason in opened.reasons)
    assert [case.report_id for case in counted] == [report.report_id]


async def test_a_batch_delivered_twice_opens_each_case_once(policy: Policy) -> None:
    batch = [a_report(number) for number in range(3)]
    cases, counted, triage = triaging(policy, InMemoryNarratives())

    await triage([*batch, batch[0]])
    await triage(batch)

    assert len(cases.announced) == len(counted) == 3
    assert counted.repetitions == 4


async def test_while_words_cannot_be_had_a_routine_report_waits(policy: Policy) -> None:
    cases, _, triage = triaging(policy, InMemoryNarratives(error=NarrativesUnavailableError("out")))

    with pytest.raises(NarrativesUnavailableError):
        await triage([a_report()])

    assert cases.announced == []


async def test_an_urgent_report_does_not_wait_and_goes_to_a_person(policy: Policy) -> None:
    cases, counted = InMemoryCases(), Counted()
    words = ImpatientNarratives(InMemoryNarratives(error=NarrativesUnavailableError("out")), 0.01)
    triage = TriageReports(cases, words, policy, StoppedClock(), counted)

    await triage([a_report(danger=["weapon-now"])])

    opened = cases.announced[0]
    assert isinstance(opened, CaseOpened)
    assert opened.human_required
    assert opened.level >= 2
    assert not opened.community.allowed
    assert any(reason.rule == "U4" for reason in opened.reasons)


def test_the_same_report_gets_the_same_bytes(policy: Policy) -> None:
    report, words = a_report(7), Narrative("Music thumping while gone midnight, nobody hurt")

    first, second = (opened_case(report, words, policy) for _ in range(2))

    assert json.dumps(first.decision, sort_keys=True) == json.dumps(second.decision, sort_keys=True)
    assert first.announcing == second.announcing


def test_no_word_of_the_report_is_in_what_is_stored_or_announced(policy: Policy) -> None:
    words = "Zebulon Quillfeather at 07700 900123 waved a machete"

    opened = opened_case(a_report(), Narrative(words), policy)

    kept = json.dumps(opened.decision) + opened.announcing.model_dump_json()
    assert not [word for word in words.split() if len(word) > 4 and word.lower() in kept.lower()]


async def test_words_that_are_gone_are_not_taken_for_none(policy: Policy) -> None:
    class Gone(InMemoryNarratives):
        async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
            return {}

    cases, _, triage = triaging(policy, Gone())

    await triage([a_report()])

    opened = cases.announced[0]
    assert isinstance(opened, CaseOpened)
    assert opened.human_required
    assert not opened.community.allowed


async def test_an_alarm_that_no_flag_explains_goes_to_a_person(policy: Policy) -> None:
    report = a_report(danger=["text.something"])
    cases, _, triage = triaging(policy, InMemoryNarratives({report.report_id: "The bins are overflowing"}))

    await triage([report])

    opened = cases.announced[0]
    assert isinstance(opened, CaseOpened)
    assert opened.level == 3
    assert opened.grade == "PRIORITY"
    assert not opened.community.allowed
    assert "I1" in {reason.rule for reason in opened.reasons}


async def test_an_alarm_whose_words_are_unread_counts_as_danger_now(policy: Policy) -> None:
    cases, counted = InMemoryCases(), Counted()
    words = ImpatientNarratives(InMemoryNarratives(error=NarrativesUnavailableError("out")), 0.01)

    await TriageReports(cases, words, policy, StoppedClock(), counted)([a_report(danger=["text.something"])])

    opened = cases.announced[0]
    assert isinstance(opened, CaseOpened)
    assert (opened.level, opened.grade) == (4, "EMERGENCY")


async def test_nothing_is_opened_before_there_is_room_to_announce_it(policy: Policy) -> None:
    cases, room, asked = InMemoryCases(), asyncio.Event(), asyncio.Event()

    async def when_there_is_room() -> None:
        asked.set()
        await room.wait()

    triage = TriageReports(cases, InMemoryNarratives(), policy, StoppedClock(), Counted(), when_there_is_room)
    batch = asyncio.create_task(triage([a_report()]))
    await asked.wait()
    opened_early = list(cases.announced)
    room.set()
    await batch

    assert opened_early == []
    assert len(cases.announced) == 1


async def test_others_get_their_turn_while_a_batch_is_assessed(policy: Policy) -> None:
    ticks = 0

    async def ticking() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    reports = [a_report(number) for number in range(200)]
    words = InMemoryNarratives(
        {report.report_id: "Music thumping while gone midnight, every night" for report in reports}
    )
    _, _, triage = triaging(policy, words)
    other = asyncio.create_task(ticking())
    await triage(reports)
    other.cancel()

    assert ticks > 3
