"""The whole API against its own document, by a program that nobody here wrote: with and without credentials (H4)."""

import asyncio
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.case_events import heard, opened
from tests.support.reporting import REPORT, WEB_KEY, running_reporting
from tests.support.served import served

CONFIG = Path(__file__).with_name("schemathesis.toml")
PROGRAM = Path(sys.executable).with_name("schemathesis")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
CREDENTIALS = {
    "none": (),
    "a client's key": ("-H", f"X-API-Key: {WEB_KEY.text}"),
    "a wrong key": ("-H", "X-API-Key: kith_web-client." + "x" * 43),
    "a wrong token": ("-H", "Authorization: Bearer nonsense"),
    "a supervisor's token": ("-H", "Authorization: Bearer supervisor:sam"),
}

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # connections that it breaks off
    pytest.mark.skipif(not shutil.which(str(PROGRAM)), reason="schemathesis is not installed"),
]


@pytest.mark.parametrize("credential", CREDENTIALS)
async def test_the_api_does_what_its_document_says(credential: str, tmp_path: Path) -> None:
    channels = {channel: {"gateway": SECRET} for channel in ("sms", "email", "voicemail")}
    limits = {"public_reports": 1_000_000}
    async with running_reporting(limits=limits, channels=channels) as reporting, served(reporting.app) as url:
        report = (await reporting.post(REPORT)).json()
        await heard(reporting, opened(report["id"]))
        arguments = (
            "--config-file", str(CONFIG), "run", f"{url}/openapi.json", "--checks", "all", "--max-examples", "5",
            "--phases", "examples,coverage,fuzzing,stateful", "--generation-deterministic", "--no-color",
            *CREDENTIALS[credential],
        )  # fmt: skip
        running = await asyncio.create_subprocess_exec(
            str(PROGRAM), *arguments, cwd=tmp_path, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        told, _ = await running.communicate()

        assert running.returncode == 0, told.decode()[-6_000:]
