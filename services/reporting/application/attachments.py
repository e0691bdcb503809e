"""Photographs of reports: what the use cases need of the world."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from services.reporting.domain.attachments import Attachment, Rectangle
from shared.contracts.event import Event


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as JPEG, with nothing in it but what can be seen."""

    jpeg: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Album:
    """A report's photographs as they were read; a change asks that nobody has changed anything since."""

    report_id: UUID
    urgent: bool
    attachments: tuple[Attachment, ...]
    last_event: int


class Darkroom(Protocol):
    """Works on pictures, beside the event loop."""

    async def cleaned(self, raw: bytes) -> Picture:
        """Return the picture that these bytes hold, made anew without its metadata; or raise PhotoRefusedError."""
        ...

    async def covered(self, jpeg: bytes, parts: Sequence[Rectangle]) -> Picture:
        """Return the picture with these parts covered for good; PhotoRefusedError where one lies outside."""
        ...


class Albums(Protocol):
    """The photographs, with their contents. Every call may raise TransientError."""

    async def of(self, report_id: UUID) -> Album | None:
        """Return a report's photographs, or None where there is no such report."""
        ...

    async def add(self, album: Album, new: Attachment, picture: Picture, *, announcing: Event) -> Album | None:
        """Store the picture, then the photograph and what it announces; None where the album has changed."""
        ...

    async def content_of(self, report_id: UUID, attachment_id: UUID) -> bytes | None:
        """Return the picture, or None where it is not here, or was destroyed."""
        ...

    async def restrict(self, report_id: UUID, attachment_id: UUID) -> None:
        """Mark a photograph as seen by few."""
        ...

    async def destroy(self, report_id: UUID, attachment_id: UUID) -> None:
        """Destroy a photograph's key and content; that it was there is remembered."""
        ...
