"""What a person asks of a stack from a terminal: up, down, status, restart."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from deploy.local.environment import inherited
from deploy.local.errors import AlreadyRunningError, LocalError, StartError
from deploy.local.layout import Layout
from deploy.local.lock import StackLock
from deploy.local.logfile import LogFile
from deploy.local.ports import Ports
from deploy.local.probes import answers
from deploy.local.settings import REPOSITORY, LocalSettings
from deploy.local.state import read_state

_POLL = 0.05
_STOP_WITHIN = 90.0
_RESTART_WITHIN = 120.0


@dataclass(frozen=True, slots=True)
class Control:
    """Acts on the stack of one folder, from outside its supervisor; `say` shows a line to the person."""

    layout: Layout
    ports: Ports
    say: Callable[[str], None]

    @classmethod
    def of(cls, settings: LocalSettings, say: Callable[[str], None]) -> "Control":
        """Return control of the stack that the settings name."""
        return cls(Layout(settings.home.resolve(), settings.cache.resolve()), Ports(settings.offset), say)

    @property
    def _lock(self) -> StackLock:
        return StackLock(self.layout.lock)

    def up(self, parts: Sequence[str]) -> None:
        """Start a supervisor that outlives this terminal and return when everything is ready."""
        holder = self._lock.holder()
        if holder is not None:
            raise AlreadyRunningError(f"a stack is already running (supervisor {holder}): `make down` stops it")
        log = LogFile(self.layout.logs / "supervisor.log")
        log.rotate()
        output = log.open()
        begin = os.fstat(output).st_size
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "deploy.local", "up", "--foreground", *(f"--only={name}" for name in parts)],
            cwd=REPOSITORY,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        os.close(output)
        try:
            self._follow(supervisor, log.path, begin)
        except KeyboardInterrupt:
            self.say("stopping what has started")
            supervisor.terminate()
            supervisor.wait()
            raise

    def down(self) -> bool:
        """Stop the supervisor and wait until nothing of it is left; False when there was none."""
        holder = self._lock.holder()
        if holder is None:
            return False
        begun = time.monotonic()
        os.kill(holder, signal.SIGTERM)
        while self._lock.holder() is not None:
            if time.monotonic() - begun > _STOP_WITHIN:
                os.kill(holder, signal.SIGKILL)  # which takes its children with it
                raise LocalError(f"supervisor {holder} did not stop within {_STOP_WITHIN:.0f} s and was killed")
            time.sleep(_POLL)
        self.say(f"everything stopped after {time.monotonic() - begun:.1f} s")
        return True

    def restart(self, name: str) -> None:
        """End one part in good order; its supervisor starts it again. Returns when the new one answers."""
        pid = self._pids().get(name)
        if pid is None or name == "supervisor":
            raise LocalError(f"{name} is not running")
        begun = time.monotonic()
        os.kill(pid, signal.SIGTERM)
        while (new := self._pids().get(name)) in {None, pid} or not answers(name, self.ports):
            if time.monotonic() - begun > _RESTART_WITHIN:
                raise StartError(f"{name} did not come back within {_RESTART_WITHIN:.0f} s: see {self.layout.logs}")
            time.sleep(_POLL)
        self.say(f"{name} restarted after {time.monotonic() - begun:.1f} s, now process {new}")

    def status(self) -> Iterator[tuple[str, int, str]]:
        """Yield each part's name, process id and state."""
        for name, pid in self._pids().items():
            if not psutil.pid_exists(pid):
                yield name, pid, "gone"
            elif name == "supervisor":
                yield name, pid, "running"
            else:
                yield name, pid, "ready" if answers(name, self.ports) else "not ready"

    def _pids(self) -> dict[str, int]:
        if self._lock.holder() is None:
            raise LocalError(f"no stack is running in {self.layout.home}: `make up` starts one")
        return dict(read_state(self.layout.state)["pids"])

    def _follow(self, supervisor: "subprocess.Popen[bytes]", log: Path, begin: int) -> None:
        with log.open(encoding="utf-8", errors="replace") as lines:
            lines.seek(begin)
            while True:
                ready = self.layout.state.exists() and self._lock.holder() == supervisor.pid
                ended = supervisor.poll()
                for line in lines:
                    self.say(line.rstrip())
                if ended is not None:
                    raise StartError("")  # it has said why
                if ready:
                    return
                time.sleep(_POLL)

    def _environment(self) -> dict[str, str]:
        return inherited(
            KITH_LOCAL_HOME=str(self.layout.home),
            KITH_LOCAL_CACHE=str(self.layout.cache),
            KITH_LOCAL_OFFSET=str(self.ports.offset),
            PYTHONUNBUFFERED="1",
        )
