"""`python -m tests.crash.failing_service triage after_insert`: a service that ends itself, once, where it hurts."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from shared.runtime.probe import Point, Probe
from shared.runtime.run import main

KILLED = 137


def dying_at(point: str) -> Probe:
    """Return a probe that ends the process at a point as SIGKILL would: nothing is cleaned up, nobody is told."""

    def probe(passed: Point) -> None:
        if passed == point:
            os._exit(KILLED)

    return probe


def _reporting(probe: Probe) -> NoReturn:
    from services.reporting.bootstrap import build  # noqa: PLC0415 - only one service is loaded
    from services.reporting.settings import ReportingSettings  # noqa: PLC0415

    main("reporting", ReportingSettings, lambda settings: build(settings, probe))


def _triage(probe: Probe) -> NoReturn:
    from services.triage.bootstrap import build  # noqa: PLC0415 - only one service is loaded
    from services.triage.settings import Settings  # noqa: PLC0415

    main("triage", Settings, lambda settings: build(settings, probe))


if __name__ == "__main__":
    SERVICES: dict[str, Callable[[Probe], NoReturn]] = {"reporting": _reporting, "triage": _triage}
    SERVICES[sys.argv[1]](dying_at(sys.argv[2] if len(sys.argv) > 2 else ""))
