"""T0 on a running service: words that were unread are read again, new evidence is weighed, and nothing ever falls."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import orjson
import pytest

from services.triage.adapters.http_narratives import NarrativesUnavailableError
from services.triage.application.announcements import case_id_of
from services.triage.application.evidence import Evidence
from services.triage.application.ports import Narrative
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case, Watch
from services.triage.domain.move import Grounds
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportMessaged, ReportSubmitted
from shared.runtime.ids import new_id
from tests.support.cases import NOON, OFFICER, SECOND_SUPERVISOR, SUPERVISOR, a_move
from tests.support.events import a_report
from tests.support.triage import Triage, triage

KNIFE = "he has a knife and he is outside my door"
HARMLESS = "the bins in the park are overflowing"


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def an_unread_alarm(service: Triage) -> ReportSubmitted:
    """An urgent report that was decided while its words could not be had."""
    report = a_report(danger=("text.weapon",))
    service.narratives.error = NarrativesUnavailableError("out")
    await service.parts.use_cases.triage_urgent_reports([report])
    service.narratives.error = None
    return report


async def case_of(service: Triage, report: ReportSubmitted) -> Case:
    return await service.parts.use_cases.cases.get(case_id_of(report.report_id))


async def document_of(service: Triage, report: ReportSubmitted) -> dict[str, object]:
    found = await service.database.collection("cases").get(case_id_of(report.report_id))
    assert found is not None
    return found


async def escalations(service: Triage, report: ReportSubmitted) -> list[Mapping[str, object]]:
    document = await document_of(service, report)
    events = [entry["event"] for entry in document["outbox"]]  # type: ignore[attr-defined]  # a document is loose
    return [event for event in events if "escalated" in str(event)]


async def test_what_was_unread_is_marked_in_the_store_until_it_is_read(service: Triage) -> None:
    report = await an_unread_alarm(service)
    assert (await document_of(service, report))["unread_since"] == report.received_at

    service.narratives.words[report.report_id] = KNIFE
    assert await service.parts.rereading.look() == 1

    assert (await document_of(service, report))["unread_since"] is None
    assert await service.parts.rereading.look() == 0


async def test_words_read_late_bring_their_flags_and_are_announced_as_risen(service: Triage) -> None:
    report = await an_unread_alarm(service)
    service.narratives.words[report.report_id] = KNIFE

    await service.parts.rereading.look()

    case = await case_of(service, report)
    assert "weapon" in {flag.flag for flag in case.flags}
    assert case.standing.level == 4
    assert case.history[-1].action == "risk_rose"
    assert "The words have been read now" in case.history[-1].reason
    assert len(await escalations(service, report)) == 1


async def test_harmless_words_lower_nothing_and_announce_nothing(service: Triage) -> None:
    report = await an_unread_alarm(service)
    before = await case_of(service, report)
    service.narratives.words[report.report_id] = HARMLESS

    await service.parts.rereading.look()

    after = await case_of(service, report)
    assert after.standing == before.standing
    assert after.flags == before.flags
    assert after.history[-1].action == "reassessed"
    assert await escalations(service, report) == []


async def test_the_new_record_names_the_old_one_which_is_kept(service: Triage) -> None:
    report = await an_unread_alarm(service)
    first = (await document_of(service, report))["decision"]
    service.narratives.words[report.report_id] = KNIFE

    await service.parts.rereading.look()

    document = await document_of(service, report)
    record = orjson.loads(str(document["decision"]))
    assert document["earlier_decisions"] == [first]
    assert record["previous_decision_id"] == orjson.loads(str(first))["decision_id"]
    assert record["supersedes_reason"] == "words_read"
    assert (await case_of(service, report)).decision_id == UUID(record["decision_id"])


async def test_while_reporting_is_out_the_mark_stays(service: Triage) -> None:
    report = await an_unread_alarm(service)
    service.narratives.error = NarrativesUnavailableError("still out")

    with pytest.raises(NarrativesUnavailableError):
        await service.parts.rereading.look()

    assert (await document_of(service, report))["unread_since"] is not None


@dataclass(frozen=True)
class NoLongerKept:
    """Reporting answers, and has no words any more."""

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        return dict.fromkeys(report_ids, Narrative(None, unread=True))


async def test_words_that_are_gone_are_not_asked_for_for_ever(service: Triage) -> None:
    report = await an_unread_alarm(service)
    reassess = replace(service.parts.use_cases.reassess_cases, narratives=NoLongerKept())

    assert await reassess.read(case_id_of(report.report_id))

    case = await case_of(service, report)
    assert (await document_of(service, report))["unread_since"] is None
    assert case.standing.level == 4
    assert "a person has to ask" in case.history[-1].reason


async def test_a_second_replica_finds_nothing_left_to_do(service: Triage) -> None:
    report = await an_unread_alarm(service)
    service.narratives.words[report.report_id] = KNIFE
    reassess = service.parts.use_cases.reassess_cases

    done = [await reassess.read(case_id_of(report.report_id)) for _ in range(2)]

    assert done == [True, False]
    assert len(await escalations(service, report)) == 1


def a_message(text_id: UUID | None = None, **fields: object) -> Evidence:
    """What somebody told later; its words are under its own id."""
    source = text_id or new_id()
    told = IntakeFields.model_validate(fields)
    return Evidence(source, NOON, told, has_text=text_id is not None, kind="message")


def told(report: ReportSubmitted, *, has_text: bool = False, **fields: object) -> ReportSubmitted:
    """The report with these fields, and words only if it is said."""
    return report.model_copy(update={"intake": IntakeFields.model_validate(fields), "has_text": has_text})


async def a_case(service: Triage, words: str = HARMLESS) -> ReportSubmitted:
    report = told(a_report(), has_text=True, category="env.litter")
    service.narratives.words[report.report_id] = words
    await service.parts.use_cases.triage_reports([report])
    return report


async def test_a_later_message_raises_and_the_same_message_again_changes_nothing(service: Triage) -> None:
    report = await a_case(service)
    message = a_message(new_id())
    service.narratives.words[message.source] = KNIFE
    more = service.parts.use_cases.reassess_cases.more

    assert await more(case_id_of(report.report_id), message)
    raised = await case_of(service, report)
    assert not await more(case_id_of(report.report_id), message)

    assert raised.standing.level == 4
    assert not raised.standing.community_allowed
    assert await case_of(service, report) == raised
    assert len(await escalations(service, report)) == 1


async def test_a_report_of_anothers_concern_counts_as_its_next_occurrence(service: Triage) -> None:
    first = told(a_report(1), category="env.noise_domestic", repeat_count=2)
    again = told(a_report(2, concern=first.report_id), category="env.noise_domestic")
    await service.parts.use_cases.triage_reports([first])
    assert (await case_of(service, first)).standing.level == 2

    await service.parts.use_cases.triage_reports([again])
    await service.parts.use_cases.triage_reports([again])

    case = await case_of(service, first)
    assert case.standing.level == 3
    assert [entry.action for entry in case.history] == ["risk_rose"]


async def test_what_people_decided_stands_until_something_rises(service: Triage) -> None:
    report = await a_case(service, KNIFE)
    case = await case_of(service, report)
    for supervisor in (SUPERVISOR, SECOND_SUPERVISOR):
        grounds = Grounds("officer's visit", "none needed", "risk_reassessed")
        move = a_move(Action.LOWER, supervisor, level=3, grounds=grounds)
        case = await service.parts.use_cases.casework.move_case(case.id, case.version, move)
    assert case.standing.level == 3
    more = service.parts.use_cases.reassess_cases.more

    await more(case.id, a_message(impact="none"))
    assert (await case_of(service, report)).standing.level == 3

    await more(case.id, a_message(hate_perceived="yes"))
    assert (await case_of(service, report)).standing.level == 4


async def test_a_closed_case_is_taken_up_again_when_the_risk_rose_and_only_then(service: Triage) -> None:
    report = await a_case(service)
    case = await case_of(service, report)
    await service.parts.use_cases.casework.move_case(case.id, case.version, a_move(Action.CLOSE, OFFICER))
    more = service.parts.use_cases.reassess_cases.more

    await more(case.id, a_message(support_network="ok"))
    assert (await case_of(service, report)).state is State.CLOSED

    await more(case.id, a_message(weapon="yes"))
    case = await case_of(service, report)
    assert (case.state, case.standing.level, case.outcome) == (State.OPEN, 4, None)


@pytest.mark.parametrize("closed", [False, True])
async def test_risk_that_rose_long_after_gives_a_case_a_due_time_that_has_not_passed(
    service: Triage, *, closed: bool
) -> None:
    report = await a_case(service)
    held = await case_of(service, report)
    past = replace(held.standing, due_at=NOON - timedelta(days=400))
    missed = replace(held, standing=past, watch=Watch(overdue_for=past.due_at), version=2)
    await service.parts.use_cases.cases.save(missed, announcing=[])
    if closed:
        await service.parts.use_cases.casework.move_case(held.id, 2, a_move(Action.CLOSE, OFFICER))

    await service.parts.use_cases.reassess_cases.more(held.id, a_message(weapon="yes"))

    risen = await case_of(service, report)
    assert (risen.state, risen.watch.overdue_for) == (State.OPEN, None)
    assert risen.standing.due_at > risen.history[-1].at


async def test_evidence_about_a_case_that_is_not_here_is_left_alone(service: Triage) -> None:
    assert not await service.parts.use_cases.reassess_cases.more(new_id(), a_message())


def written_about(
    report: ReportSubmitted, *, written_by: str = "reporter", danger: tuple[str, ...] = ()
) -> ReportMessaged:
    return ReportMessaged(
        event_id=new_id(), occurred_at=NOON, correlation_id=report.report_id, concern_id=report.report_id,
        report_id=report.report_id, message_id=new_id(), written_by=written_by, danger_signals=danger,
    )  # fmt: skip


async def test_what_a_reporter_writes_later_is_weighed_with_the_report(service: Triage) -> None:
    report = a_report()
    await service.parts.use_cases.triage_reports([report])
    message = written_about(report)
    service.narratives.words[message.message_id] = KNIFE

    await service.parts.use_cases.reassess_cases.written([message])
    await service.parts.use_cases.reassess_urgently.written([replaced_id(message)])

    case = await case_of(service, report)
    assert case.standing.level == 4
    assert len(await escalations(service, report)) == 1


def replaced_id(message: ReportMessaged) -> ReportMessaged:
    """The same message as its second announcement tells of it."""
    return message.model_copy(update={"event_id": new_id(), "urgent": True})


async def test_an_urgent_message_does_not_wait_for_its_words_and_they_are_read_later(service: Triage) -> None:
    report = a_report()
    await service.parts.use_cases.triage_reports([report])
    message = written_about(report, danger=("text.weapon",))
    service.narratives.error = NarrativesUnavailableError("out")
    await service.parts.use_cases.reassess_urgently.written([message])
    unread = await case_of(service, report)
    assert unread.standing.level > 1
    assert (await document_of(service, report))["unread_since"] == NOON

    service.narratives.error = None
    service.narratives.words[message.message_id] = KNIFE
    assert await service.parts.rereading.look() == 1
    assert "weapon" in {flag.flag for flag in (await case_of(service, report)).flags}


async def test_what_the_team_writes_is_no_evidence_and_a_message_before_its_case_is_left(service: Triage) -> None:
    report = a_report()
    await service.parts.use_cases.reassess_cases.written([written_about(report)])
    await service.parts.use_cases.triage_reports([report])
    before = await case_of(service, report)
    await service.parts.use_cases.reassess_cases.written([written_about(report, written_by="team")])

    assert await case_of(service, report) == before
