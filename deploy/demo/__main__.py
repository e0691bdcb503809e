"""`python -m deploy.demo`: play a day through the platform, show what happens, and stay up."""

import asyncio
import signal
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from deploy.demo import kill
from deploy.demo.performance import Performance, Wish
from deploy.local.errors import LocalError
from deploy.local.supervise import ENDS, INTERRUPTED

_WIDTH = 160

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def demo(
    *,
    data: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, resolve_path=True, help="A folder of public data to play instead."),
    ] = None,
    seconds: Annotated[float, typer.Option(min=5, help="How long the shipped day takes.")] = 60.0,
    speed: Annotated[float, typer.Option(min=1, help="How many times faster a real day is played.")] = 600.0,
    hard: Annotated[bool, typer.Option("--kill", help="Kill every part three times under load.")] = False,
    leave: Annotated[bool, typer.Option("--exit", help="End after the table instead of staying up.")] = False,
) -> None:
    """Play a day of reports through the platform and show what becomes of them."""
    wish = Wish(data, seconds, speed, kill.RATE if hard else None, stay=not leave)
    raise typer.Exit(asyncio.run(_performed(wish)))


async def _performed(wish: Wish) -> int:
    """Perform until done or told to end by a signal; everything that was started is stopped either way."""
    console = Console(width=None if Console().is_terminal else _WIDTH, highlight=False)
    performance = Performance(wish, console)
    task = asyncio.ensure_future(performance.run())
    for number in ENDS:
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    status = INTERRUPTED
    try:
        status = await task
    except* asyncio.CancelledError:
        status = 0 if performance.shown else INTERRUPTED
    except* LocalError as errors:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"kith: {_first_of(errors)}", markup=False)
        status = 1
    return status


def _first_of(errors: BaseExceptionGroup[LocalError]) -> BaseException:
    first: BaseException = errors.exceptions[0]
    return _first_of(first) if isinstance(first, BaseExceptionGroup) else first


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()
