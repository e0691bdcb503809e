"""Builders and in-memory ports for triage's cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from services.triage.application.announcements import case_id_of
from services.triage.application.ports import CaseFilter, Narrative, OpenedCase
from services.triage.domain.case import Action, Case, HeldFlag, Owner, Standing
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.moves import Actor, Move
from shared.contracts.event import Event
from shared.runtime.ids import new_id

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

OFFICER = Actor("officer-1", frozenset({"officer"}))
SUPERVISOR = Actor("supervisor-1", frozenset({"supervisor"}))
SECOND_SUPERVISOR = Actor("supervisor-2", frozenset({"supervisor"}))

_GRADE = {4: "PRIORITY", 3: "STANDARD"}


def timing(level: int, grade: str, at: datetime) -> tuple[str, datetime]:
    """A simple clock: an hour at level 4, a day below."""
    return _GRADE.get(level, grade), at + timedelta(hours=1 if level == 4 else 24)


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
    return replace(case, **changes)


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
        ]
        return chosen[: wanted.limit]


@dataclass(slots=True)
class InMemoryNarratives:
    """Words by report; what is not there has none, and `error` is what asking brings."""

    words: dict[UUID, str] = field(default_factory=dict)
    error: Exception | None = None

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        if self.error:
            raise self.error
        return {report_id: Narrative(self.words.get(report_id)) for report_id in report_ids}
