"""Kafka as one KRaft node: its configuration, its formatted data folder, its process."""

import base64
import shutil
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from deploy.local import java, probes
from deploy.local.environment import inherited
from deploy.local.errors import PreflightError
from deploy.local.layout import Layout, write_whole
from deploy.local.logfile import LogFile
from deploy.local.ports import HOST, Ports
from deploy.local.processes import Program
from deploy.local.spawn import Command

_HEAP_MEGABYTES = 384
_MARK = "meta.properties"


@dataclass(frozen=True, slots=True)
class Kafka:
    """One broker and controller in one process, with its data below the stack's folder."""

    layout: Layout
    ports: Ports

    @property
    def folder(self) -> Path:
        """Where the topics lie."""
        return self.layout.data / "kafka"

    def check_data(self) -> None:
        """Refuse a folder that Kafka would neither start on nor may be formatted over."""
        if self.folder.exists() and not (self.folder / _MARK).exists():
            raise PreflightError(f"{self.folder} is half written (no {_MARK}): move it away, then start again")

    async def prepare(self, jars: Path) -> Program:
        """Write the configuration, format the data folder on first start, and return what to run."""
        self.check_data()
        if not self.folder.exists():
            await self._format(jars)
        configuration = self._configure(self.folder, "kafka.properties")
        return Program(
            name="kafka",
            command=Command(
                arguments=java.command(
                    _HEAP_MEGABYTES, jars=[jars], main="kafka.Kafka", arguments=[str(configuration)]
                ),
                folder=self.layout.home,
                environment=inherited(),
                log=LogFile(self.layout.logs / "kafka.log"),
            ),
            ready=partial(probes.part_answers, "kafka", self.ports),
            start_within=90,
            stop_within=25,
        )

    async def _format(self, jars: Path) -> None:
        """Format beside the place and move it there, so that an interruption leaves nothing that looks formatted."""
        draft = self.folder.with_name(".kafka.new")
        shutil.rmtree(draft, ignore_errors=True)
        configuration = self._configure(draft, "kafka.new.properties")
        arguments = ["format", "-t", _cluster_id(), "-c", str(configuration)]
        await java.run_once(
            *java.command(_HEAP_MEGABYTES, jars=[jars], main="kafka.tools.StorageTool", arguments=arguments)
        )
        configuration.unlink()
        draft.replace(self.folder)

    def _configure(self, folder: Path, name: str) -> Path:
        path = self.layout.data / name
        write_whole(path, "".join(f"{key}={value}\n" for key, value in self._properties(folder).items()))
        return path

    def _properties(self, folder: Path) -> dict[str, object]:
        broker, controller = self.ports["kafka"], self.ports["kafka-controller"]
        return {
            "process.roles": "broker,controller",
            "node.id": 1,
            "controller.quorum.voters": f"1@{HOST}:{controller}",
            "controller.listener.names": "CONTROLLER",
            "listeners": f"PLAINTEXT://{HOST}:{broker},CONTROLLER://{HOST}:{controller}",
            "advertised.listeners": f"PLAINTEXT://{HOST}:{broker}",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs": folder,
            "broker.heartbeat.interval.ms": 800,
            "broker.session.timeout.ms": 4000,  # a killed broker may not come back before this has passed
            "auto.create.topics.enable": "false",
            "offsets.topic.replication.factor": 1,
            "offsets.topic.num.partitions": 8,
            "transaction.state.log.replication.factor": 1,
            "transaction.state.log.min.isr": 1,
            "share.coordinator.state.topic.replication.factor": 1,
            "share.coordinator.state.topic.min.isr": 1,
            "group.initial.rebalance.delay.ms": 0,
            "num.network.threads": 2,
            "num.io.threads": 4,
            "num.recovery.threads.per.data.dir": 2,
            "log.cleaner.dedupe.buffer.size": 16_777_216,
        }


def _cluster_id() -> str:
    return "K" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")[1:]
