"""How many streams may be open at once, for one reader and in all."""

from collections import Counter

from services.notify.domain.errors import TooManyStreamsError


class Seats:
    """Counts open streams."""

    def __init__(self, per_reader: int, total: int) -> None:
        self._per_reader = per_reader
        self._total = total
        self._taken: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """How many are open."""
        return self._taken.total()

    def take(self, reader: str) -> None:
        """Take a seat, or refuse with TooManyStreamsError."""
        if self._taken[reader] >= self._per_reader:
            raise TooManyStreamsError(f"No more than {self._per_reader} streams may be open at once.")
        if self.taken >= self._total:
            raise TooManyStreamsError("Too many streams are open here; try again a little later.")
        self._taken[reader] += 1

    def leave(self, reader: str) -> None:
        """Give a seat back."""
        self._taken[reader] -= 1
        if not self._taken[reader]:
            del self._taken[reader]
