"""The examples of docs/clients.md, run as they are printed."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.memory_store import Fault, MemoryDatabase
from tests.support.reporting import Reporting, running_reporting
from tests.support.served import served

PAGE = Path(__file__).parents[3] / "docs/clients.md"
EXAMPLES = dict(
    re.findall(r"^```(sh|python|js)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
)
PROGRAMS = {"sh": ("sh", "-c"), "python": (sys.executable, "-c"), "js": ("node", "-e")}
REPORTS = {"sh": 1, "python": 2, "js": 1}


@pytest.fixture
async def shaky() -> AsyncIterator[tuple[Reporting, str]]:
    """Reporting whose store fails the first write after it took effect, as when an answer is lost."""
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting, served(reporting.app) as url:
        database.faults.plan(Fault("insert_each", after_effect=True, collection="reports"))
        yield reporting, url


@pytest.mark.parametrize("language", PROGRAMS)
async def test_an_example_makes_one_report_of_each_draft_through_a_lost_answer(
    shaky: tuple[Reporting, str], language: str
) -> None:
    reporting, url = shaky
    needed = {"sh": "curl", "js": "node"}.get(language)
    if needed and shutil.which(needed) is None:
        pytest.skip(f"{needed} is not on this machine")

    running = await asyncio.create_subprocess_exec(
        *PROGRAMS[language], EXAMPLES[language],
        env={"KITH": url, "PATH": os.defpath + ":/usr/local/bin", "no_proxy": "*"},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    told, _ = await running.communicate()

    assert running.returncode == 0, told.decode()
    assert len(re.findall(r"KTH-[0-9A-Z]{4}-[0-9A-Z]{4}", told.decode())) >= REPORTS[language]
    assert await reporting.database.collection("reports").count({}) == REPORTS[language]
