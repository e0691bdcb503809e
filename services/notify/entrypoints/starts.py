"""Where a reader asks to begin, as requests say it."""

from datetime import UTC, datetime
from typing import Annotated, Any

import orjson
from fastapi import Header, Query
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from services.notify.application.open_stream import Start
from services.notify.domain.cursor import EARLIEST, Place, positions_from
from services.notify.domain.errors import CursorError

_LATEST_MS = 253_402_300_799_000


class _Position(BaseModel):
    """One entry of the longer form of a cursor; the offset weighs more than the timestamp."""

    model_config = ConfigDict(extra="ignore")

    topic: str = Field(max_length=249)
    partition: int = Field(ge=0, le=999_999)
    offset: int | None = Field(default=None, ge=0, lt=10**18)
    timestamp: int | None = Field(default=None, ge=0, le=_LATEST_MS)


_POSITIONS = TypeAdapter(list[_Position])


def start_asked(
    since: Annotated[str | None, Query(max_length=64, description="Milliseconds, ISO 8601, or `earliest`.")] = None,
    last_event_id: Annotated[str | None, Query(description="A cursor, where headers cannot be set.")] = None,
    header: Annotated[str | None, Header(alias="Last-Event-ID")] = None,
) -> Start:
    """Return the start that a request asks for, or CursorError."""
    return start_from(header, last_event_id, since)


def start_from(header: str | None, query: str | None, since: str | None) -> Start:
    """Return the start; the header weighs more than `last_event_id` in the query, and both more than `since`."""
    cursor = header or query
    if cursor == EARLIEST or (not cursor and since == EARLIEST):
        return Start(earliest=True)
    if cursor:
        return _from_json(cursor) if cursor.lstrip().startswith("[") else Start(offsets=positions_from(cursor))
    return Start() if since is None else Start(since=moment_from(since))


def moment_from(text: str) -> int:
    """Read milliseconds since 1970 or an ISO 8601 moment, which is in UTC where it does not say."""
    if text.isascii() and text.isdecimal():
        moment = int(text) if len(text) <= len(str(_LATEST_MS)) else _LATEST_MS + 1
        if moment > _LATEST_MS:
            raise CursorError("This moment lies too far ahead.")
        return moment
    try:
        parsed = datetime.fromisoformat(text.strip().replace(" ", "+") if "T" in text else text.strip())
    except ValueError as error:
        raise CursorError("A moment is milliseconds since 1970, or ISO 8601.") from error
    aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    try:
        return max(int(aware.timestamp() * 1_000), 0)
    except (OverflowError, ValueError) as error:
        raise CursorError("This moment lies too far away.") from error


def _from_json(cursor: str) -> Start:
    try:
        read: Any = orjson.loads(cursor)
        positions = _POSITIONS.validate_python(read)
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise CursorError("A cursor in JSON is a list of topic, partition, and offset or timestamp.") from error
    offsets: dict[Place, int] = {}
    moments: dict[Place, int] = {}
    for position in positions:
        place = Place(position.topic, position.partition)
        if position.offset is not None:
            offsets[place] = position.offset
        elif position.timestamp is not None:
            moments[place] = position.timestamp
        else:
            raise CursorError("Each position holds an offset or a timestamp.")
    if not positions:
        raise CursorError("The cursor names no position.")
    return Start(offsets=offsets, moments=moments)
