"""What the process says about itself: its build, its memory and CPU, and how promptly its event loop turns."""

import asyncio
import gc
import platform

from prometheus_client import (
    CollectorRegistry,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)

_EVERY_SECONDS = 0.5


def process_registry(service: str, version: str = "0.1.0") -> CollectorRegistry:
    """Return the one registry of a process, with its build and its process metrics already on it.

    Counters are exported without their `_created` series, which would double the number of series for nothing.
    """
    disable_created_metrics()  # type: ignore[no-untyped-call]  # the library leaves it untyped
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    if gc.isenabled():
        GCCollector(registry=registry)
    build = Info("kith_build", "What is running.", registry=registry)
    build.info({"service": service, "version": version, "python": platform.python_version()})
    return registry


class LoopLag:
    """Measures how late the event loop wakes up; a handler that hogs the CPU shows here first."""

    def __init__(self, registry: CollectorRegistry, *, every_seconds: float = _EVERY_SECONDS) -> None:
        self._every = every_seconds
        self._last = Gauge("kith_event_loop_lag_seconds", "How late the loop woke up, last time.", registry=registry)
        self._spread = Histogram(
            "kith_event_loop_delay_seconds",
            "How late the loop woke up.",
            buckets=(0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0),
            registry=registry,
        )
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        """Nothing to prepare."""

    async def run(self) -> None:
        """Measure until stopped."""
        loop = asyncio.get_running_loop()
        while not self._stopped.is_set():
            due = loop.time() + self._every
            loop.call_at(due, self._observe, due)
            try:
                async with asyncio.timeout_at(due + self._every / 10):
                    await self._stopped.wait()
            except TimeoutError:
                continue

    async def stop(self) -> None:
        """Stop measuring."""
        self._stopped.set()

    def _observe(self, due: float) -> None:
        late = max(0.0, asyncio.get_running_loop().time() - due)
        self._last.set(late)
        self._spread.observe(late)
