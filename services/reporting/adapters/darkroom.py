"""Pictures made anew with Pillow: only what can be seen comes through, whatever the file held beside it."""

import asyncio
import io
import warnings
from collections.abc import Callable, Sequence
from typing import TypeVar

from PIL import Image, ImageDraw, ImageOps, ImageStat

from services.reporting.application.attachments import Picture
from services.reporting.domain.attachments import Rectangle
from services.reporting.domain.errors import PhotoRefusedError

T = TypeVar("T")

#: What is read, by content: a name or a media type says nothing.
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_560
_QUALITY = 85
_TOO_LARGE = f"A photograph may have up to {MOST_PIXELS // 1_000_000} million pixels."
_AT_ONCE = 2


class PillowDarkroom:
    """Works in threads, a few at once: a picture of the most pixels takes about 120 MB while it is worked on."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def cleaned(self, raw: bytes) -> Picture:
        """Decode, turn upright, shrink, and encode the bare pixels; or raise PhotoRefusedError."""
        return await self._in_thread(lambda: _encoded(_decoded(raw)))

    async def covered(self, jpeg: bytes, parts: Sequence[Rectangle]) -> Picture:
        """Fill each part with its own average colour, of which nothing can be brought back."""
        return await self._in_thread(lambda: _encoded(_filled(_decoded(jpeg), parts)))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        async with self._room:
            return await asyncio.to_thread(work)


def _decoded(raw: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=FORMATS) as opened:
                _check_size(opened)
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(opened)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _on_white(upright)
    except PhotoRefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PhotoRefusedError(_TOO_LARGE) from None
    except Exception:  # noqa: BLE001 - a decoder fails in many ways on what is no picture, and none is our fault
        raise PhotoRefusedError("This is not a JPEG, PNG or WebP picture that can be read.") from None


def _check_size(opened: Image.Image) -> None:
    """Refuse by what the header says, before a pixel is unpacked."""
    if opened.width * opened.height > MOST_PIXELS:
        raise PhotoRefusedError(_TOO_LARGE)


def _on_white(picture: Image.Image) -> Image.Image:
    """Copy the pixels alone: no profile, comment, thumbnail or place travels with them."""
    bare = Image.new("RGB", picture.size, "white")
    with_alpha = picture.convert("RGBA")
    bare.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return bare


def _filled(picture: Image.Image, parts: Sequence[Rectangle]) -> Image.Image:
    draw = ImageDraw.Draw(picture)
    for part in parts:
        right, lower = part.x + part.width, part.y + part.height
        if right > picture.width or lower > picture.height:
            raise PhotoRefusedError(f"The picture has {picture.width} x {picture.height} pixels.")
        red, green, blue = ImageStat.Stat(picture.crop((part.x, part.y, right, lower))).mean
        draw.rectangle((part.x, part.y, right - 1, lower - 1), fill=(round(red), round(green), round(blue)))
    return picture


def _encoded(picture: Image.Image) -> Picture:
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=_QUALITY)
    return Picture(jpeg.getvalue(), picture.width, picture.height)
