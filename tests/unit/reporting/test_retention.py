from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from services.reporting.adapters.folder_files import FolderFiles
from services.reporting.application.keep_to_schedule import KeepToSchedule, Pass
from services.reporting.bootstrap import keep_to_schedule_of, seals_of
from services.reporting.domain.personal import Part
from services.reporting.domain.retention import SCHEDULE, due
from services.reporting.domain.standing import KEPT_FLAGS, Standing
from services.reporting.entrypoints.retention_commands import retention_commands
from shared.contracts.triage import CaseClosed, CaseReopened, FlagRaised
from shared.persistence.errors import StoreUnavailableError
from tests.support.case_events import case_event, heard, opened
from tests.support.memory_store import Fault
from tests.support.reporting import NOON, REPORT, Reporting, running_reporting, settings

ALL = frozenset(Part)
WITH_ALL = REPORT | {"contact": {"email": "ada@example.org"}, "location": {"lat": 53.6, "lon": -1.7}}
UNCLEAR = FlagRaised(flag="unclear_needs_contact", confidence="probable", blocking=True)


def schedule_of(reporting: Reporting) -> KeepToSchedule:
    files = FolderFiles(settings().photos.folder)
    return keep_to_schedule_of(reporting.database, seals_of(settings()), files, reporting.clock)


async def closed(reporting: Reporting, level: int, body: Any = WITH_ALL, **details: Any) -> str:
    report_id: str = (await reporting.post(body)).json()["id"]
    case = {"level": level, **details}
    await heard(
        reporting, opened(report_id, **case), case_event(CaseClosed, report_id, 9, outcome="resolved", level=level)
    )
    return report_id


async def personal_parts(reporting: Reporting, report_id: str) -> set[str]:
    return {"contact", "text", "place"} & (await reporting.document(report_id)).keys()


@pytest.mark.parametrize(
    ("standing", "days", "rule"),
    [
        (Standing(1), 364, None),
        (Standing(2), 365, "RT2"),
        (Standing(2, flags=("unclear_needs_contact",)), 183, "RT1"),
        (Standing(1, flags=("no_behaviour_described",)), 182, None),
        (Standing(3), 2191, None),
        (Standing(3), 2192, "RT3"),
        (Standing(3, flags=("unclear_needs_contact",)), 400, None),
        (None, 2191, None),
        (None, 2192, "RT3"),
        (Standing(4), 40_000, None),
    ],
)
def test_the_schedule_says_when_words_go(standing: Standing | None, days: int, rule: str | None) -> None:
    found = due(standing, NOON, NOON + timedelta(days=days), ALL)

    assert (found.id if found else None) == rule


@given(
    level=st.integers(1, 4),
    flags=st.sets(st.sampled_from(sorted(KEPT_FLAGS))),
    days=st.integers(0, 5_000),
    more=st.integers(0, 5_000),
)
def test_what_is_due_stays_due_and_a_lower_level_is_never_kept_longer(
    level: int, flags: set[str], days: int, more: int
) -> None:
    def goes(at_level: int, after: int) -> bool:
        standing = Standing(at_level, flags=tuple(sorted(flags)))
        return due(standing, NOON, NOON + timedelta(days=after), ALL) is not None

    assert not goes(level, days) or goes(level, days + more)
    assert level == 1 or not goes(level, days) or goes(level - 1, days)


def test_nothing_is_due_while_a_report_is_open_or_when_nothing_is_left() -> None:
    assert due(Standing(1), None, NOON + timedelta(days=9_999), ALL) is None
    assert due(Standing(1), NOON, NOON + timedelta(days=9_999), frozenset()) is None


def test_each_rule_has_an_id_and_a_reason_of_its_own() -> None:
    assert len({rule.id for rule in SCHEDULE}) == len({rule.because for rule in SCHEDULE}) == len(SCHEDULE)


async def test_a_pass_removes_what_is_due_and_leaves_a_tombstone_and_the_derived_fields() -> None:
    async with running_reporting() as reporting:
        old, serious, grave = [await closed(reporting, level) for level in (2, 3, 4)]
        unclear = await closed(reporting, 2, flags=(UNCLEAR,))
        open_still = (await reporting.post(WITH_ALL)).json()["id"]
        await heard(reporting, opened(open_still))
        reporting.clock.forward(days=200)
        first = await schedule_of(reporting)()
        reporting.clock.forward(days=200)
        foreseen = await schedule_of(reporting).foreseen()
        second = await schedule_of(reporting)()

        assert dict(first.minimised) == {"RT1": 1}
        assert dict(foreseen.minimised) == dict(second.minimised) == {"RT2": 1}
        assert [await personal_parts(reporting, one) for one in (old, unclear)] == [set(), set()]
        for kept in (serious, grave, open_still):
            assert await personal_parts(reporting, kept) == {"contact", "text", "place"}
        document = await reporting.document(old)
        assert document["removed"][0]["why"] == "RT2"
        assert document["intake"]["category"] == REPORT["category"]
        assert dict((await schedule_of(reporting)()).minimised) == {}, "what is gone is not removed again"


async def test_a_report_that_was_taken_up_again_is_kept() -> None:
    async with running_reporting() as reporting:
        report_id = await closed(reporting, 1)
        again = case_event(CaseReopened, report_id, 20, level=1, grade="PLANNED", due_at=NOON, lead_role="officer",
                           reason_code="not_resolved")  # fmt: skip
        await heard(reporting, again)
        reporting.clock.forward(days=4_000)
        await schedule_of(reporting)()

        assert await personal_parts(reporting, report_id) == {"contact", "text", "place"}


async def test_a_pass_that_was_broken_off_goes_on_and_one_that_ended_begins_again() -> None:
    async with running_reporting() as reporting:
        ids = [await closed(reporting, 1) for _ in range(6)]
        reporting.clock.forward(days=400)
        schedule = schedule_of(reporting)
        in_order = [UUID(report_id) for report_id in sorted(ids)]
        await schedule.passes.save(Pass(NOON, after=in_order[2], seen=3))

        passing = await schedule()
        assert (passing.seen, dict(passing.minimised)) == (6, {"RT2": 3})
        assert await schedule.passes.unfinished() is None
        assert dict((await schedule()).minimised) == {"RT2": 3}, "a new pass looks at all"


async def test_a_pass_that_the_store_interrupts_is_simply_made_again() -> None:
    async with running_reporting() as reporting:
        ids = [await closed(reporting, 1) for _ in range(3)]
        reporting.clock.forward(days=400)
        reporting.database.faults.plan(Fault("update_one", after_effect=True, collection="reports"))
        with pytest.raises(StoreUnavailableError):
            await schedule_of(reporting)()
        await schedule_of(reporting)()

        assert [await personal_parts(reporting, report_id) for report_id in ids] == [set()] * 3


class Noted:
    def __init__(self) -> None:
        self.passing = Pass(datetime(2026, 1, 1))  # noqa: DTZ001 - never compared
        self.passing.minimised["RT2"] = 7
        self.passing.seen = 9

    def run(self) -> Pass:
        return self.passing

    def foreseen(self) -> Pass:
        return self.passing


@pytest.mark.parametrize(("command", "said"), [("run", "removed"), ("due", "to remove")])
def test_the_command_tells_what_it_did_by_rule(command: str, said: str) -> None:
    result = CliRunner().invoke(retention_commands(Noted()), [command])

    assert result.exit_code == 0
    assert f"7 {said}" in result.output
    assert "9 reports" in result.output
