"""A whole process: from its settings to its exit code."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.unit.shared.runtime.test_supervisor import a_free_port

ROOT = Path(__file__).parents[4]
SETTINGS = {
    "SAMPLE_PROFILE": "local",
    "SAMPLE_KAFKA__SERVERS": "broker:9092",
    "SAMPLE_MONGO__URL": "mongodb://store",
    "SAMPLE_MONGO__DATABASE": "sample",
    "SAMPLE_IDENTITY__ISSUER": "http://id.example",
    "SAMPLE_IDENTITY__JWKS_URL": "http://id.example/jwks",
}


@asynccontextmanager
async def a_process(**settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.unit.shared.runtime.sample_process",
        cwd=ROOT,
        env={"PATH": os.defpath} | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(30):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def until_ready(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                if (await client.get("/health/ready")).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_lets_requests_and_streams_finish_and_ends_with_zero(number: signal.Signals) -> None:
    port = a_free_port()
    settings = SETTINGS | {"SAMPLE_HTTP__PORT": str(port), "SAMPLE_BEHAVIOUR": "runs"}
    async with (
        a_process(**settings) as process,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as client,
    ):
        await until_ready(client)
        slow = asyncio.create_task(client.get("/slow"))
        async with client.stream("GET", "/stream") as stream:
            lines = stream.aiter_lines()
            first = await anext(lines)
            began = time.monotonic()
            process.send_signal(number)
            rest = [line async for line in lines]
        answer = await slow
        output, _ = await process.communicate()

    assert (first, rest) == ("hello", ["goodbye"])
    assert answer.json() == {"finished": True}
    assert process.returncode == 0
    assert time.monotonic() - began < 10
    assert b'"event":"service_stopped"' in output


async def test_a_part_that_breaks_ends_the_process_with_a_failure_and_says_which() -> None:
    settings = SETTINGS | {"SAMPLE_HTTP__PORT": str(a_free_port()), "SAMPLE_BEHAVIOUR": "breaks"}
    async with a_process(**settings) as process:
        output, _ = await process.communicate()

    assert process.returncode == 1
    assert b'"event":"component_failed"' in output
    assert b'"component":"Part"' in output
    assert b"jane" not in output


async def test_a_missing_setting_is_one_line_and_exit_code_78() -> None:
    async with a_process(**SETTINGS) as process:
        output, told = await process.communicate()

    assert process.returncode == 78
    assert told.decode().splitlines() == ["sample does not start: SAMPLE_BEHAVIOUR is missing"]
    assert output == b""
