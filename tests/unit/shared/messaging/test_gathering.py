"""Handler calls that are joined: who is handled with whom, and who hears of which fault."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.contracts.reporting import ReportSubmitted
from shared.messaging.codec import record_of
from shared.messaging.gathering import Gathering
from shared.messaging.record import Record
from shared.messaging.tracing import TRACES, Traces, traceparent_of
from shared.runtime.errors import TransientError
from tests.support.consuming import until
from tests.support.events import a_report


class Handler:
    """Keeps what it was called with; waits at a gate, and cannot take some events."""

    def __init__(self) -> None:
        self.calls: list[list[ReportSubmitted]] = []
        self.gate = asyncio.Event()
        self.refused: ReportSubmitted | None = None
        self.out = False
        self.traceparents: list[str] = []

    async def __call__(self, events: Sequence[ReportSubmitted]) -> None:
        self.calls.append(list(events))
        await self.gate.wait()
        if self.out:
            raise TransientError("the store is out")
        if self.refused in events:
            raise ValueError("not this one")
        traces = TRACES.get()
        assert traces is not None
        self.traceparents += [traces.of(event.event_id) or "" for event in events]


@pytest.fixture
def handler() -> Handler:
    return Handler()


async def called(gathering: Gathering[ReportSubmitted], number: int) -> None:
    """Call as a lane does, with the trace of its own record."""
    report = a_report(number)
    TRACES.set(Traces([_received(report)], [report]))
    await gathering([report])


def _received(report: ReportSubmitted) -> Record:
    out = record_of(report)
    return Record(out.topic, 0, 0, 0, out.key, out.value, out.headers)


def calls_of(gathering: Gathering[ReportSubmitted], count: int) -> list[asyncio.Task[None]]:
    return [asyncio.create_task(called(gathering, number)) for number in range(count)]


async def test_calls_that_come_meanwhile_are_joined_in_order(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=1), 5)
    await until(lambda: len(handler.calls) == 1)
    handler.gate.set()
    await asyncio.gather(*tasks)

    assert [[event.report_id for event in call] for call in handler.calls] == [
        [a_report(0).report_id],
        [a_report(number).report_id for number in range(1, 5)],
    ]


async def test_a_group_has_its_limit(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=1, most=2), 5)
    await until(lambda: len(handler.calls) == 1)
    handler.gate.set()
    await asyncio.gather(*tasks)

    assert [len(call) for call in handler.calls] == [1, 2, 2]


async def test_several_groups_are_in_hand(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=3), 5)
    await until(lambda: len(handler.calls) == 3)
    handler.gate.set()
    await asyncio.gather(*tasks)

    assert [len(call) for call in handler.calls] == [1, 1, 1, 2]


async def test_each_event_keeps_the_trace_it_came_with(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=1), 4)
    handler.gate.set()
    await asyncio.gather(*tasks)

    assert handler.traceparents == [traceparent_of(a_report(number)) for number in range(4)]


async def test_an_outage_is_heard_of_by_all(handler: Handler) -> None:
    handler.out = True
    tasks = calls_of(Gathering(handler, in_hand=1), 3)
    handler.gate.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)

    assert all(isinstance(outcome, TransientError) for outcome in outcomes)


async def test_only_who_brought_the_fault_hears_of_it(handler: Handler) -> None:
    handler.refused = a_report(2)
    tasks = calls_of(Gathering(handler, in_hand=1), 4)
    handler.gate.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [type(None), type(None), ValueError, type(None)]


async def test_when_the_call_that_leads_is_cancelled_the_others_try_again(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=1), 4)
    await until(lambda: len(handler.calls) == 1)
    tasks[0].cancel()
    await until(lambda: len(handler.calls) == 2)
    tasks[1].cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)

    assert [len(call) for call in handler.calls] == [1, 3]
    assert all(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes[:2])
    assert all(isinstance(outcome, TransientError) for outcome in outcomes[2:])


async def test_a_call_cancelled_while_it_waits_is_handled_no_more(handler: Handler) -> None:
    tasks = calls_of(Gathering(handler, in_hand=1), 3)
    await until(lambda: len(handler.calls) == 1)
    tasks[1].cancel()
    await asyncio.wait([tasks[1]])
    handler.gate.set()
    await asyncio.gather(tasks[0], tasks[2])

    assert [event.report_id for event in handler.calls[1]] == [a_report(2).report_id]
