"""A part of a service that lives as long as the process: a consumer, a relay, a key cache."""

from typing import Protocol, runtime_checkable


class Component(Protocol):
    """Started in order, run under supervision, stopped in reverse order."""

    async def start(self) -> None:
        """Prepare what must be there before the first request; a TransientError is tried again for a while.

        What may come later (a broker that a request can do without) belongs in `run`.
        """
        ...

    async def run(self) -> None:
        """Work until `stop`. An exception from here brings the process down, so that it is started afresh."""
        ...

    async def stop(self) -> None:
        """Finish what is in hand, so that `run` returns; called once, also when `run` has failed."""
        ...


@runtime_checkable
class Progressing(Protocol):
    """A component that can tell whether it still gets on; liveness fails when it does not."""

    @property
    def progressing(self) -> bool:
        """False when work is waiting and none has been finished for too long."""
        ...
