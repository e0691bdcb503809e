"""Builders and in-memory ports for triage's cases."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from services.triage.application.announcements import case_id_of
from services.triage.application.ports import Alarm, CaseFilter, Narrative, OpenedCase
from services.triage.domain.actions import Action
from services.triage.domain.case import Case, Handover, HeldFlag, Owner, Standing
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.move import Actor, Ending, Grounds, Move, Offer
from services.triage.domain.timers import wake_at
from services.triage.domain.timing import Timing
from shared.contracts.event import Event
from shared.runtime.ids import new_id

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

OFFICER = Actor("officer-1", frozenset({"officer"}))
SUPERVISOR = Actor("supervisor-1", frozenset({"supervisor"}))
HOUSING = Actor("housing-1", frozenset({"partner"}), "housing")
POLICE = Actor("police-1", frozenset({"partner"}), "police")
TRAINED = Actor("officer-2", frozenset({"officer", "dash_trained"}))
SECOND_SUPERVISOR = Actor("supervisor-2", frozenset({"supervisor"}))

_GRADE = {4: "PRIORITY", 3: "STANDARD"}

timing = Timing()
"""Clocks that know of no bank holidays."""

LOWERED = Grounds("What the visit showed.", "To leave it as it is; to lower it.", "risk_reassessed")
"""What a lowering rests on."""


def a_case(*, level: int = 2, blocking: Sequence[str] = (), **changes: Any) -> Case:
    """An open case at a level, with these blocking flags."""
    report_id = new_id()
    standing = Standing(
        level=level,
        grade=_GRADE.get(level, "PLANNED"),
        lead_role="council.community_safety",
        due_at=NOON + timedelta(days=2),
        community_allowed=level <= 2 and not blocking,
    )
    case = Case(
        id=case_id_of(report_id),
        report_id=report_id,
        concern_id=report_id,
        correlation_id=new_id(),
        category="nui.rowdy_gathering",
        areas=("X01",),
        opened_at=NOON,
        standing=standing,
        owner=Owner(standing.lead_role),
        flags=tuple(HeldFlag(flag, "probable", blocking=True) for flag in blocking),
    )
    case = replace(case, **changes)
    return replace(case, wake_at=wake_at(case, timing))


#: What a person says who closes a case at level 4.
AGREED = Ending(held_by_agency=True, victim_consulted="yes")


def a_handover(to: str = "housing") -> Handover:
    """A hand-over that waits for an answer."""
    return Handover(
        id=new_id(),
        from_agency="council",
        to_agency=to,
        to_role="landlord",
        basis="public_task",
        offered_by=OFFICER.subject,
        offered_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )


def an_offer(to: str = "housing", basis: str = "public_task") -> Offer:
    """An offer to an agency."""
    return Offer(new_id(), to, "landlord", basis)


def a_move(action: Action, actor: Actor = OFFICER, **changes: Any) -> Move:
    """A move that says why."""
    return replace(Move(action, actor, "because the test says so", NOON), **changes)


@dataclass(slots=True)
class InMemoryCases:
    """Cases in a dictionary, held to the same suite as the real ones."""

    stored: dict[UUID, Case] = field(default_factory=dict)
    decisions: dict[UUID, Mapping[str, Any]] = field(default_factory=dict)
    announced: list[Event] = field(default_factory=list)

    async def add(self, opened: Sequence[OpenedCase]) -> Sequence[Case]:
        new = [one for one in opened if one.case.id not in self.stored]
        for one in new:
            self.stored[one.case.id] = one.case
            self.decisions[one.case.id] = one.decision
            self.announced.append(one.announcing)
        return [one.case for one in new]

    async def get(self, case_id: UUID) -> Case:
        if case_id not in self.stored:
            raise CaseNotFoundError(f"There is no case {case_id}.")
        return self.stored[case_id]

    async def decision(self, case_id: UUID) -> Mapping[str, Any]:
        await self.get(case_id)
        return self.decisions[case_id]

    async def save(self, case: Case, *, announcing: Sequence[Event]) -> None:
        if (await self.get(case.id)).version != case.version - 1:
            raise StaleCaseError("The case has moved on since it was read.")
        self.stored[case.id] = case
        self.announced.extend(announcing)

    async def list(self, wanted: CaseFilter) -> Sequence[Case]:
        found = sorted(self.stored.values(), key=lambda case: case.id, reverse=True)
        chosen = [
            case
            for case in found
            if wanted.state in (None, case.state.value)
            and wanted.level in (None, case.standing.level)
            and (wanted.before is None or case.id < wanted.before)
            and wanted.sight.covers(case)
        ]
        return chosen[: wanted.limit]

    async def waking(self, before: datetime) -> AsyncIterator[Alarm]:
        for case in list(self.stored.values()):
            offered_at = case.handover.offered_at if case.handover else None
            if case.wake_at is not None and (case.wake_at < before or offered_at):
                yield Alarm(case.id, case.wake_at, offered_at)


@dataclass(slots=True)
class InMemoryNarratives:
    """Words by report; what is not there has none, and `error` is what asking brings."""

    words: dict[UUID, str] = field(default_factory=dict)
    error: Exception | None = None

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        if self.error:
            raise self.error
        return {report_id: Narrative(self.words.get(report_id)) for report_id in report_ids}
