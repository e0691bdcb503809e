"""Photographs that came with a report: what is kept of each, and how many there may be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

MOST_ATTACHMENTS = 10
"""For one report, covered versions among them."""


class Fate(StrEnum):
    """What becomes of a photograph of which a covered version was made."""

    RESTRICT = "restrict"
    DESTROY = "destroy"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One photograph, cleaned; its content lies elsewhere under `digest`, sealed under a key of its own."""

    id: UUID
    at: datetime
    digest: str
    """SHA-256 of what lies there."""
    size: int
    """Bytes of the picture."""
    width: int
    height: int
    by: str
    covers: UUID | None = None
    """The photograph of which this is a version with parts covered."""
    restricted: bool = False
    """Seen by supervisors and auditors only, since there is a covered version."""
    destroyed: bool = False


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a picture, in its pixels from the upper left corner."""

    x: int
    y: int
    width: int
    height: int
