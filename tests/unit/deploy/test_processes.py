import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from deploy.local.environment import inherited
from deploy.local.errors import StartError
from deploy.local.logfile import LogFile
from deploy.local.processes import Backoff, Program, Supervised
from deploy.local.spawn import Command

QUICKLY = Backoff(first=0.01, longest=0.05)
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
WITH_CHILD = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"


def a_program(folder: Path, code: str = "", *, start_within: float = 20, stop_within: float = 10) -> Program:
    """A child that says it is ready by making a file, then waits."""
    mark = folder / "ready"
    body = f"{code}\nimport pathlib, time\npathlib.Path({str(mark)!r}).touch()\ntime.sleep(600)"

    async def ready() -> bool:
        return mark.exists()

    command = Command((sys.executable, "-c", body), folder, inherited(), LogFile(folder / "child.log"))
    return Program("child", command, ready, start_within=start_within, stop_within=stop_within)


async def eventually(holds: Callable[[], bool]) -> None:
    for _ in range(2000):
        if holds():
            return
        await asyncio.sleep(0.01)
    pytest.fail("waited 20 s in vain")


def test_each_failure_in_a_row_doubles_the_pause_up_to_a_limit() -> None:
    backoff = Backoff(first=0.5, factor=2, longest=3)

    delays = [backoff.delay(failures) for failures in (1, 2, 3, 4, 5)]

    assert delays == [0.5, 1, 2, 3, 3]


async def test_a_start_returns_when_the_child_is_ready_and_a_stop_when_it_is_gone(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path))

    await child.start()
    pid = child.pid
    await child.stop()

    assert pid is not None
    assert child.pid is None
    assert not psutil.pid_exists(pid)


async def test_a_child_that_ends_before_it_is_ready_is_reported_with_its_last_words(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path, "import sys; sys.exit('KAFKA__SERVERS is missing')"))

    with pytest.raises(StartError, match=r"(?s)child ended before it was ready.*KAFKA__SERVERS is missing"):
        await child.start()


async def test_a_child_that_stays_silent_is_stopped_and_reported(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path, "import time; time.sleep(600)", start_within=0.3))

    with pytest.raises(StartError, match="not ready within"):
        await child.start()

    assert child.pid is None


async def test_a_killed_child_is_started_again_and_the_reason_told(tmp_path: Path) -> None:
    told: list[str] = []

    async def listen(_name: str, why: str) -> None:
        told.append(why)

    child = Supervised(a_program(tmp_path), backoff=QUICKLY, told=listen)
    await child.start()
    first = child.pid

    child.kill()
    await eventually(lambda: bool(told))
    second = child.pid
    await child.stop()

    assert second not in {first, None}
    assert told == ["restarted after it ended with SIGKILL"]


async def test_a_restart_that_was_asked_for_ends_with_the_next_life_ready(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path), backoff=Backoff(first=600))
    await child.start()
    first = child.pid

    await child.restart()
    second = child.pid
    await child.stop()

    assert second not in {first, None}


async def test_a_child_that_will_not_stop_is_killed_after_the_deadline(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path, STUBBORN, stop_within=0.2))
    await child.start()
    pid = child.pid

    await child.stop()

    assert pid is not None
    assert not psutil.pid_exists(pid)


async def test_a_child_that_waits_for_its_next_life_can_be_stopped(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path), backoff=Backoff(first=600, longest=600))
    await child.start()

    child.kill()
    await eventually(lambda: child.pid is None)
    await child.stop()

    assert child.restarts == 0


async def test_what_a_child_has_started_goes_with_it(tmp_path: Path) -> None:
    child = Supervised(a_program(tmp_path, WITH_CHILD))
    await child.start()
    grandchildren = psutil.Process(child.pid).children(recursive=True)

    await child.stop()

    assert len(grandchildren) == 1
    await eventually(lambda: not any(alive(process) for process in grandchildren))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
async def test_children_die_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    supervisor = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SUPERVISOR, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert supervisor.stdout is not None
    pid = int(await supervisor.stdout.readline())

    os.kill(supervisor.pid, signal.SIGKILL)
    await supervisor.communicate()

    await eventually(lambda: not psutil.pid_exists(pid) or not alive(psutil.Process(pid)))


def alive(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


SUPERVISOR = """
import asyncio, sys
from pathlib import Path
from deploy.local.environment import inherited
from deploy.local.logfile import LogFile
from deploy.local.spawn import Command, spawn

async def main():
    folder = Path(sys.argv[1])
    code = "import time; time.sleep(600)"
    command = Command((sys.executable, "-c", code), folder, inherited(), LogFile(folder / "log"))
    child = await spawn(command)
    print(child.pid, flush=True)
    await child.wait()

asyncio.run(main())
"""
