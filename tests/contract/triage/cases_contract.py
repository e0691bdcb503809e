"""What every home for cases must do; subclassed once per backend."""

from abc import ABC, abstractmethod
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from services.triage.application.announcements import announcements_of
from services.triage.application.ports import CaseFilter, Cases, OpenedCase
from services.triage.domain.access import may_see, sight_of
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case, Owner
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.move import PLATFORM, Actor
from services.triage.domain.moves import moved
from shared.contracts.event import Event
from shared.contracts.triage import CaseAssigned
from shared.runtime.ids import new_id
from tests.support.cases import HOUSING, NOON, OFFICER, POLICE, SUPERVISOR, a_case, a_handover, a_move, timing


def opening(case: Case) -> OpenedCase:
    announced = CaseAssigned(
        event_id=new_id(),
        occurred_at=NOON,
        correlation_id=case.correlation_id,
        concern_id=case.concern_id,
        case_id=case.id,
        report_id=case.report_id,
        level=case.standing.level,
        category=case.category,
        owner_role=case.owner.role,
    )
    return OpenedCase(case, {"level": case.standing.level}, announced)


EVERYTHING = sight_of(SUPERVISOR)
COORDINATOR = Actor("coordinator-1", frozenset({"coordinator"}))
READERS = (OFFICER, SUPERVISOR, HOUSING, POLICE, COORDINATOR, Actor("nobody-1", frozenset({"partner"})), PLATFORM)


class CasesContract(ABC):
    """The suite."""

    @abstractmethod
    async def home(self) -> Cases: ...

    @abstractmethod
    async def announced(self, cases: Cases) -> list[Event]:
        """What was announced, in order."""

    async def test_a_case_comes_back_as_it_went_in(self) -> None:
        cases, case = await self.home(), a_case(level=3, blocking=["violence"])

        added = await cases.add([opening(case)])

        assert list(added) == [case]
        assert await cases.get(case.id) == case
        assert (await cases.decision(case.id))["level"] == 3

    async def test_adding_twice_is_harmless(self) -> None:
        cases, case = await self.home(), a_case()
        await cases.add([opening(case)])

        again = await cases.add([opening(replace(case, category="env.litter"))])

        assert list(again) == []
        assert (await cases.get(case.id)).category == case.category
        assert len(await self.announced(cases)) == 1

    async def test_an_unknown_case_is_reported_as_such(self) -> None:
        cases = await self.home()

        with pytest.raises(CaseNotFoundError):
            await cases.get(new_id())
        with pytest.raises(CaseNotFoundError):
            await cases.decision(new_id())

    async def test_of_two_who_saw_the_same_version_one_saves(self) -> None:
        cases, case = await self.home(), a_case()
        await cases.add([opening(case)])
        move = a_move(Action.TAKE, OFFICER)
        after = moved(case, move, timing)

        await cases.save(after, announcing=announcements_of(case, after, move))

        with pytest.raises(StaleCaseError):
            await cases.save(after, announcing=announcements_of(case, after, move))
        assert await cases.get(case.id) == after
        assert len(await self.announced(cases)) == 2

    async def test_a_note_announces_nothing(self) -> None:
        cases, case = await self.home(), a_case()
        await cases.add([opening(case)])
        after = moved(case, a_move(Action.COMMUNITY_COMPLETED), timing)

        await cases.save(after, announcing=[])

        assert (await cases.get(case.id)).history[-1].action == "community_completed"
        assert len(await self.announced(cases)) == 1

    async def test_lists_are_filtered_and_newest_first(self) -> None:
        cases = await self.home()
        low, high, later = a_case(level=1), a_case(level=4), a_case(level=1)
        await cases.add([opening(case) for case in (low, high, later)])

        found = await cases.list(CaseFilter(level=1, sight=EVERYTHING))
        page = await cases.list(CaseFilter(limit=1, sight=EVERYTHING))
        following = await cases.list(CaseFilter(before=page[0].id, sight=EVERYTHING))

        assert {case.id for case in found} == {low.id, later.id}
        assert len(following) == 2
        assert all(case.id < page[0].id for case in following)

    @pytest.mark.parametrize(
        "reader", READERS, ids=lambda reader: " ".join((*sorted(reader.roles), str(reader.agency)))
    )
    async def test_a_list_holds_all_that_may_be_known_of_and_nothing_else(self, reader: Actor) -> None:
        cases = await self.home()
        owners = (
            Owner("lead"),
            Owner("lead", None, OFFICER.subject),
            Owner("lead", "council"),
            Owner("lead", "housing"),
        )
        every = [
            a_case(level=level, state=state, owner=owner, handover=handover)
            for level, state, owner in product((1, 3, 4), State, owners)
            for handover in (None, a_handover("housing"))
        ]
        await cases.add([opening(case) for case in every])

        found = await cases.list(CaseFilter(sight=sight_of(reader), limit=len(every)))

        assert {case.id for case in found} == {case.id for case in every if may_see(case, reader)}

    async def test_only_cases_whose_clock_runs_out_soon_wake(self) -> None:
        cases = await self.home()
        soon, later, closed = a_case(level=3), a_case(level=3, state=State.IN_HAND), a_case(state=State.CLOSED)
        offered = a_case(level=1, state=State.IN_HAND, handover=a_handover())
        await cases.add([opening(case) for case in (soon, later, closed, offered)])

        woken = {alarm.case_id: alarm async for alarm in cases.waking(soon.standing.due_at + timedelta(seconds=1))}

        assert woken.keys() == {soon.id, offered.id}
        assert woken[soon.id].at == soon.standing.due_at
        assert woken[offered.id].offered_at == NOON
