"""The store of a machine without MongoDB: compiled once for each version of its source, run on one data file."""

import contextlib
import hashlib
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from deploy.local import java, probes
from deploy.local.environment import inherited
from deploy.local.errors import PreflightError
from deploy.local.layout import Layout
from deploy.local.logfile import LogFile
from deploy.local.ports import HOST, Ports
from deploy.local.processes import Program
from deploy.local.spawn import Command

SOURCES = Path(__file__).parent / "store"
_HEAP_MEGABYTES = 1536
_MVSTORE_MARK = b"H:2,"


@dataclass(frozen=True, slots=True)
class Store:
    """One process that speaks MongoDB's protocol, with its data below the stack's folder."""

    layout: Layout
    ports: Ports
    sources: Path = SOURCES

    @property
    def file(self) -> Path:
        """Where every document lies."""
        return self.layout.data / "store" / "kith.mv.db"

    @property
    def url(self) -> str:
        """The address for a MongoDB driver."""
        return f"mongodb://{self.ports.address('store')}/?directConnection=true"

    def check_data(self) -> None:
        """Refuse a file that does not begin as the store writes it; an empty one is as good as none."""
        if not self.file.exists():
            return
        with self.file.open("rb") as file:
            start = file.read(len(_MVSTORE_MARK))
        if start and start != _MVSTORE_MARK:
            raise PreflightError(f"{self.file} is half written or not the store's: move it away, then start again")

    async def prepare(self, jars: Path) -> Program:
        """Compile when the source has changed and return what to run."""
        self.check_data()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        classes = await self._compiled(jars)
        arguments = [HOST, str(self.ports["store"]), str(self.file)]
        return Program(
            name="store",
            command=Command(
                arguments=java.command(_HEAP_MEGABYTES, jars=[classes, jars], main="KithStore", arguments=arguments),
                folder=self.layout.home,
                environment=inherited(),
                log=LogFile(self.layout.logs / "store.log"),
            ),
            ready=partial(probes.part_answers, "store", self.ports),
            start_within=60,
            stop_within=20,
        )

    async def _compiled(self, jars: Path) -> Path:
        """Compile into a draft that is moved into place, so that an interrupted compilation is never used."""
        sources = sorted(self.sources.glob("*.java"))
        version = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
        classes = self.layout.jars / f"store-classes-{version}"
        if classes.exists():
            return classes
        draft = Path(mkdtemp(prefix=".classes.", dir=self.layout.jars))
        try:
            await java.run_once("javac", "-cp", f"{jars}/*", "-d", str(draft), *map(str, sources))
            _move(draft, classes)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return classes


def _move(draft: Path, place: Path) -> None:
    with contextlib.suppress(FileExistsError):
        if not place.exists():  # another stack may have compiled the same source meanwhile
            draft.replace(place)
