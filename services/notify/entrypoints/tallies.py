"""What the stream routes count."""

from typing import Protocol


class StreamTally(Protocol):
    """Counts streams and what they say."""

    def stream_opened(self, streams: tuple[str, ...]) -> None:
        """Count a stream that opens."""
        ...

    def stream_ended(self, reason: str) -> None:
        """Count a stream that ends."""
        ...

    def events_said(self, number: int) -> None:
        """Count events sent."""
        ...

    def gap_told(self, reason: str) -> None:
        """Count a gap."""
        ...
