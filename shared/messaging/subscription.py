"""What a service listens to, one line per event type."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from shared.contracts.event import Event

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Subscription(Generic[E]):
    """Binds an event type to its handler.

    The handler gets consecutive events of this type from one partition, in order, and may get the same ones again: it
    must be idempotent. It raises `TransientError` when the world around it is out, `PoisonMessageError` for an event
    that can never be handled. Handlers of different partitions run at the same time.
    """

    event: type[E]
    handler: Callable[[Sequence[E]], Awaitable[None]]
