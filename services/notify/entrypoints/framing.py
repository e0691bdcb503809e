"""What a stream says, as bytes: Server-Sent Events, or one JSON document per line."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Protocol

import orjson

from services.notify.application.open_stream import Gap
from services.notify.application.read_stream import DRAINING, LIFETIME_OVER, End, Idle, Messages, Said

RETRY_MS = 3_000
_ORDINARY_ENDS = frozenset({LIFETIME_OVER, DRAINING})


class Framing(Protocol):
    """One way of writing a stream down; made for one stream."""

    media_type: str

    def begin(self) -> bytes:
        """Return what comes before everything else."""
        ...

    def frame(self, said: Said) -> bytes:
        """Return what was said as bytes."""
        ...


class ServerSentEvents:
    """`text/event-stream` as browsers read it; the id is the cursor with which the reader goes on."""

    media_type = "text/event-stream"

    def __init__(self, cursor: str) -> None:
        self._cursor = cursor

    def begin(self) -> bytes:
        """Return the greeting, and how soon to come back."""
        return b":ok\n\nretry: %d\n\n" % RETRY_MS

    def frame(self, said: Said) -> bytes:
        """Return an event, a comment where there is nothing to say, or why the stream ends."""
        match said:
            case Messages(messages):
                self._cursor = messages[-1].cursor
                return b"".join(
                    b"event: message\nid: %b\ndata: %b\n\n" % (message.cursor.encode(), message.event)
                    for message in messages
                )
            case Idle(cursor):
                moved, self._cursor = cursor != self._cursor, cursor
                return b": ping\n\nid: %b\n\n" % cursor.encode() if moved else b": ping\n\n"
            case Gap():
                return b"event: gap\nid: %b\ndata: %b\n\n" % (self._cursor.encode(), orjson.dumps(_gap(said)))
            case End(reason) if reason in _ORDINARY_ENDS:
                return b": %b, connect again\n\n" % reason.encode()
            case End(reason):
                return b"event: error\ndata: %b\n\n" % orjson.dumps({"reason": reason})


class JsonLines:
    """`application/x-ndjson`: a CloudEvent per line with its cursor as an extension; an empty line is a ping."""

    media_type = "application/x-ndjson"

    def begin(self) -> bytes:
        """Return nothing: the first line is an event."""
        return b""

    def frame(self, said: Said) -> bytes:
        """Return lines."""
        match said:
            case Messages(messages):
                return b"".join(
                    b'%b,"cursor":"%b"}\n' % (message.event[:-1], message.cursor.encode()) for message in messages
                )
            case Idle():
                return b"\n"
            case Gap():
                return orjson.dumps({"type": "kith.stream.gap.v1", "data": _gap(said)}) + b"\n"
            case End(reason) if reason in _ORDINARY_ENDS:
                return b""
            case End(reason):
                return orjson.dumps({"type": "kith.stream.error.v1", "data": {"reason": reason}}) + b"\n"


def framing_for(accept: str, cursor: str) -> Framing:
    """Return the way the reader asked for; Server-Sent Events where it did not ask."""
    kinds = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    lines = {"application/x-ndjson", "application/ndjson", "application/json"}
    if "text/event-stream" not in kinds and lines.intersection(kinds):
        return JsonLines()
    return ServerSentEvents(cursor)


async def framed(framing: Framing, saying: AsyncGenerator[Said]) -> AsyncGenerator[tuple[bytes, Said | None]]:
    """Yield bytes to send, each with what they say."""
    yield framing.begin(), None
    async with aclosing(saying):
        async for said in saying:
            yield framing.frame(said), said


def _gap(gap: Gap) -> dict[str, str]:
    return {"reason": gap.reason, "from": gap.begin, "to": gap.end}
