"""When a partner connects: find where to start, and say what can no longer be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from services.notify.application.event_log import EventLog
from services.notify.application.tail import Tail
from services.notify.domain.agreement import Agreement
from services.notify.domain.cursor import Place, cursor_of
from services.notify.domain.errors import CursorError, DrainingError
from services.notify.domain.streams import STREAMS, Stream


@dataclass(frozen=True, slots=True)
class Start:
    """Where a reader asks to begin. Offsets weigh more than moments; with neither, `since`, then the live end."""

    offsets: Mapping[Place, int] = field(default_factory=dict)
    moments: Mapping[Place, int] = field(default_factory=dict)
    since: int | None = None
    earliest: bool = False

    @property
    def is_cursor(self) -> bool:
        """Whether the reader was here before."""
        return bool(self.offsets or self.moments)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the log that the reader asked for and cannot have."""

    reason: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A stream about to be read."""

    streams: Sequence[Stream]
    agreement: Agreement
    positions: Mapping[Place, int]
    gap: Gap | None

    @property
    def cursor(self) -> str:
        """Where it really starts."""
        return cursor_of(self.positions)


@dataclass(frozen=True, slots=True)
class OpenStream:
    """Resolve a start to positions of every partition. Nothing that was asked for is left out silently."""

    log: EventLog
    tail: Tail

    async def __call__(self, streams: Sequence[Stream], agreement: Agreement, start: Start) -> Opening:
        """Return the opening, or refuse: NotSharedError, CursorError, DrainingError."""
        if self.tail.closed:
            raise DrainingError("This process is stopping; connect again.")
        agreement.allows(streams)
        agreement.allows(_named_by((*start.offsets, *start.moments)))
        topics = [topic for stream in streams for topic in stream.topics]
        live = {place: offset for place, offset in self.tail.positions.items() if place.topic in topics}
        if not start.is_cursor and not start.earliest and start.since is None:
            return Opening(streams, agreement, live, None)
        _check_partitions((*start.offsets, *start.moments), topics, live)
        held = {place: offset for place, offset in start.offsets.items() if place in live}
        known = held.keys() == live.keys() and all(offset <= live[place] for place, offset in held.items())
        if known and self.tail.ring.join(held) is not None:
            return Opening(streams, agreement, held, None)
        return await self._from_log(streams, agreement, start, held)

    async def _from_log(
        self, streams: Sequence[Stream], agreement: Agreement, start: Start, held: Mapping[Place, int]
    ) -> Opening:
        bounds = await self.log.bounds([topic for stream in streams for topic in stream.topics])
        moments = {place: at for place in bounds if place not in held and (at := _moment(start, place)) is not None}
        found = await self.log.offsets_at(moments) if moments else {}
        asked: dict[Place, int] = {}
        for place, (begin, end) in bounds.items():
            at_moment = found.get(place)
            later = end if at_moment is None else min(at_moment, end)
            asked[place] = held.get(place, later if place in moments else begin)
        positions = {
            place: offset if _within(offset, bounds[place]) else bounds[place][0] for place, offset in asked.items()
        }
        return Opening(streams, agreement, positions, _gap(asked, positions, bounds))


def _moment(start: Start, place: Place) -> int | None:
    """Return the moment from which a partition is read that the cursor gives no offset for, if there is one."""
    if start.is_cursor:
        return start.moments.get(place)
    return start.since


def _within(offset: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= offset <= bounds[1]


def _gap(asked: Mapping[Place, int], given: Mapping[Place, int], bounds: Mapping[Place, tuple[int, int]]) -> Gap | None:
    missed = [place for place in asked if asked[place] != given[place]]
    if not missed:
        return None
    ahead = any(asked[place] > bounds[place][1] for place in missed)
    begin, end = ({place: positions[place] for place in missed} for positions in (asked, given))
    return Gap("log_restarted" if ahead else "retention", cursor_of(begin), cursor_of(end))


def _named_by(places: Iterable[Place]) -> list[Stream]:
    topics = {place.topic for place in places}
    known = {topic for stream in STREAMS.values() for topic in stream.topics}
    if not topics <= known:
        raise CursorError("The cursor names a topic that feeds no stream.")
    return [stream for stream in STREAMS.values() if topics.intersection(stream.topics)]


def _check_partitions(places: Iterable[Place], topics: Sequence[str], live: Mapping[Place, int]) -> None:
    if any(place.topic in topics and place not in live for place in places):
        raise CursorError("The cursor names a partition that does not exist.")
