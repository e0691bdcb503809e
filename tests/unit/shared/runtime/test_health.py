"""What the probes answer, with dependencies up, down and slow."""

import asyncio
import time
from dataclasses import dataclass

from shared.runtime.errors import TransientError
from shared.runtime.health import Health


class Dependency:
    def __init__(self) -> None:
        self.asked, self.down, self.hangs = 0, False, False

    async def check(self) -> None:
        self.asked += 1
        if self.hangs:
            await asyncio.Event().wait()
        if self.down:
            raise TransientError("mongodb://user:hunter2@store")


@dataclass
class Consumer:
    progressing: bool = True


async def test_readiness_follows_a_dependency_down_and_up() -> None:
    store = Dependency()
    health = Health({"store": store.check}, fresh_for=0.0)
    health.started = True

    up = await health.ready()
    store.down = True
    down = await health.ready()
    store.down = False
    again = await health.ready()

    assert (up.passed, down.passed, again.passed) == (True, False, True)
    assert down.parts == {"store": "TransientError", "service": "serving"}


async def test_a_dependency_that_hangs_makes_readiness_red_soon() -> None:
    store = Dependency()
    store.hangs = True
    health = Health({"store": store.check}, timeout=0.02)
    health.started = True

    began = time.monotonic()
    verdict = await health.ready()

    assert not verdict.passed
    assert time.monotonic() - began < 1.0


async def test_many_probes_ask_a_dependency_once() -> None:
    store = Dependency()
    health = Health({"store": store.check}, fresh_for=60.0)

    await asyncio.gather(*(health.ready() for _ in range(50)))

    assert store.asked == 1


async def test_liveness_never_asks_a_dependency_and_fails_with_a_stuck_component() -> None:
    store, consumer = Dependency(), Consumer()
    health = Health({"store": store.check})
    health.watch([object(), consumer])

    before = health.live()
    consumer.progressing = False
    after = health.live()

    assert (before.passed, after.passed) == (True, False)
    assert after.parts == {"Consumer-1": "stuck"}
    assert store.asked == 0
