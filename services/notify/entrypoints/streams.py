"""The streams over HTTP: the directory, the schemas, and the streams themselves."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from starlette.responses import Response

from services.notify.application.open_stream import Gap, Opening, OpenStream, Start
from services.notify.application.read_stream import End, Messages, ReadStream
from services.notify.application.seats import Seats
from services.notify.domain.agreement import Agreement
from services.notify.domain.streams import STREAMS, Stream, named
from services.notify.entrypoints.callers import Reader, caller_from
from services.notify.entrypoints.framing import Framing, framed, framing_for
from services.notify.entrypoints.schemas import schema_of, types_on
from services.notify.entrypoints.starts import start_asked
from services.notify.entrypoints.stream_response import ENDED, StreamResponse
from services.notify.entrypoints.tallies import StreamTally

_JITTER = 0.2


@dataclass(frozen=True, slots=True)
class Streaming:
    """Everything the stream routes need."""

    open: OpenStream
    read: ReadStream
    seats: Seats
    agreements: Sequence[Agreement]
    tally: StreamTally
    chance: Callable[[], float]
    lifetime: float
    patience: float


class StreamView(BaseModel):
    """A stream in the directory."""

    name: str
    description: str
    url: str
    schema_url: str
    types: list[str]
    shared_with_you: bool


class Directory(BaseModel):
    """Every stream there is."""

    streams: list[StreamView]


def streams_router(streaming: Streaming) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/streams", tags=["streams"])

    @router.get("", summary="Which streams there are, and which are shared with you")
    async def directory(principal: Reader) -> Directory:
        agreement = caller_from(principal, streaming.agreements).agreement
        return Directory(streams=[_view(stream, agreement) for stream in STREAMS.values()])

    @router.get("/{name}/schema", summary="What a stream's events look like")
    async def schema(name: str, _: Reader) -> dict[str, Any]:
        return schema_of(named(name)[0])

    @router.get(
        "/{names}",
        summary="Events as they happen, from where you were",
        response_class=Response,
        responses={200: {"content": {"text/event-stream": {}, "application/x-ndjson": {}}}},
    )
    async def stream(
        request: Request, names: str, principal: Reader, start: Annotated[Start, Depends(start_asked)]
    ) -> Response:
        streams = named(names)
        caller = caller_from(principal, streaming.agreements)
        caller.agreement.allows(streams)
        opening = await streaming.open(streams, caller.agreement, start)
        streaming.seats.take(principal.subject)
        return _response(streaming, opening, principal.subject, request.headers.get("accept", ""))

    return router


def _response(streaming: Streaming, opening: Opening, reader: str, accept: str) -> Response:
    framing = framing_for(accept, opening.cursor)
    said_at_last: list[str] = []
    streaming.tally.stream_opened(tuple(stream.name for stream in opening.streams))

    def end(reason: str) -> None:
        streaming.seats.leave(reader)
        streaming.tally.stream_ended(said_at_last[0] if said_at_last and reason == ENDED else reason)

    return StreamResponse(
        _chunks(streaming, opening, framing, said_at_last),
        {
            "content-type": framing.media_type,
            "cache-control": "no-store",
            "x-accel-buffering": "no",
            "x-resumed-from": opening.cursor,
        },
        patience=streaming.patience,
        on_end=end,
    )


async def _chunks(
    streaming: Streaming, opening: Opening, framing: Framing, said_at_last: list[str]
) -> AsyncIterator[bytes]:
    lifetime = streaming.lifetime * (1 - _JITTER + 2 * _JITTER * streaming.chance())
    async with aclosing(framed(framing, streaming.read(opening, lifetime=lifetime))) as frames:
        async for chunk, said in frames:
            match said:
                case Messages(messages):
                    streaming.tally.events_said(len(messages))
                case Gap(reason):
                    streaming.tally.gap_told(reason)
                case End(reason):
                    said_at_last.append(reason)
            yield chunk


def _view(stream: Stream, agreement: Agreement) -> StreamView:
    return StreamView(
        name=stream.name,
        description=stream.description,
        url=f"/v1/streams/{stream.name}",
        schema_url=f"/v1/streams/{stream.name}/schema",
        types=types_on(stream),
        shared_with_you=stream.name in agreement.streams,
    )
