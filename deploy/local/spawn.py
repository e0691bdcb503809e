"""Starting one child that cannot outlive its supervisor."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.logfile import LogFile

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, with which environment, and where its output goes."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    log: LogFile


async def spawn(command: Command) -> asyncio.subprocess.Process:
    """Start a child in a session of its own; on Linux the kernel kills it when this process dies, however it dies."""
    output = command.log.open()
    try:
        return await asyncio.create_subprocess_exec(
            *command.arguments,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=die_with(os.getpid()),
        )
    finally:
        os.close(output)


def die_with(parent: int) -> Callable[[], None] | None:
    """Return what a child runs before its program: ask the kernel for SIGKILL when the parent has gone."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # loaded here, since loading is not safe between fork and exec

    def ask() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # the parent went before we asked
            os._exit(1)

    return ask


async def end(process: asyncio.subprocess.Process, *, within: float) -> bool:
    """Ask a child and its group to stop, insist after a deadline; tell whether it stopped when asked."""
    if process.returncode is not None:
        return True
    signal_group(process, signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), within)
    except TimeoutError:
        stopped = False
    else:
        stopped = True
    signal_group(process, signal.SIGKILL, even_if_gone=True)
    await process.wait()
    return stopped


def signal_group(process: asyncio.subprocess.Process, number: signal.Signals, *, even_if_gone: bool = False) -> None:
    """Signal every process of a child's session; nothing happens when there is none left."""
    if process.returncode is None or even_if_gone:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, number)
