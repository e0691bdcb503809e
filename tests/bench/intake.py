"""Acknowledged posts a second: reporting against the bare endpoint and against one insert per request."""

import asyncio
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.bench.load import Target, Throughput, closed_loop
from tests.bench.processes import frozen
from tests.bench.result import Row
from tests.support.kafka_node import free_port
from tests.support.stack import RunningStack, eventually

CONNECTIONS = 64
SECONDS = 6.0
ROUNDS = 3
BODY = json.dumps(
    {
        "channel": "web",
        "category": "nui.rowdy_gathering",
        "text": "Ten or so lads by the bandstand with a speaker on while gone midnight, nowt broken, just loud. " * 3,
        "when": "last_night",
        "where_kind": "park_open_space",
        "repeat_count": 2,
        "reporter_role": "witness",
        "share_with_community": "yes",
        "location": {"lat": 53.6458, "lon": -1.7850},
    }
).encode()


def measure(stack: RunningStack) -> list[Row]:
    """Measure the three in turns, so that what else the machine does meets all of them; the neighbours are stopped."""
    store = stack.state["mongo"]
    with (
        frozen(stack, "triage", "networks", "notify"),
        _server("bare", store) as bare,
        _server("single", store) as single,
    ):
        service = Target(_port(stack.url("reporting")), "/v1/reports", (("X-API-Key", stack.api_key("web_client")),))
        targets = {"service": service, "bare": Target(bare, "/v1/reports"), "single": Target(single, "/v1/reports")}
        rates: dict[str, list[float]] = {name: [] for name in targets}
        for _ in range(ROUNDS):
            for name, target in targets.items():
                rates[name].append(_run(target).per_second)
    service_rate, bare_rate, single_rate = (statistics.median(rates[name]) for name in ("service", "bare", "single"))
    return [
        _row("acknowledged posts/s, one process", service_rate, ("the endpoint without storage", bare_rate), 0.5),
        _row("acknowledged posts/s, one process", service_rate, ("one insert per request", single_rate), 2.0),
    ]


def _run(target: Target) -> Throughput:
    done = asyncio.run(closed_loop(target, lambda: BODY, connections=CONNECTIONS, seconds=SECONDS))
    if done.refused:
        raise RuntimeError(f"{done.refused} posts were refused")
    return done


def _row(what: str, rate: float, other: tuple[str, float], aim: float) -> Row:
    name, against = other
    ratio = rate / against
    return Row(what, f"{rate:,.0f}/s", f"{name}: {against:,.0f}/s, ratio {ratio:.2f}", f"ratio {aim}", ratio >= aim)


@contextmanager
def _server(kind: str, store: str) -> Iterator[int]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.servers", kind, str(port), store])  # noqa: S603
    try:
        eventually(lambda: _answers(port), within=30, what=f"the {kind} endpoint")
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int) -> bool:
    with suppress(OSError, RuntimeError, asyncio.IncompleteReadError):
        asyncio.run(closed_loop(Target(port, "/v1/reports"), lambda: BODY, connections=1, seconds=0.01))
        return True
    return False


def _port(url: str) -> int:
    return int(url.rsplit(":", 1)[1])
