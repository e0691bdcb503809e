"""Reporting as a real process, to be killed and started again."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from services.reporting.settings import ReportingSettings
from shared.runtime.run import main
from tests.support.reporting import WEB_KEY
from tests.support.store_node import free_port

ROOT = Path(__file__).parents[2]
KEY = {"x-api-key": WEB_KEY.text}


@dataclass
class ReportingProcess:
    """One reporting process on a port of its own. What it acknowledged has to outlive it."""

    kafka: str
    mongo: str
    log: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, die_at: str = "", ready: bool = True) -> None:
        """Start the process; with `die_at` it ends itself with status 137 at that point of the first report's way."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                (sys.executable, "-m", "tests.support.reporting_process", die_at),
                cwd=ROOT, env=self._environment(), stdout=log, stderr=log,
            )  # fmt: skip
        if ready:
            self.wait_until_ready()

    def wait_until_ready(self, within: float = 60.0) -> None:
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            assert self.process is None or self.process.poll() is None, self.log.read_text()[-4000:]
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise TimeoutError(f"reporting is not ready:\n{self.log.read_text()[-4000:]}")

    def kill(self) -> None:
        """SIGKILL, if it still runs."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=10)
            self.process = None

    def terminate(self) -> None:
        """SIGTERM, without waiting."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)

    def ended(self, within: float = 20.0) -> int:
        """Wait for the process to end by itself."""
        assert self.process is not None
        status = self.process.wait(timeout=within)
        self.process = None
        return status

    def _environment(self) -> dict[str, str]:
        client = {"id": WEB_KEY.id, "name": "Web", "sha256": WEB_KEY.sha256}
        return {**os.environ} | {  # noqa: TID251 - handed on, not read
            "PYTHONPATH": str(ROOT),
            "REPORTING_PROFILE": "local",
            "REPORTING_HTTP__PORT": str(self.port),
            "REPORTING_PUBLIC_URL": self.url,
            "REPORTING_KAFKA__SERVERS": self.kafka,
            "REPORTING_MONGO__URL": self.mongo,
            "REPORTING_MONGO__DATABASE": "reporting",
            "REPORTING_IDENTITY__ISSUER": "http://127.0.0.1:9",
            "REPORTING_IDENTITY__JWKS_URL": "http://127.0.0.1:9/jwks.json",
            "REPORTING_SECRETS__FOLLOW_UP": "f" * 32,
            "REPORTING_SECRETS__CONTACT_KEY": "c" * 32,
            "REPORTING_PHOTOS__FOLDER": str(self.log.with_name("photos")),
            "REPORTING_CONTACT_KEYS__FOLDER": str(self.log.with_name("contact-keys")),
            "REPORTING_CLIENTS": json.dumps([client]),
        }


def _run(die_at: str) -> None:
    from services.reporting.bootstrap import build  # noqa: PLC0415 - only in the child process

    def probe(point: str) -> None:
        if point == die_at:
            os._exit(137)

    main("reporting", ReportingSettings, lambda settings: build(settings, probe))


if __name__ == "__main__":
    _run(sys.argv[1] if len(sys.argv) > 1 else "")
