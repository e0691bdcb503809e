"""Toxiproxy between a service and what it stands on: answers that are cut short, connections that are reset.

Its server is built once with Go into the cache; without Go the tests that need it are skipped with the reason.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.local.environment import inherited
from deploy.local.settings import LocalSettings
from deploy.local.spawn import die_with
from tests.support.store_node import free_port

MODULE = "github.com/Shopify/toxiproxy/v2/cmd/server@v2.5.0"
_BUILT_WITHIN = 600.0
_START_SECONDS = 20.0


def toxiproxy_binary() -> Path:
    """Return the server's program, built on first use; skips the test where it cannot be."""
    folder = LocalSettings().cache.resolve() / "bin"
    program = folder / "toxiproxy-server"
    if program.exists():
        return program
    go = shutil.which("go")
    if go is None:
        pytest.skip("no Go on this machine to build toxiproxy with")
    draft = folder / f".toxiproxy.{os.getpid()}"
    draft.mkdir(parents=True)
    try:
        built = subprocess.run(  # noqa: S603 - our own choice of module and version
            [go, "install", MODULE], env=inherited(GOBIN=str(draft)), capture_output=True, text=True,
            timeout=_BUILT_WITHIN, check=False,
        )  # fmt: skip
        if built.returncode:
            pytest.skip(f"toxiproxy could not be built: {built.stderr.strip()[-300:]}")
        (draft / "server").replace(program)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return program


@dataclass(frozen=True, slots=True)
class Proxy:
    """One listening port that passes everything on to another, less what its toxics take."""

    api: httpx.Client
    name: str
    port: int

    def add(self, kind: str, **attributes: Any) -> None:
        """Poison what comes back from the upstream, on connections that are open as on new ones."""
        toxic = {"name": kind, "type": kind, "stream": "downstream", "attributes": attributes}
        self.api.post(f"/proxies/{self.name}/toxics", json=toxic).raise_for_status()

    def heal(self) -> None:
        """Remove every toxic."""
        for toxic in self.api.get(f"/proxies/{self.name}/toxics").raise_for_status().json():
            self.api.delete(f"/proxies/{self.name}/toxics/{toxic['name']}").raise_for_status()


@contextmanager
def proxy_to(upstream_port: int, log: Path) -> Iterator[Proxy]:
    """Run a toxiproxy of one's own with one proxy to a port of this machine."""
    program, api_port, port = toxiproxy_binary(), free_port(), free_port()
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - built above
            [str(program), "-host", "127.0.0.1", "-port", str(api_port)],
            stdout=output, stderr=output, preexec_fn=die_with(os.getpid()),  # noqa: PLW1509 - no thread holds a lock
        )  # fmt: skip
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{api_port}", timeout=10) as api:
            _wait_for(api)
            wish = {"name": "store", "listen": f"127.0.0.1:{port}", "upstream": f"127.0.0.1:{upstream_port}"}
            api.post("/proxies", json=wish).raise_for_status()
            yield Proxy(api, "store", port)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(api: httpx.Client) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            api.get("/version").raise_for_status()
        except httpx.TransportError:
            assert time.monotonic() < deadline, "toxiproxy did not start"
            time.sleep(0.05)
        else:
            return
