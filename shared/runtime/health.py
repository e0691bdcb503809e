"""Whether this process is alive, ready and started, in the words that an orchestrator asks for."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from shared.runtime.component import Progressing

Check = Callable[[], Awaitable[object]]
"""Asks one dependency; raises, or takes too long, when it cannot be used."""

_NO_CHECKS: Mapping[str, Check] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer to a probe, with each part's own answer by name."""

    passed: bool
    parts: Mapping[str, str]


class Health:
    """What the three probes answer.

    Liveness never asks a dependency: it says that the loop turns and that components progress. Readiness asks every
    dependency at once, each within `timeout` seconds, and keeps the answer for `fresh_for` seconds, however many
    probes arrive meanwhile; it is false before the start is complete and from the first moment of a stop.
    """

    def __init__(
        self, checks: Mapping[str, Check] = _NO_CHECKS, *, timeout: float = 2.0, fresh_for: float = 1.0
    ) -> None:
        """Take the dependencies to ask, by the names that the answer shows."""
        self._checks = dict(checks)
        self._timeout = timeout
        self._fresh_for = fresh_for
        self._watched: dict[str, Progressing] = {}
        self._asking = asyncio.Lock()
        self._answers: dict[str, str] = {}
        self._asked_at = float("-inf")
        self.started = False
        self.draining = asyncio.Event()

    def watch(self, components: Sequence[object]) -> None:
        """Let liveness depend on those of the components that can tell whether they progress."""
        for number, component in enumerate(components):
            if isinstance(component, Progressing):
                self._watched[f"{type(component).__name__}-{number}"] = component

    def drain(self) -> None:
        """Turn readiness off for good and wake whoever waits for `draining`, such as open streams."""
        self.draining.set()

    def live(self) -> Verdict:
        """Answer the liveness probe from memory."""
        parts = {name: "progressing" if part.progressing else "stuck" for name, part in self._watched.items()}
        return Verdict("stuck" not in parts.values(), parts)

    def startup(self) -> Verdict:
        """Answer the start-up probe from memory."""
        return Verdict(self.started, {})

    async def ready(self) -> Verdict:
        """Answer the readiness probe, within the timeout of the slowest dependency."""
        async with self._asking:
            if time.monotonic() - self._asked_at >= self._fresh_for:
                answers = await asyncio.gather(*(self._ask(check) for check in self._checks.values()))
                self._answers = dict(zip(self._checks, answers, strict=True))
                self._asked_at = time.monotonic()
        serving = self.started and not self.draining.is_set()
        return Verdict(serving and set(self._answers.values()) <= {"ok"}, self._answers | self._phase())

    def _phase(self) -> dict[str, str]:
        phase = "draining" if self.draining.is_set() else "serving" if self.started else "starting"
        return {"service": phase}

    async def _ask(self, check: Check) -> str:
        try:
            async with asyncio.timeout(self._timeout):
                await check()
        except TimeoutError:
            return "no answer in time"
        except Exception as error:  # noqa: BLE001 -- whatever a dependency's driver raises, the dependency is not usable
            return type(error).__name__
        return "ok"
