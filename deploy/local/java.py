"""The Java programs of the platform: how they are called, and whether this machine can."""

import asyncio
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from deploy.local.errors import PreflightError, StartError
from deploy.local.spawn import die_with

OLDEST_JAVA = 17
INSTALL = "apt-get install openjdk-17-jdk-headless maven"


def command(heap_megabytes: int, *, jars: Sequence[Path], main: str, arguments: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the command line of a small Java process over folders of jars or classes."""
    classpath = ":".join(f"{folder}/*" if any(folder.glob("*.jar")) else str(folder) for folder in jars)
    return (
        "java",
        "-Xms32m",
        f"-Xmx{heap_megabytes}m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-cp",
        classpath,
        main,
        *arguments,
    )


async def run_once(*arguments: str) -> str:
    """Run a Java tool to its end and return what it printed; StartError with the line that says why when it fails."""
    process = await asyncio.create_subprocess_exec(
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=die_with(os.getpid()),
    )
    try:
        output, _ = await process.communicate()
    except BaseException:
        if process.returncode is None:
            process.kill()
            await process.wait()
        raise
    text = output.decode("utf-8", "replace").strip()
    if process.returncode != 0:
        raise StartError(f"{Path(arguments[0]).name} failed: {_reason(text.splitlines())}")
    return text


def _reason(lines: Sequence[str]) -> str:
    errors = (line for line in lines if "error" in line.lower())
    return next(errors, lines[-1] if lines else "it said nothing")


async def require_java(*, tools: Sequence[str]) -> None:
    """Refuse, with the command that helps, when a Java tool is missing or too old."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        raise PreflightError(
            f"{', '.join(missing)} not found: install a JDK {OLDEST_JAVA}+ and Maven, e.g. `{INSTALL}`"
        )
    version = await run_once("java", "-version")
    found = re.search(r'version "(\d+)', version)
    if found is None or int(found[1]) < OLDEST_JAVA:
        raise PreflightError(
            f"Java {found[1] if found else '?'} is too old: Kafka needs {OLDEST_JAVA}+, e.g. `{INSTALL}`"
        )
