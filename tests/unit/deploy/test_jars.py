import asyncio
import contextlib
import json
import sys
from pathlib import Path

import pytest

from deploy.local.errors import FetchError
from deploy.local.jars import Jars

WHOLE = "(folder / 'one.jar').write_text('first'); (folder / 'two.jar').write_text('second')"
BROKEN = "(folder / 'one.jar').write_text('first'); sys.exit('[ERROR] the repository does not answer')"
STUCK = "(folder / 'one.jar').write_text('first'); (calls.parent / 'half').touch(); time.sleep(600)"


def jars_from(tmp_path: Path, behaviour: str) -> Jars:
    """A cache filled by a program that stands in for Maven and counts its calls."""
    calls, maven, pom = tmp_path / "calls", tmp_path / "maven", tmp_path / "pom.xml"
    maven.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time\n"
        "folder = pathlib.Path(next(a for a in sys.argv if 'outputDirectory' in a).partition('=')[2])\n"
        f"calls = pathlib.Path({str(calls)!r})\nwith calls.open('a') as file:\n    file.write('x')\n{behaviour}\n"
    )
    maven.chmod(0o755)
    pom.write_text("<project/>")
    return Jars(tmp_path / "cache", pom, str(maven))


def calls_of(tmp_path: Path) -> int:
    return len((tmp_path / "calls").read_text())


async def test_a_set_is_fetched_once(tmp_path: Path) -> None:
    jars = jars_from(tmp_path, WHOLE)

    folders = {await jars.fetch("kafka"), await jars.fetch("kafka")}

    assert folders == {jars.folder("kafka")}
    assert sorted(jar.name for jar in jars.folder("kafka").glob("*.jar")) == ["one.jar", "two.jar"]
    assert calls_of(tmp_path) == 1


async def test_two_who_fetch_at_once_fetch_once(tmp_path: Path) -> None:
    jars = jars_from(tmp_path, WHOLE)

    await asyncio.gather(jars.fetch("kafka"), jars.fetch("kafka"))

    assert calls_of(tmp_path) == 1


@pytest.mark.parametrize("damage", ["cut short", "missing", "another pom", "no manifest", "half a manifest"])
async def test_a_set_that_is_not_whole_is_fetched_anew(tmp_path: Path, damage: str) -> None:
    jars = jars_from(tmp_path, WHOLE)
    folder = await jars.fetch("kafka")
    match damage:
        case "cut short":
            (folder / "one.jar").write_text("fir")
        case "missing":
            (folder / "two.jar").unlink()
        case "another pom":
            jars.pom.write_text("<project><newer/></project>")
        case "no manifest":
            (folder / "manifest.json").unlink()
        case _:
            (folder / "manifest.json").write_text('{"pom": ')
    assert not jars.complete("kafka")

    await jars.fetch("kafka")

    assert jars.complete("kafka")
    assert calls_of(tmp_path) == 2


async def test_a_fetch_that_fails_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    jars = jars_from(tmp_path, BROKEN)

    with pytest.raises(FetchError, match="jars for kafka: the repository does not answer"):
        await jars.fetch("kafka")

    assert not jars.folder("kafka").exists()
    assert list(jars.cache.glob(".kafka.*")) == []


async def test_an_interrupted_fetch_leaves_no_set_and_the_next_one_succeeds(tmp_path: Path) -> None:
    fetching = asyncio.create_task(jars_from(tmp_path, STUCK).fetch("kafka"))
    await appears(tmp_path / "half")

    fetching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await fetching

    jars = jars_from(tmp_path, WHOLE)
    assert not jars.complete("kafka")
    assert json.loads((await jars.fetch("kafka") / "manifest.json").read_text())["jars"].keys() == {
        "one.jar",
        "two.jar",
    }


async def test_what_a_killed_fetch_left_is_cleared_away(tmp_path: Path) -> None:
    jars = jars_from(tmp_path, WHOLE)
    half = jars.cache / ".kafka.half"
    half.mkdir(parents=True)
    (half / "one.jar").touch()

    await jars.fetch("kafka")

    assert not half.exists()


async def appears(path: Path) -> None:
    for _ in range(1000):
        if await asyncio.to_thread(path.exists):
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"waited 10 s in vain for {path.name}")
