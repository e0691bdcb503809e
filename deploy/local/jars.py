"""The jars that Kafka and the store run on: fetched once with Maven, checked each time before use."""

import asyncio
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from deploy.local.errors import FetchError
from deploy.local.layout import write_json
from deploy.local.spawn import die_with

_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
POM = Path(__file__).with_name("pom.xml")
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Jars:
    """Sets of jars in a cache folder; a set appears there whole or not at all, whatever interrupts its fetch."""

    cache: Path
    pom: Path = POM
    maven: str = "mvn"

    def folder(self, name: str) -> Path:
        """Return where a set lies once it is fetched."""
        return self.cache / name

    def complete(self, name: str) -> bool:
        """Tell whether every jar of a set is there, byte for byte, as the present pom asks for it."""
        folder = self.folder(name)
        try:
            manifest = json.loads((folder / _MANIFEST).read_text())
            return bool(manifest == {"pom": _digest(self.pom), "jars": _digests(folder)})
        except (OSError, ValueError):
            return False

    async def fetch(self, name: str) -> Path:
        """Return the folder of a complete set, fetching it when needed; safe beside another process doing the same."""
        self.cache.mkdir(parents=True, exist_ok=True)
        async with _locked(self.cache / ".lock"):
            if not await asyncio.to_thread(self.complete, name):
                await self._fetch(name)
        return self.folder(name)

    async def _fetch(self, name: str) -> None:
        with _draft_folder(self.cache, name) as draft:
            await self._copy_with_maven(name, draft)
            jars = _digests(draft)
            if not jars:
                raise FetchError(f"Maven fetched no jar for {name}")
            write_json(draft / _MANIFEST, {"pom": _digest(self.pom), "jars": jars})
            shutil.rmtree(self.folder(name), ignore_errors=True)
            draft.replace(self.folder(name))

    async def _copy_with_maven(self, name: str, into: Path) -> None:
        options = ("-B", "-q", "-C", "-ntp", "-Dstyle.color=never", "-f", str(self.pom), "-P", name)
        goal = (_PLUGIN, f"-DoutputDirectory={into}", "-DincludeScope=runtime")
        maven = await asyncio.create_subprocess_exec(
            self.maven,
            *options,
            *goal,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            preexec_fn=die_with(os.getpid()),
        )
        try:
            output, _ = await maven.communicate()
        except BaseException:
            if maven.returncode is None:
                maven.kill()
                await maven.wait()
            raise
        if maven.returncode != 0:
            raise FetchError(f"Maven could not fetch the jars for {name}: {_first_error(output)}")


@asynccontextmanager
async def _locked(path: Path) -> AsyncIterator[None]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        await asyncio.to_thread(fcntl.flock, descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _draft_folder(cache: Path, name: str) -> Iterator[Path]:
    for left_over in cache.glob(f".{name}.*"):  # from a fetch that was killed; we hold the lock
        shutil.rmtree(left_over, ignore_errors=True)
    draft = Path(mkdtemp(prefix=f".{name}.", dir=cache))
    draft.chmod(0o755)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digests(folder: Path) -> dict[str, str]:
    return {jar.name: _digest(jar) for jar in sorted(folder.glob("*.jar"))}


def _first_error(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").splitlines()
    return next((line.removeprefix("[ERROR] ") for line in lines if line.startswith("[ERROR]")), "no reason given")
