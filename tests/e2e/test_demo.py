"""The demo as a newcomer starts it: one command, to its table, with nothing left running."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from deploy.local.environment import inherited
from deploy.local.settings import REPOSITORY

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]

PUBLIC_DATA = REPOSITORY.parent / "shared" / "data"
WITHIN = 540


def demo(home: Path, offset: int, *options: str) -> str:
    """Run the demo to its end and return what it printed."""
    environment = inherited(KITH_LOCAL_HOME=str(home), KITH_LOCAL_OFFSET=str(offset))
    command = [sys.executable, "-m", "deploy.demo", "--exit", *options]
    process = subprocess.Popen(  # noqa: S603 - the program under test
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        printed, _ = process.communicate(timeout=WITHIN)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=60)
        pytest.fail(f"the demo did not end:\n{printed[-3000:]}")
    assert process.returncode == 0, printed[-3000:]
    return printed


def figure(printed: str, name: str) -> str:
    """Return the value of a row of the table."""
    found = re.search(rf"│ {re.escape(name)} +│ +(.*?) +│", printed)
    assert found, f"no row {name!r} in:\n{printed[-3000:]}"
    return found.group(1)


def test_the_shipped_day_is_played_to_its_table(tmp_path: Path) -> None:
    printed = demo(tmp_path, 1400, "--seconds", "20")

    assert figure(printed, "reports posted") == figure(printed, "reports accepted") == "166"
    assert sum(int(value) for value in re.findall(r"│ level [1-4].*?│ +(\d+) +│", printed)) == 166
    assert int(figure(printed, "offers made")) >= 20
    assert figure(printed, "offers done / recalled / found not safe").endswith("/ 1")
    assert int(figure(printed, "e-mails sent")) > 0
    assert int(figure(printed, "events received by police, stream")) > 166
    assert figure(printed, "events received by police, webhook").endswith("every signature checked")
    assert figure(printed, "accepted reports without a case (lost)") == "0"
    assert figure(printed, "distinct duplicates (reports, cases, openings)") == "0"
    assert nothing_runs_in(tmp_path)


@pytest.mark.crash
def test_killing_every_part_three_times_loses_and_doubles_nothing(tmp_path: Path) -> None:
    printed = demo(tmp_path, 1500, "--kill")

    assert figure(printed, "killed by SIGKILL") == "18 times"
    assert figure(printed, "accepted reports without a case (lost)") == "0"
    assert figure(printed, "distinct duplicates (reports, cases, openings)") == "0"
    assert nothing_runs_in(tmp_path)


@pytest.mark.skipif(not PUBLIC_DATA.is_dir(), reason=f"the public data is not in {PUBLIC_DATA}")
def test_a_real_day_is_played_without_a_word_of_it_on_the_screen(tmp_path: Path) -> None:
    printed = demo(tmp_path, 1600, "--data", str(PUBLIC_DATA), "--speed", "2400")

    assert figure(printed, "reports posted") == figure(printed, "reports accepted") == "288"
    assert figure(printed, "accepted reports without a case (lost)") == "0"
    assert "Open Government Licence" in printed
    assert "dataGNV" in printed
    assert not [text for text in free_texts() if text in printed]


def free_texts() -> set[str]:
    """Return the longer free texts of the real reports, none of which may be shown."""
    text = (PUBLIC_DATA / "reports311" / "gainesville-mygnv-2015_2020.csv").read_text(encoding="utf-8-sig")
    return {line.strip() for line in re.split(r"[\n,\"]", text) if len(line.split()) > 5}


def nothing_runs_in(home: Path) -> bool:
    """Tell whether no process was started in this folder and left."""
    return not [
        process.info["pid"]
        for process in psutil.process_iter(["pid", "cmdline"])
        if str(home) in " ".join(process.info["cmdline"] or ()) and process.info["pid"] != os.getpid()
    ]
