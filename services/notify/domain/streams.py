"""The streams partners know by name, and the topics that feed each."""

from dataclasses import dataclass
from types import MappingProxyType

from services.notify.domain.errors import StreamUnknownError


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream as the directory shows it."""

    name: str
    topics: tuple[str, ...]
    description: str


STREAMS = MappingProxyType(
    {
        stream.name: stream
        for stream in (
            Stream(
                "reports",
                ("kith.reports.v1", "kith.reports.urgent.v1"),
                "That a concern was reported or taken back, by area and kind. Never a word of it, never who said it.",
            ),
            Stream(
                "escalations",
                ("kith.escalations.v1",),
                "Where each concern was routed and how its case moved since: level, grade, who leads.",
            ),
            Stream(
                "engagements",
                ("kith.engagements.v1",),
                "What communities were asked to take on, and what came of it.",
            ),
        )
    }
)


def stream_of(topic: str) -> str:
    """Return the name of the stream that a topic feeds."""
    return next(stream.name for stream in STREAMS.values() if topic in stream.topics)


def named(names: str) -> tuple[Stream, ...]:
    """Return the streams of a comma-separated list, each once, in the order of the directory."""
    asked = {name.strip() for name in names.split(",")}
    if unknown := asked - STREAMS.keys():
        raise StreamUnknownError(f"There is no stream {', '.join(sorted(repr(name) for name in unknown))}.")
    return tuple(stream for name, stream in STREAMS.items() if name in asked)
