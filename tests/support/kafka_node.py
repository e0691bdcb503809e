"""A real Kafka node for tests, from jars, on free ports and in a folder of its own; it can be killed and frozen."""

import base64
import contextlib
import shutil
import signal
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_settings import BaseSettings

_START_SECONDS = 60.0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class _Environment(BaseSettings):
    """`KITH_KAFKA_JARS`, or `KITH_JARS` with a folder `kafka`, says where the jars are."""

    kith_kafka_jars: str = ""
    kith_jars: str = ""


def kafka_jars() -> Path | None:
    """Return the folder with Kafka's jars, or None where there is none."""
    environment = _Environment()
    given = [Path(environment.kith_kafka_jars)] if environment.kith_kafka_jars else []
    given += [Path(environment.kith_jars), Path(environment.kith_jars) / "kafka"] if environment.kith_jars else []
    root = Path(__file__).parents[2]
    usual = [root / place for place in (".local/cache/jars/kafka", ".local/jars/kafka", ".cache/jars/kafka")]
    return next((folder for folder in (*given, *usual) if any(folder.glob("kafka_2.13-*.jar"))), None)


def why_not() -> str | None:
    """Return why no node can be started here, or None."""
    if kafka_jars() is None:
        return "Kafka's jars are not here: set KITH_KAFKA_JARS or run `make up` once"
    return None if shutil.which("java") else "no java on this machine"


@dataclass
class KafkaNode:
    """One broker and controller in one process. Its data outlive `kill`, so that it can be started again."""

    folder: Path
    jars: Path
    port: int = field(default_factory=free_port)
    controller_port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def servers(self) -> str:
        """Where clients connect."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Format on the first start, run, and wait until the port answers."""
        configuration = self.folder / "server.properties"
        if not configuration.exists():
            configuration.write_text(self._properties())
            cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
            self._run("kafka.tools.StorageTool", "format", "-t", f"K{cluster[1:]}", "-c", str(configuration)).wait()
        self._process = self._run("kafka.Kafka", str(configuration))
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError(f"Kafka did not start: {(self.folder / 'kafka.log').read_text()[-2000:]}")
            time.sleep(0.1)

    def kill(self) -> None:
        """SIGKILL it, as a crash would."""
        self._signal(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Stop it in its tracks: connections stay open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it for good."""
        with contextlib.suppress(ProcessLookupError):
            self.thaw()
            self.kill()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    def _run(self, main: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "kafka.log").open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - a test starts the broker it needs
                ["java", "-Xmx320m", "-Xms64m", "-XX:+UseSerialGC", "-cp", f"{self.jars}/*", main, *arguments],  # noqa: S607
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False

    def _properties(self) -> str:
        settings = {
            "process.roles": "broker,controller",
            "node.id": 1,
            "controller.quorum.voters": f"1@127.0.0.1:{self.controller_port}",
            "listeners": f"PLAINTEXT://127.0.0.1:{self.port},CONTROLLER://127.0.0.1:{self.controller_port}",
            "advertised.listeners": f"PLAINTEXT://127.0.0.1:{self.port}",
            "controller.listener.names": "CONTROLLER",
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "log.dirs": self.folder / "data",
            "auto.create.topics.enable": "false",
            "offsets.topic.replication.factor": 1,
            "offsets.topic.num.partitions": 4,
            "transaction.state.log.replication.factor": 1,
            "transaction.state.log.min.isr": 1,
            "group.initial.rebalance.delay.ms": 0,
            "broker.session.timeout.ms": 3000,
            "broker.heartbeat.interval.ms": 600,
            "log.cleaner.dedupe.buffer.size": 16_777_216,
        }
        return "".join(f"{key}={value}\n" for key, value in settings.items())


@contextlib.contextmanager
def running_node(folder: Path) -> Iterator[KafkaNode]:
    """Run a node for the length of a block."""
    jars = kafka_jars()
    assert jars is not None
    node = KafkaNode(folder, jars)
    try:
        node.start()
        yield node
    finally:
        node.stop()
