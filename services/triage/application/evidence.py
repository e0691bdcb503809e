"""The evidence on which a case was decided, kept with it so that it can be decided again on all of it (T0).

Never a word of a text: those stay with reporting and are read anew each time.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

from services.triage.domain.case import Case
from shared.contracts.event import Event
from shared.contracts.intake import IntakeFields


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source told: the report itself, another occurrence, or a message. `source` is where its words are."""

    source: UUID
    at: datetime
    fields: IntakeFields
    danger_signals: tuple[str, ...] = ()
    has_text: bool = False
    kind: Literal["report", "occurrence", "message"] = "report"


@dataclass(frozen=True, slots=True)
class Assessed:
    """A case, the decision it stands on and the evidence for that, the report first; unread while words are missing."""

    case: Case
    decision: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    unread_since: datetime | None = None


class AssessedCases(Protocol):
    """Where cases live, seen from what they were decided on."""

    async def assessed(self, case_id: UUID) -> Assessed:
        """Return the case with its evidence, or raise CaseNotFoundError."""
        ...

    async def reassess(self, after: Assessed, *, announcing: Sequence[Event]) -> None:
        """Store the case one version on with its new decision and what it announces, or raise StaleCaseError.

        The decision before is kept.
        """
        ...

    def unread(self, limit: int) -> AsyncIterator[UUID]:
        """Yield cases that were decided with words unread, those that wait longest first."""
        ...
