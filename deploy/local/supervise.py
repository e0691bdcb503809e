"""The supervisor: one process that holds a stack from its start to the signal that ends it."""

import asyncio
import contextlib
import signal
from collections.abc import Callable

from deploy.local.errors import LocalError
from deploy.local.stack import Stack

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
INTERRUPTED = 130


async def supervise(stack: Stack, say: Callable[[str], None]) -> int:
    """Run a stack until SIGINT, SIGTERM or SIGHUP, also during its start; return the exit status."""
    told_to_end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in ENDS:
        loop.add_signal_handler(number, told_to_end.set)
    starting = asyncio.create_task(stack.start(), name="start")
    ending = asyncio.create_task(told_to_end.wait(), name="wait for a signal")
    try:
        await asyncio.wait({starting, ending}, return_when=asyncio.FIRST_COMPLETED)
        if not starting.done():
            say("told to stop during the start")
            starting.cancel()
            with contextlib.suppress(asyncio.CancelledError, LocalError):
                await starting  # which stops what it has started
            return INTERRUPTED
        starting.result()
        say("everything is ready")
        await ending
        say("stopping")
        await stack.stop()
        say("everything has stopped")
    finally:
        ending.cancel()
    return 0
