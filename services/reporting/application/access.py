"""Who read what that is personal: the entries, and the port that keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the subject and roles of a token."""

    subject: str
    roles: tuple[str, ...] = ()
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """One reading. Entries are only ever added."""

    at: datetime
    reader: Reader
    what: str
    why: str | None = None


class AccessLog(Protocol):
    """The readings of every report. Every call may raise TransientError."""

    async def note(self, reader: Reader, what: str, report_id: UUID, why: str | None = None) -> None:
        """Return once the reading is written down for good."""
        ...

    async def of(self, report_id: UUID) -> Sequence[Access]:
        """Return who read what of a report, in order of time."""
        ...
