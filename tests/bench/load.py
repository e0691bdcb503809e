"""HTTP load from one process: so many connections at once, or so many requests a second."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


@dataclass(frozen=True, slots=True)
class Target:
    """Where requests go and what they carry besides their body."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "application/json"

    def request(self, body: bytes) -> bytes:
        """Return the bytes of a POST."""
        lines = [f"POST {self.path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Type: {self.content_type}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join(lines).encode() + _HEAD_END + body


class Connection:
    """One kept-alive connection; requests follow one another."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> "Connection":
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, request: bytes) -> int:
        """Return the status of the answer."""
        self._writer.write(request)
        head = await self._reader.readuntil(_HEAD_END)
        start = head.lower().index(_LENGTH) + len(_LENGTH)
        length = int(head[start : head.index(b"\r", start)])
        await self._reader.readexactly(length)
        return int(head[9:12])

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


@dataclass(frozen=True, slots=True)
class Throughput:
    """What a closed loop came to."""

    accepted: int
    refused: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Accepted requests a second."""
        return self.accepted / self.seconds


async def closed_loop(target: Target, body: Callable[[], bytes], *, connections: int, seconds: float) -> Throughput:
    """Keep every connection busy for so long."""
    opened = [await Connection.to(target.port) for _ in range(connections)]
    begun = time.perf_counter()
    counts = await asyncio.gather(*(_busy(one, target, body, begun + seconds) for one in opened))
    took = time.perf_counter() - begun
    for one in opened:
        one.close()
    return Throughput(sum(good for good, _ in counts), sum(bad for _, bad in counts), took)


async def _busy(connection: Connection, target: Target, body: Callable[[], bytes], until: float) -> tuple[int, int]:
    good = bad = 0
    while time.perf_counter() < until:
        status = await connection.send(target.request(body()))
        if status < 300:
            good += 1
        else:
            bad += 1
    return good, bad


async def post_all(target: Target, bodies: Iterator[bytes], *, connections: int) -> Throughput:
    """Post each body once."""
    opened = [await Connection.to(target.port) for _ in range(connections)]

    async def some(connection: Connection) -> list[int]:
        return [await connection.send(target.request(body)) for body in bodies]

    begun = time.perf_counter()
    statuses = [status for some_of in await asyncio.gather(*map(some, opened)) for status in some_of]
    took = time.perf_counter() - begun
    for one in opened:
        one.close()
    accepted = sum(status < 300 for status in statuses)
    return Throughput(accepted, len(statuses) - accepted, took)
