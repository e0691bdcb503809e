"""A store to test against: the local store as a process of its own, or the MongoDB that KITH_TEST_MONGO_URL names."""

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "deploy/local/store"


class StoreSettings(BaseSettings):
    """Where the test machine keeps its parts."""

    kith_store_jars: Path = ROOT / ".local/cache/jars/store"
    kith_test_mongo_url: str | None = None


@dataclass(slots=True)
class StoreNode:
    """The local store on a port and a data file of its own; it may be killed and started again."""

    classpath: str
    file: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"mongodb://127.0.0.1:{self.port}/?directConnection=true"

    def start(self) -> None:
        self.process = self.launched()
        assert self.process.stdout is not None
        said = self.process.stdout.readline()  # ends when the process does, so this cannot wait for ever
        if said.strip() != "ready":
            raise RuntimeError(f"the store did not start: {self.ended()[1]}")

    def launched(self) -> subprocess.Popen[str]:
        """Start the process without waiting for it."""
        quiet = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"  # nobody reads the pipe while it runs
        options = ("-Xmx256m", "-XX:+UseSerialGC", quiet, "-cp", self.classpath)
        arguments = ("KithStore", "127.0.0.1", str(self.port), str(self.file))
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            ("java", *options, *arguments),  # noqa: S607 - whichever Java the machine has
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        return self.process

    def kill(self) -> None:
        """SIGKILL: what was acknowledged has to be there after the next start."""
        if self.process is not None:
            self.process.kill()
            self.ended()

    def stop(self) -> int:
        """SIGTERM, and wait."""
        assert self.process is not None
        self.process.terminate()
        return self.ended()[0]

    def ended(self) -> tuple[int, str]:
        """Wait for the process to end; return its status and what it said on standard error."""
        assert self.process is not None
        _, errors = self.process.communicate(timeout=30)
        status = self.process.returncode
        self.process = None
        return status, errors


def compiled_store(into: Path) -> str:
    """Compile the local store and return its class path, or skip the test with the reason."""
    jars = StoreSettings().kith_store_jars
    if shutil.which("javac") is None:
        pytest.skip("no JDK on this machine")
    if not any(jars.glob("*.jar")):
        pytest.skip(f"no jars of the local store in {jars} (set KITH_STORE_JARS, or run `make up` once)")
    command = ("javac", "-d", str(into), "-cp", f"{jars}/*", *map(str, SOURCE.glob("*.java")))
    subprocess.run(command, check=True)  # noqa: S603 - our own source
    return f"{into}:{jars}/*"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def store_classpath() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kith-store-") as folder:
        yield compiled_store(Path(folder))


@pytest.fixture(scope="session")
def store_node(store_classpath: str) -> Iterator[StoreNode]:
    """One running local store for the whole session; every test takes a database name of its own."""
    with tempfile.TemporaryDirectory(prefix="kith-store-") as folder:
        node = StoreNode(store_classpath, Path(folder) / "kith.mv.db", free_port())
        node.start()
        try:
            yield node
        finally:
            node.kill()


@pytest.fixture
def own_store_node(store_classpath: str, tmp_path: Path) -> Iterator[StoreNode]:
    """A local store for one test, not yet started, to be killed as it likes."""
    node = StoreNode(store_classpath, tmp_path / "kith.mv.db", free_port())
    try:
        yield node
    finally:
        node.kill()


@pytest.fixture(scope="session")
def mongo_url() -> str:
    """The address of a real MongoDB, or a skip."""
    url = StoreSettings().kith_test_mongo_url
    if url is None:
        pytest.skip("KITH_TEST_MONGO_URL names no MongoDB")
    return url
