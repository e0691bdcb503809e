"""One supervisor for each folder: a lock that the kernel releases however its holder ends."""

import fcntl
import os
import time
from pathlib import Path

from deploy.local.errors import AlreadyRunningError

_TRIES = 10
_BETWEEN_TRIES = 0.05


class StackLock:
    """Held from `acquire` to `release` or to the end of the process; tells others who holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def pid(self) -> int:
        """The process id that others are told."""
        return os.getpid()

    def acquire(self) -> None:
        """Take the lock; AlreadyRunningError, naming the holder, when somebody has it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        for attempt in range(_TRIES):  # someone who only asks for the holder has it for a moment
            if _locked(descriptor, fcntl.LOCK_EX):
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
                self._descriptor = descriptor
                return
            if attempt + 1 < _TRIES:
                time.sleep(_BETWEEN_TRIES)
        os.close(descriptor)
        raise AlreadyRunningError(
            f"a stack is already running in {self._path.parent} (supervisor {self.holder()}): `make down` stops it"
        )

    def release(self) -> None:
        """Give the lock up; releasing twice is harmless."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def holder(self) -> int | None:
        """Return the process id of the supervisor that runs, None when there is none."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY)
        except FileNotFoundError:
            return None
        try:
            if _locked(descriptor, fcntl.LOCK_SH):
                return None
            text = os.pread(descriptor, 32, 0).decode().strip()
            return int(text) if text.isdigit() else None
        finally:
            os.close(descriptor)


def _locked(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
