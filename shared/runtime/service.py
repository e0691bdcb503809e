"""What a process runs: an HTTP application and the components beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp

from shared.runtime.component import Component
from shared.runtime.health import Health
from shared.runtime.settings import HttpSettings


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that `run` needs. Components are started in their order and stopped in the reverse one."""

    name: str
    app: ASGIApp
    components: Sequence[Component]
    health: Health
    http: HttpSettings
