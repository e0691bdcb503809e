"""What is personal in a report, part by part, and its removal: the records and the port of erasure and retention."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Part(StrEnum):
    """What can be removed by itself; the names are stored."""

    CONTACT = "contact"
    """The contact, by destroying its key: no copy of it anywhere can be opened afterwards."""
    WORDS = "words"
    PLACE = "place"
    """The exact point; the areas and the H3 cell remain."""


@dataclass(frozen=True, slots=True)
class Removal:
    """One removal, kept with its report for good as the tombstone of what is gone."""

    at: datetime
    parts: tuple[Part, ...]
    by: str
    reason: str


class PersonalData(Protocol):
    """The personal parts of reports. Every call may raise TransientError."""

    async def remove(self, report_id: UUID, removal: Removal) -> bool:
        """Return once the parts are gone and the tombstone stands; False where there is no such report.

        After a TransientError it may be carried out again: what is gone stays gone.
        """
        ...

    async def removals_of(self, report_id: UUID) -> Sequence[Removal]:
        """Return what was removed from a report, in its order."""
        ...
