"""Deciding goes first: what can wait takes its turn when nothing is being decided, or after a while all the same."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Precedence:
    """Says whether anything is being decided in this process."""

    def __init__(self) -> None:
        self._deciding = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """Go first for the length of a block."""
        self._deciding += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._deciding -= 1
            if not self._deciding:
                self._quiet.set()

    async def turn(self, patience_seconds: float) -> None:
        """Return when nothing is being decided, and after the given time at the latest."""
        try:
            async with asyncio.timeout(patience_seconds):
                await self._quiet.wait()
        except TimeoutError:
            return
