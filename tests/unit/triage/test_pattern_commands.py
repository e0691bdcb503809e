"""`kith patterns knox` over files, and what it refuses."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from services.triage.adapters.pattern_process import PatternProcess
from services.triage.bootstrap import command_line
from shared.runtime.errors import TransientError

POLICE_UK = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\n"
    ",2026-01,West Yorkshire Police,West Yorkshire Police,-1.80,53.63,On or near Somewhere,E01011021,X,Burglary,,\n"
)


def knox(path: Path, text: str) -> tuple[int, str, str]:
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(command_line(), ["patterns", "knox", str(path)])
    return result.exit_code, result.stdout, result.stderr


def test_a_file_of_dated_points_is_tested(tmp_path: Path) -> None:
    rows = "".join(f"2026-01-{n % 28 + 1:02},{410_000 + 90 * n},{416_000 + 40 * (n % 7)}\n" for n in range(40))

    code, out, progress = knox(tmp_path / "burglaries.csv", "date,x,y\n" + rows)

    assert code == 0
    assert json.loads(out)["events"] == 40
    assert "900 permutations" in progress


def test_degrees_that_say_so_are_projected(tmp_path: Path) -> None:
    rows = "".join(f"2026-01-{n % 28 + 1:02},{53.6 + n / 1000},-1.78\n" for n in range(20))

    code, out, _ = knox(tmp_path / "burglaries.csv", "date,lat,lon\n" + rows)

    assert code == 0
    assert json.loads(out)["events"] == 20


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (POLICE_UK, "data.police.uk gives the month only"),
        ("date,x,y\n2026-01,1,2\n", "Line 2: the date has to be a day"),
        ("date,x,y\n2026-01-02,here,2\n", "Line 2: x and y have to be numbers"),
        ("when,where\n1,2\n", "needs the columns date and x, y"),
        ("date,x,y\n2026-01-02,-1.78,53.6\n2026-01-03,-1.79,53.6\n", "look like degrees"),
    ],
)
def test_what_cannot_be_tested_is_refused_with_the_reason(tmp_path: Path, text: str, reason: str) -> None:
    code, out, told = knox(tmp_path / "file.csv", text)

    assert (code, out) == (1, "")
    assert reason in told


async def test_a_process_is_started_for_a_run_that_waits_and_not_otherwise(tmp_path: Path) -> None:
    waiting = iter([None, TransientError("the store is out"), object()])
    mark = tmp_path / "ran"

    async def look() -> object | None:
        answer = next(waiting, None)
        if isinstance(answer, TransientError):
            raise answer
        if mark.exists():
            await process.stop()
        return answer

    process = PatternProcess(look, 0.01, ["touch", str(mark)])
    await process.start()
    await process.run()

    assert mark.exists()


async def test_a_process_in_hand_ends_with_the_service() -> None:
    async def look() -> object:
        return object()

    process = PatternProcess(look, 0.001, ["sleep", "60"])
    stopping = process_stopped_soon(process)
    await process.run()
    await stopping


def process_stopped_soon(process: PatternProcess) -> asyncio.Task[None]:
    async def stop() -> None:
        await asyncio.sleep(0.05)
        await process.stop()

    return asyncio.create_task(stop())
