"""Patterns found as cases are opened, with every layer real but the store and the log."""

import asyncio
from datetime import timedelta

import pytest

from services.triage.adapters.mongo_history import MOST_SIGHTINGS
from services.triage.application.announcements import case_id_of
from services.triage.domain.actions import Action
from services.triage.domain.case import HeldFlag, Proposal
from services.triage.domain.move import PLATFORM, Move
from services.triage.domain.moves import moved
from services.triage.domain.patterns.repeats import MOST_INCIDENTS
from shared.contracts.reporting import ReportSubmitted
from shared.contracts.triage import CaseOpened, PatternFound
from shared.messaging.codec import event_from_stored
from shared.persistence.errors import StoreUnavailableError
from shared.persistence.store import Document
from tests.support.cases import NOON, a_case, timing
from tests.support.events import a_report
from tests.support.memory_store import Fault
from tests.support.sightings import CELL
from tests.support.triage import Triage, triage


def a_burglary(number: int, *, day: int, **intake: object) -> ReportSubmitted:
    report = a_report(number)
    return report.model_copy(
        update={
            "received_at": report.received_at + timedelta(days=day),
            "intake": report.intake.model_copy(update={"category": "crime.burglary", **intake}),
            "cell": CELL,
            "areas": ("E01011021", "E02002320", "E08000034"),
        }
    )


async def handled(service: Triage, *reports: ReportSubmitted) -> None:
    await service.parts.use_cases.triage_reports(reports)
    await told(service, *reports)


async def told(service: Triage, *reports: ReportSubmitted) -> None:
    await service.parts.use_cases.find_patterns([await opening(service, report) for report in reports])


async def opening(service: Triage, report: ReportSubmitted) -> CaseOpened:
    document = await service.database.collection("cases").get(case_id_of(report.report_id))
    assert document is not None
    event = event_from_stored(document["outbox"][0]["event"])
    assert isinstance(event, CaseOpened)
    return event


async def announced(service: Triage) -> list[PatternFound]:
    documents = [one async for one in service.database.collection("patterns").find({})]
    events = [event_from_stored(entry["event"]) for one in documents for entry in one["outbox"]]
    return [event for event in events if isinstance(event, PatternFound)]


async def flags_of(service: Triage, report: ReportSubmitted) -> dict[str, str]:
    case = await service.parts.use_cases.cases.get(case_id_of(report.report_id))
    return {held.flag: held.confidence for held in case.flags}


async def test_a_near_repeat_is_noted_on_the_case_and_told_by_area_and_month() -> None:
    first, second = a_burglary(1, day=0), a_burglary(2, day=3)
    async with triage() as service:
        await handled(service, first)
        await handled(service, second)

        told = await announced(service)
        assert [(one.kind, one.area, one.period) for one in told] == [("near_repeat", "E02002320", "2026-11")]
        assert told[0].expires_at == second.received_at + timedelta(days=14)
        assert (await flags_of(service, second))["near_repeat"] == "probable"
        assert "near_repeat" not in await flags_of(service, first)


async def test_what_is_told_leads_to_no_report_and_no_place_within_the_area() -> None:
    first, second = a_burglary(1, day=0), a_burglary(2, day=3)
    async with triage() as service:
        await handled(service, first, second)

        told = (await announced(service))[0].model_dump_json()
        for private in (CELL, "E01011021", *(str(one) for report in (first, second) for one in ids_of(report))):
            assert private not in told


def ids_of(report: ReportSubmitted) -> tuple[object, ...]:
    return report.report_id, case_id_of(report.report_id), report.event_id, report.correlation_id


async def test_a_pattern_changes_neither_level_nor_what_the_community_may_do() -> None:
    first, second = a_burglary(1, day=0), a_burglary(2, day=3)
    async with triage() as service:
        await service.parts.use_cases.triage_reports([first, second])
        before = await service.parts.use_cases.cases.get(case_id_of(second.report_id))
        await told(service, first, second)
        after = await service.parts.use_cases.cases.get(case_id_of(second.report_id))

    assert after.standing == before.standing
    assert after.state == before.state
    assert after.history[-1].action == "pattern_found"


async def test_what_is_delivered_again_changes_nothing() -> None:
    reports = [a_burglary(number, day=number) for number in range(4)]
    async with triage() as service:
        await handled(service, *reports)
        before = await everything(service)
        await told(service, *reports)
        await told(service, *reversed(reports))

        assert await everything(service) == before


async def everything(service: Triage) -> list[object]:
    names = ("cases", "history", "patterns")
    return [one for name in names async for one in service.database.collection(name).find({}, sort=[("_id", 1)])]


async def test_two_replicas_that_make_the_same_documents_lose_no_sighting() -> None:
    reports = [a_burglary(number, day=number) for number in range(6)]
    async with triage() as service:
        await service.parts.use_cases.triage_reports(reports)
        await asyncio.gather(*(told(service, report) for report in reports))

        kept = [seen for month in await months(service) for seen in month["seen"]]
        assert sorted(str(seen["report"]) for seen in kept) == sorted(str(report.report_id) for report in reports)
        assert len(await announced(service)) == 1


async def test_a_store_that_fails_half_way_leaves_the_rest_for_the_next_try() -> None:
    first, second = a_burglary(1, day=0), a_burglary(2, day=3)
    async with triage() as service:
        await handled(service, first)
        await service.parts.use_cases.triage_reports([second])
        service.database.faults.plan(Fault("insert_absent", collection="patterns"))
        with pytest.raises(StoreUnavailableError):
            await told(service, second)

        await told(service, second)

        assert len(await announced(service)) == 1
        assert "near_repeat" in await flags_of(service, second)


async def test_a_month_of_a_cell_takes_no_more_than_it_may_hold() -> None:
    async with triage() as service:
        reports = [a_burglary(number, day=0) for number in range(MOST_SIGHTINGS + 5)]
        await service.parts.use_cases.triage_reports(reports)
        await told(service, *reports)

        assert [len(month["seen"]) for month in await months(service)] == [MOST_SIGHTINGS]


async def months(service: Triage) -> list[Document]:
    return [one async for one in service.database.collection("history").find({"month": {"$exists": True}})]


async def test_of_incidents_the_last_are_remembered() -> None:
    async with triage() as service:
        reports = [a_burglary(number, day=number) for number in range(MOST_INCIDENTS + 3)]
        await handled(service, *reports)

        place = await service.database.collection("history").get(f"last:crime.burglary:{CELL}")
        assert place is not None
        assert set(place["first"]) == {one.report_id.hex for one in reports[3:]}


async def test_a_report_without_a_place_leaves_nothing() -> None:
    report = a_burglary(1, day=0).model_copy(update={"cell": None})
    async with triage() as service:
        await handled(service, report)

        assert [one async for one in service.database.collection("history").find({})] == []


async def test_what_was_said_in_words_keeps_a_private_matter_out() -> None:
    report = a_burglary(1, day=0, category="per.neighbour_dispute")
    async with triage() as service:
        service.narratives.words[report.report_id] = "my partner hits me and I am scared of him"
        await handled(service, report)

        assert [one async for one in service.database.collection("history").find({})] == []


def test_a_pattern_does_not_end_the_wait_for_a_second_person() -> None:
    case = a_case(level=4, proposal=Proposal("lower", "supervisor-1", NOON, "the threat is over"))
    flag = HeldFlag("near_repeat", "probable", blocking=False)

    after = moved(case, Move(Action.PATTERN_FOUND, PLATFORM, "nearby", NOON, flag=flag), timing)

    assert after.proposal == case.proposal
    assert flag in after.flags
