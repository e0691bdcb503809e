"""The newest events in memory, read by any number of streams at their own pace."""

from collections.abc import Sequence

from services.notify.application.event_log import Batch, Entry
from services.notify.domain.cursor import Place, Positions


class OvertakenError(Exception):
    """The reader is so slow that what it would read next is gone."""


class Ring:
    """Keeps a bounded number of entries in the order they arrived.

    For each partition it holds everything from `floor` to `positions` without a hole, so that a reader whose own
    positions are not below the floor can go on here and misses nothing.
    """

    def __init__(self, capacity: int) -> None:
        self._slots: list[Entry | None] = [None] * capacity
        self._first = 0
        self._end = 0
        self._floor: dict[Place, int] = {}
        self._positions: dict[Place, int] = {}

    @property
    def positions(self) -> Positions:
        """The next offset of every partition."""
        return self._positions

    def open(self, positions: Positions) -> None:
        """Begin (again) at the given positions; whoever was reading is overtaken."""
        self._first = self._end = self._end + 1
        self._floor = dict(positions)
        self._positions = dict(positions)

    def extend(self, batch: Batch) -> None:
        """Take in what was read next; the oldest entries make room."""
        capacity = len(self._slots)
        for entry in batch.entries:
            if self._end - self._first == capacity:
                self._drop_oldest()
            self._slots[self._end % capacity] = entry
            self._end += 1
        self._positions.update(batch.positions)

    def join(self, positions: Positions) -> int | None:
        """Return where to read from so that nothing after the given positions is missed, or None if it is too late.

        What is read from there may include entries before those positions; they are to be passed over.
        """
        if any(place not in self._floor or offset < self._floor[place] for place, offset in positions.items()):
            return None
        if all(offset >= self._positions[place] for place, offset in positions.items()):
            return self._end
        return self._first

    def after(self, sequence: int, limit: int) -> Sequence[Entry]:
        """Return entries from a place in the ring onwards; OvertakenError when they have made room for others."""
        if sequence < self._first:
            raise OvertakenError
        capacity = len(self._slots)
        numbers = range(sequence, min(sequence + limit, self._end))
        return [entry for number in numbers if (entry := self._slots[number % capacity]) is not None]

    def _drop_oldest(self) -> None:
        oldest = self._slots[self._first % len(self._slots)]
        if oldest is not None:
            self._floor[oldest.place] = oldest.offset + 1
        self._first += 1
