"""The one publisher of a process, on aiokafka."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiokafka.errors import KafkaError

from shared.messaging.errors import PublishFailedError
from shared.messaging.kafka.producer import Producer
from shared.messaging.kafka.settings import ProducerSettings
from shared.messaging.limits import BackOff
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.record import OutgoingRecord
from shared.observability.logging import get_logger

log = get_logger()

_IN_FLIGHT_RECORDS = 20_000
_RECORDS_AT_A_TIME = 5_000
_STOP_SECONDS = 6.0
_BACK_OFF = BackOff(cap_seconds=5.0)


@dataclass(slots=True, eq=False)
class _Call:
    """One `publish`: its records, and the caller who waits."""

    records: Sequence[OutgoingRecord]
    answer: asyncio.Future[None]
    unacknowledged: int
    begun: float = field(default_factory=time.perf_counter)

    def fail(self, error: BaseException) -> None:
        if not self.answer.done():
            self.answer.set_exception(PublishFailedError(f"not known to be published: {type(error).__name__}"))


class KafkaPublisher:
    """Writes records through one idempotent producer, from one task; callers queue.

    After any failure the producer is thrown away, since it may refuse everything from then on, and every call in hand
    or in the queue fails: whoever keeps the records sends them again, in order. Nothing is sent unless `run` runs.
    """

    def __init__(
        self,
        servers: str,
        metrics: PublisherMetrics,
        *,
        client_id: str = "kith",
        settings: ProducerSettings | None = None,
    ) -> None:
        settings = settings or ProducerSettings()
        self._options = settings.options(servers, client_id)
        self._answer_seconds = settings.request_timeout_ms / 1000
        self._metrics = metrics
        self._queue: asyncio.Queue[_Call] = asyncio.Queue()
        self._sent: dict[_Call, float] = {}
        self._in_flight = 0
        self._moved = asyncio.Event()
        self._failure: BaseException | None = None
        self._producer: Producer | None = None
        self._serving: asyncio.Task[None] | None = None
        self._stopping = False
        self._given_up = False
        self._finished = asyncio.Event()
        self._finished.set()

    async def publish(self, records: Sequence[OutgoingRecord]) -> None:
        """Return when all records are acknowledged by all in-sync replicas; see `Publisher`."""
        if not records:
            return
        if self._stopping:
            raise PublishFailedError("the publisher is stopping")
        call = _Call(records, asyncio.get_running_loop().create_future(), len(records))
        self._queue.put_nowait(call)
        self._moved.set()
        try:
            await call.answer
        except PublishFailedError:
            self._metrics.failures.inc()
            raise
        self._metrics.seconds.observe(time.perf_counter() - call.begun)

    async def start(self) -> None:
        """Do nothing: the broker is reached in `run`, so that a service can start while it is out."""

    async def run(self) -> None:
        """Send what is published, through outages, until stopped."""
        self._finished.clear()
        waits = _BACK_OFF.waits()
        try:
            while not self._stopping:
                self._producer = producer = Producer(self._options)
                self._serving = asyncio.create_task(self._serve(producer))
                try:
                    await self._serving
                except (KafkaError, OSError, TimeoutError) as error:
                    self._fail_all(error)
                    log.warning("producer_recreated", error=type(error).__name__)
                    self._metrics.recreated.inc()
                    waits = _BACK_OFF.waits() if producer.opened else waits
                    await self._rest(next(waits))
                except asyncio.CancelledError:
                    if not self._given_up:
                        raise
                finally:
                    await producer.close()
        finally:
            self._stopping = True
            self._fail_all(ConnectionError())
            self._finished.set()

    async def stop(self) -> None:
        """Send what was published before, within a few seconds, and end `run`."""
        self._stopping = True
        self._moved.set()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self._finished.wait()
        except TimeoutError:
            self._given_up = True
            if self._serving is not None:
                self._serving.cancel()
            await self._finished.wait()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["KafkaPublisher"]:
        """Run it for the length of a block: for commands and tests."""
        sending = asyncio.create_task(self.run())
        try:
            yield self
        finally:
            await self.stop()
            await sending

    async def _serve(self, producer: Producer) -> None:
        """Send until stopped; raises the first failure."""
        await producer.open()
        self._failure = None
        while self._failure is None:
            if self._stopping and self._queue.empty() and not self._sent:
                return
            if not self._queue.empty() and self._in_flight < _IN_FLIGHT_RECORDS:
                await self._send(producer, self._next_calls())
                continue
            overdue = next(iter(self._sent.values()), float("inf")) + self._answer_seconds
            if overdue <= time.monotonic():
                # The driver sends an idempotent batch again for ever; whoever waits for it has waited long enough.
                raise TimeoutError
            await self._something_moves(before=overdue)
        raise self._failure

    async def _something_moves(self, *, before: float) -> None:
        self._moved.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(None if before == float("inf") else max(0.0, before - time.monotonic())):
                await self._moved.wait()

    def _next_calls(self) -> list[_Call]:
        calls: list[_Call] = []
        records = 0
        while not self._queue.empty() and records < _RECORDS_AT_A_TIME:
            call = self._queue.get_nowait()
            calls.append(call)
            records += len(call.records)
        return calls

    async def _send(self, producer: Producer, calls: Sequence[_Call]) -> None:
        self._sent.update(dict.fromkeys(calls, time.monotonic()))
        calls = [call for call in calls if await self._topics_exist(producer, call)]
        self._in_flight += sum(len(call.records) for call in calls)
        self._metrics.in_flight.set(self._in_flight)
        owned = ((record, call) for call in calls for record in call.records)
        async for acknowledgement, owners in producer.send(owned):
            acknowledgement.add_done_callback(partial(self._answered, producer, owners))

    async def _topics_exist(self, producer: Producer, call: _Call) -> bool:
        for topic in {record.topic for record in call.records}:
            if not await producer.knows(topic):
                log.error("topic_missing", topic=topic)
                self._sent.pop(call, None)
                call.fail(LookupError())
                return False
        return True

    def _answered(self, producer: Producer, owners: Sequence[_Call], done: "asyncio.Future[Any]") -> None:
        failure = ConnectionError() if done.cancelled() else done.exception()
        if producer is not self._producer:
            return  # its calls have failed already
        self._in_flight -= len(owners)
        self._metrics.in_flight.set(self._in_flight)
        self._moved.set()
        if failure is not None:
            self._failure = self._failure or failure
            return
        for call in owners:
            call.unacknowledged -= 1
            if call.unacknowledged == 0:
                self._sent.pop(call, None)
                if not call.answer.done():
                    call.answer.set_result(None)
                for record in call.records:
                    self._metrics.published(record.topic).inc()

    def _fail_all(self, error: BaseException) -> None:
        self._producer = None
        for call in (*self._sent, *self._drained()):
            call.fail(error)
        self._sent.clear()
        self._in_flight = 0

    def _drained(self) -> list[_Call]:
        calls = []
        while not self._queue.empty():
            calls.append(self._queue.get_nowait())
        return calls

    async def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._stopping and time.monotonic() < until:
            await self._something_moves(before=until)
