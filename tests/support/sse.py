"""Reads Server-Sent Events as the HTML standard says, byte by byte if need be."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event as a browser would dispatch it."""

    type: str
    data: str
    last_event_id: str


class SseReader:
    """Takes bytes in pieces of any size and gives back the events that are complete."""

    def __init__(self) -> None:
        self.last_event_id = ""
        self.retry_ms: int | None = None
        self.comments: list[str] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._at_start = True
        self._id = ""
        self._type = ""
        self._data: list[str] = []

    def feed(self, piece: bytes) -> Iterator[ServerSentEvent]:
        """Yield what is complete now."""
        text = self._decoder.decode(piece)
        if self._at_start and text:
            self._at_start = False
            text = text.removeprefix("\ufeff")
        self._text += text
        while (line := self._next_line()) is not None:
            if event := self._take(line):
                yield event

    def _next_line(self) -> str | None:
        end = min((at for at in (self._text.find("\n"), self._text.find("\r")) if at >= 0), default=-1)
        if end < 0:
            return None
        after = end + 1
        if self._text[end] == "\r":
            if after == len(self._text):
                return None  # a line feed may still come, and then belongs to this end of line
            after += self._text[after] == "\n"
        line, self._text = self._text[:end], self._text[after:]
        return line

    def _take(self, line: str) -> ServerSentEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "":
                self.comments.append(value)
            case "event":
                self._type = value
            case "data":
                self._data.append(value)
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdecimal():
                self.retry_ms = int(value)
        return None

    def _dispatch(self) -> ServerSentEvent | None:
        self.last_event_id = self._id
        data, kind = self._data, self._type or "message"
        self._data, self._type = [], ""
        return ServerSentEvent(kind, "\n".join(data), self.last_event_id) if data else None
