"""The routes of photographs: reporters send them, staff look at them and cover parts. None of them is ever public."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from services.reporting.application.attach_photo import AttachPhoto
from services.reporting.domain.attachments import Attachment, Fate, Rectangle
from services.reporting.entrypoints.http_privacy import Staff, Why, reader_of, uncached
from shared.web.identity import Principal, require

PHOTOS_PATH = "/v1/photos/"
MEDIA_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "application/octet-stream"})
MOST_PHOTO_BYTES = 10 * 1024 * 1024

_Secret = Annotated[str, Header(alias="X-Follow-Up-Secret", max_length=200)]
_Coverer = Annotated[Principal, Depends(require("officer", "supervisor"))]
_PICTURE: dict[str, Any] = {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}}
_UPLOAD = {"requestBody": {"required": True, "content": dict.fromkeys(sorted(MEDIA_TYPES), _PICTURE["image/jpeg"])}}


class RectangleIn(BaseModel):
    """A part to cover, in pixels from the upper left corner."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: Annotated[int, Field(ge=0, le=10_000)]
    y: Annotated[int, Field(ge=0, le=10_000)]
    width: Annotated[int, Field(ge=1, le=10_000)]
    height: Annotated[int, Field(ge=1, le=10_000)]


class CoverIn(BaseModel):
    """What to cover, and what becomes of the photograph as it was."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rectangles: Annotated[tuple[RectangleIn, ...], Field(min_length=1, max_length=100)]
    original: Fate = Fate.RESTRICT


class PhotoOut(BaseModel):
    """A photograph that is kept, as JPEG without anything that cannot be seen in it."""

    id: UUID
    at: datetime
    width: int
    height: int
    size: int
    covers: UUID | None
    restricted: bool
    destroyed: bool


def photo_router(photos: AttachPhoto) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["photographs"], dependencies=[Depends(uncached)])
    record = "/v1/records/{report_id}/photos"

    @router.post(
        PHOTOS_PATH + "{reference}",
        status_code=HTTPStatus.CREATED,
        summary="Send a photograph: JPEG, PNG or WebP, up to 10 MB; place and camera data are removed",
        openapi_extra=_UPLOAD,
    )
    async def send(reference: str, request: Request, secret: _Secret = "") -> PhotoOut:
        return _photo(await photos.by_reporter(reference, secret, await request.body()))

    @router.get(record, summary="Which photographs came with a report")
    async def listed(report_id: UUID, _: Staff) -> list[PhotoOut]:
        return [_photo(attachment) for attachment in await photos.listed(report_id)]

    @router.get(
        record + "/{photo_id}",
        summary="A photograph; the look is written down",
        response_class=Response,
        responses={200: {"content": _PICTURE}},
    )
    async def seen(report_id: UUID, photo_id: UUID, staff: Staff, why: Why = None) -> Response:
        content = await photos.seen(report_id, photo_id, reader_of(staff), why)
        headers = {"Cache-Control": "no-store", "Content-Disposition": "inline", "X-Content-Type-Options": "nosniff"}
        return Response(content, headers=headers, media_type="image/jpeg")

    @router.post(
        record + "/{photo_id}/cover",
        status_code=HTTPStatus.CREATED,
        summary="Make a version with parts covered; the first one is restricted or destroyed",
    )
    async def cover(report_id: UUID, photo_id: UUID, asked: CoverIn, staff: _Coverer) -> PhotoOut:
        parts = [Rectangle(**part.model_dump()) for part in asked.rectangles]
        return _photo(await photos.cover(report_id, photo_id, parts, reader_of(staff), asked.original))

    return router


def _photo(attachment: Attachment) -> PhotoOut:
    return PhotoOut.model_validate(attachment, from_attributes=True)
