"""Contents by the SHA-256 of themselves, in a folder."""

import asyncio
import contextlib
import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from shared.runtime.errors import TransientError

T = TypeVar("T")

_DIGEST = re.compile(r"[0-9a-f]{64}")


class FilesUnavailableError(TransientError):
    """The contents cannot be read or written at the moment."""


class Files(Protocol):
    """Where contents are kept. Calls raise FilesUnavailableError."""

    async def put(self, content: bytes, /) -> str:
        """Return the content's digest once it is durable; the same content again is the same file."""
        ...

    async def get(self, digest: str, /) -> bytes | None:
        """Return the content, or None where it is not here."""
        ...

    async def delete(self, digest: str, /) -> None:
        """Remove the content; again it changes nothing."""
        ...


class FolderFiles:
    """A folder that all replicas see; a file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first file."""
        self._folder = folder

    async def put(self, content: bytes) -> str:
        """Write beside, flush, and put in its place."""
        digest = sha256(content).hexdigest()
        await _in_thread(lambda: self._write(self._path(digest), content))
        return digest

    async def get(self, digest: str) -> bytes | None:
        """Read the file."""
        path = self._path(digest)
        return await _in_thread(lambda: path.read_bytes() if path.exists() else None)

    async def delete(self, digest: str) -> None:
        """Unlink the file."""
        await _in_thread(lambda: self._path(digest).unlink(missing_ok=True))

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ValueError("this is no digest of a content")
        return self._folder / digest[:2] / digest

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.{id(content)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                draft.unlink()
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


async def _in_thread(work: Callable[[], T]) -> T:
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise FilesUnavailableError(f"contents cannot be reached: {type(error).__name__}") from None
