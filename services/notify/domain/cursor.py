"""Cursors: where a reader stands, as one ASCII line with the next offset of every partition."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from services.notify.domain.errors import CursorError

EARLIEST = "earliest"

_VERSION = "v1"
_TOPIC = re.compile(r"[A-Za-z0-9._-]{1,249}")
_PLACE = re.compile(r"(\d{1,6}):(\d{1,18})")
_LONGEST = 16_384


class Place(NamedTuple):
    """One partition of one topic."""

    topic: str
    partition: int


Positions = Mapping[Place, int]
"""The next offset to read, per partition."""


def cursor_of(positions: Positions) -> str:
    """Return positions as a cursor; the same positions always give the same cursor."""
    topics = sorted({place.topic for place in positions})
    return ";".join((_VERSION, *(part_of(topic, positions) for topic in topics)))


def part_of(topic: str, positions: Positions) -> str:
    """Return one topic's part of a cursor."""
    places = sorted(place for place in positions if place.topic == topic)
    return f"{topic}=" + ",".join(f"{place.partition}:{positions[place]}" for place in places)


def positions_from(cursor: str) -> dict[Place, int]:
    """Read a cursor, or refuse it with a reason."""
    if len(cursor) > _LONGEST:
        raise CursorError("The cursor is too long.")
    version, *parts = cursor.strip().split(";")
    if version != _VERSION or not parts:
        raise CursorError("A cursor starts with 'v1;' and names at least one topic.")
    positions: dict[Place, int] = {}
    for place, offset in (read for part in parts for read in _read(part)):
        if place in positions:
            raise CursorError(f"The cursor names partition {place.partition} of {place.topic} twice.")
        positions[place] = offset
    return positions


def _read(part: str) -> Iterator[tuple[Place, int]]:
    topic, equals, places = part.partition("=")
    if not equals or not _TOPIC.fullmatch(topic):
        raise CursorError("A cursor's parts look like 'topic=0:17,1:4'.")
    for place in places.split(","):
        match = _PLACE.fullmatch(place)
        if match is None:
            raise CursorError(f"The cursor's positions for {topic} look like '0:17,1:4'.")
        yield Place(topic, int(match[1])), int(match[2])


class Bookmark:
    """A reader's own positions, which give the cursor after each event without writing every topic's part anew."""

    def __init__(self, positions: Positions) -> None:
        self.positions: dict[Place, int] = dict(positions)
        self._parts = {topic: part_of(topic, self.positions) for topic in sorted({place.topic for place in positions})}
        self._stale: set[str] = set()

    def pass_over(self, place: Place, offset: int) -> bool:
        """Move past the event at an offset; false where it was passed before or is not read here."""
        following = self.positions.get(place)
        if following is None or offset < following:
            return False
        self.positions[place] = offset + 1
        self._stale.add(place.topic)
        return True

    @property
    def cursor(self) -> str:
        """The cursor of where the reader stands now."""
        for topic in self._stale:
            self._parts[topic] = part_of(topic, self.positions)
        self._stale.clear()
        return ";".join((_VERSION, *self._parts.values()))
