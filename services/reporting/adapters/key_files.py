"""Contacts' keys in files of fixed slots, apart from the reports: overwriting a slot destroys what it held.

A folder of segments, each written by the one process that made it; any process that sees the folder reads and destroys.
Nothing is ever copied or moved, so that a key has been in one place only.
"""

import asyncio
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from shared.runtime.errors import TransientError
from shared.runtime.ids import new_id

T = TypeVar("T")

_SLOT = 128  # a divisor of every disk's sector, so that no slot lies in two
_MOST_SLOTS = 65_536
_MOST_WAITING = 5_000
_WRAPPED = 60
_THERE = b"\x01"
_GONE = bytes(_SLOT)
_PLACE = re.compile(r"([0-9a-f]{32}):(\d{1,5})")


class KeysUnavailableError(TransientError):
    """The folder of the keys cannot be read or written at the moment."""


class KeyFiles:
    """Wrapped keys by their place. Keys that arrive together share one write and one flush to the disk.

    Every call may raise KeysUnavailableError.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder, made with the first key; no backup of it may outlive what is destroyed in it."""
        self._segments = _Segments(folder)
        self._waiting: list[tuple[bytes, asyncio.Future[str]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def keep(self, wrapped: bytes) -> str:
        """Return where the key is, once it is durable."""
        if len(self._waiting) >= _MOST_WAITING:
            raise KeysUnavailableError("too many keys are waiting to be written")
        kept: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting.append((wrapped, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_waiting())
        return await kept

    async def get(self, place: str) -> bytes | None:
        """Return the key at a place, or None where it was destroyed."""
        return await _in_thread(lambda: self._segments.read(place))

    async def destroy(self, place: str) -> None:
        """Return once the key is overwritten on the disk; again it changes nothing."""
        await _in_thread(lambda: self._segments.overwrite(place))

    def release(self, place: str) -> None:
        """Let this process give the place of a key for which nothing was stored to the next one."""
        self._segments.released.append(place)

    async def _write_waiting(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            wrapped = [key for key, _ in group]
            try:
                places = await _in_thread(lambda keys=wrapped: self._segments.write(keys))  # type: ignore[misc]
            except KeysUnavailableError as error:
                for _, kept in group:
                    if not kept.done():
                        kept.set_exception(KeysUnavailableError(*error.args))
            else:
                for (_, kept), place in zip(group, places, strict=True):
                    if not kept.done():
                        kept.set_result(place)


class _Segments:
    """The files; one write at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = ""
        self._used = _MOST_SLOTS
        self.released: list[str] = []

    def write(self, keys: Sequence[bytes]) -> list[str]:
        """Write each key into a slot of its own and flush once for each file."""
        places = [self._next_place() for _ in keys]
        by_segment: dict[str, list[tuple[int, bytes]]] = {}
        for place, key in zip(places, keys, strict=True):
            segment, slot = _parts_of(place)
            by_segment.setdefault(segment, []).append((slot, key))
        for segment, slots in by_segment.items():
            self._change(segment, [(slot, _THERE + key.ljust(_SLOT - 1, b"\x00")) for slot, key in slots])
        return places

    def read(self, place: str) -> bytes | None:
        segment, slot = _parts_of(place)
        with self._path(segment).open("rb") as file:
            file.seek(slot * _SLOT)
            held = file.read(_SLOT)
        return held[1 : 1 + _WRAPPED] if held[:1] == _THERE else None

    def overwrite(self, place: str) -> None:
        segment, slot = _parts_of(place)
        self._change(segment, [(slot, _GONE)])

    def _next_place(self) -> str:
        if self.released:
            return self.released.pop()
        if self._used == _MOST_SLOTS:
            self._own, self._used = self._new_segment(), 0
        self._used += 1
        return f"{self._own}:{self._used - 1}"

    def _new_segment(self) -> str:
        """Make a file that nobody else writes, and flush the folder that names it."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        segment = new_id().hex
        os.close(os.open(self._path(segment), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return segment

    def _change(self, segment: str, slots: Sequence[tuple[int, bytes]]) -> None:
        descriptor = os.open(self._path(segment), os.O_WRONLY)
        try:
            for slot, content in slots:
                os.pwrite(descriptor, content, slot * _SLOT)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _path(self, segment: str) -> Path:
        return self._folder / f"{segment}.keys"


def _parts_of(place: str) -> tuple[str, int]:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError("this is no place of a key")
    return found.group(1), int(found.group(2))


async def _in_thread(work: Callable[[], T]) -> T:
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise KeysUnavailableError(f"the keys of contacts cannot be reached: {type(error).__name__}") from None
