"""When a photograph comes in, is looked at, or has parts of it covered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from services.reporting.application.access import Reader
from services.reporting.application.attachments import Album, Albums, Darkroom, Picture
from services.reporting.application.read_record import ReadRecord
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.submit_report import submitted_event_id
from services.reporting.domain.attachments import MOST_ATTACHMENTS, Attachment, Fate, Rectangle
from services.reporting.domain.errors import (
    AlbumFullError,
    PhotoNotFoundError,
    PhotoRestrictedError,
    ReportInProgressError,
    ReportNotFoundError,
)
from shared.contracts.reporting import AttachmentAdded
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

_TRIES = 5
_SEE_EVERYTHING = frozenset({"supervisor", "auditor"})


@dataclass(frozen=True, slots=True)
class AttachPhoto:
    """Keep photographs of reports, cleaned of everything that cannot be seen in them."""

    albums: Albums
    darkroom: Darkroom
    read: ReadStatus
    record: ReadRecord
    clock: Clock

    async def by_reporter(self, reference: str, secret: str, raw: bytes) -> Attachment:
        """Take a photograph in; the same bytes again are the same photograph.

        ReportNotFoundError, PhotoRefusedError or AlbumFullError.
        """
        report = await self.read.report_of(reference, secret)
        attachment_id = derived_id(report.id, "attachment", sha256(raw).hexdigest())
        known = _found(await self._album(report.id), attachment_id)
        if known is not None:
            return known
        picture = await self.darkroom.cleaned(raw)
        return await self._added(report.id, picture, lambda: self._attachment(attachment_id, picture, "reporter"))

    async def listed(self, report_id: UUID) -> Sequence[Attachment]:
        """Return what there is, without any picture; or raise ReportNotFoundError."""
        return (await self._album(report_id)).attachments

    async def seen(self, report_id: UUID, attachment_id: UUID, reader: Reader, why: str | None) -> bytes:
        """Return a picture once it is written down who looks.

        ReportNotFoundError, ReasonNeededError, PhotoRestrictedError or PhotoNotFoundError.
        """
        album = await self._album(report_id)
        attachment = _found(album, attachment_id)
        if attachment is None:
            raise PhotoNotFoundError("There is no such photograph.")
        if attachment.restricted and _SEE_EVERYTHING.isdisjoint(reader.roles):
            raise PhotoRestrictedError("There is a covered version of this photograph: look at that one.")
        await self.record.note(report_id, reader, "photograph", why)
        return await self._content(report_id, attachment_id)

    async def cover(
        self, report_id: UUID, attachment_id: UUID, parts: Sequence[Rectangle], reader: Reader, fate: Fate
    ) -> Attachment:
        """Make a version with parts covered and keep the first one from most, or destroy it; errors as for `seen`."""
        content = await self.seen(report_id, attachment_id, reader, "covering parts of it")
        picture = await self.darkroom.covered(content, parts)
        new_id = derived_id(attachment_id, "covered", sha256(picture.jpeg).hexdigest())
        covered = await self._added(
            report_id,
            picture,
            lambda: replace(self._attachment(new_id, picture, reader.subject), covers=attachment_id),
        )
        finish = self.albums.destroy if fate is Fate.DESTROY else self.albums.restrict
        await finish(report_id, attachment_id)
        return covered

    async def _added(self, report_id: UUID, picture: Picture, made: Callable[[], Attachment]) -> Attachment:
        for _ in range(_TRIES):
            album, new = await self._album(report_id), made()
            known = _found(album, new.id)
            if known is not None:
                return known
            if len(album.attachments) >= MOST_ATTACHMENTS:
                raise AlbumFullError(f"There are {MOST_ATTACHMENTS} photographs with this report already.")
            if await self.albums.add(album, new, picture, announcing=_announcement_of(album, new)):
                return new
        raise ReportInProgressError("The report is being changed at this moment.")

    async def _album(self, report_id: UUID) -> Album:
        album = await self.albums.of(report_id)
        if album is None:
            raise ReportNotFoundError("There is no such report.")
        return album

    async def _content(self, report_id: UUID, attachment_id: UUID) -> bytes:
        content = await self.albums.content_of(report_id, attachment_id)
        if content is None:
            raise PhotoNotFoundError("There is no such photograph any more.")
        return content

    def _attachment(self, attachment_id: UUID, picture: Picture, by: str) -> Attachment:
        return Attachment(attachment_id, self.clock.now(), "", len(picture.jpeg), picture.width, picture.height, by)


def _found(album: Album, attachment_id: UUID) -> Attachment | None:
    return next((held for held in album.attachments if held.id == attachment_id), None)


def _announcement_of(album: Album, new: Attachment) -> AttachmentAdded:
    return AttachmentAdded(
        event_id=derived_id(new.id, "event", AttachmentAdded.type, ""),
        occurred_at=new.at,
        correlation_id=album.report_id,
        causation_id=submitted_event_id(album.report_id),
        concern_id=album.report_id,
        report_id=album.report_id,
        attachment_id=new.id,
        size=new.size,
        urgent=album.urgent,
    )
