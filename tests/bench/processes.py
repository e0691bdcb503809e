"""The services' processes from outside: stopped for a while, their time on the processor, their memory."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tests.support.stack import RunningStack


@contextmanager
def frozen(stack: RunningStack, *names: str) -> Iterator[None]:
    """Keep services from running for the length of a block."""
    pids = [stack.pid(name) for name in names]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def busy_seconds(stack: RunningStack, name: str) -> float:
    """Return how long a service has been on a processor."""
    times = psutil.Process(stack.pid(name)).cpu_times()
    return float(times.user + times.system)


def megabytes(stack: RunningStack, name: str) -> int:
    """Return a service's resident memory."""
    return int(psutil.Process(stack.pid(name)).memory_info().rss >> 20)
