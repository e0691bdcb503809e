import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.errors import AlreadyRunningError, LocalError, PreflightError
from deploy.local.kafka import Kafka
from deploy.local.layout import Layout
from deploy.local.lock import StackLock
from deploy.local.ports import Ports
from deploy.local.preflight import require_folder, require_ports, require_space
from deploy.local.state import read_state
from deploy.local.store import Store

ISSUER = Ports()["issuer"]


@pytest.fixture
def taken() -> Iterator[Ports]:
    """Ports of a stack whose issuer's port somebody uses."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield Ports(listener.getsockname()[1] - ISSUER)


def a_layout(folder: Path) -> Layout:
    return Layout(folder / "home", folder / "cache")


def one_line(error: pytest.ExceptionInfo[LocalError]) -> str:
    text = str(error.value)
    assert "\n" not in text
    return text


def test_a_port_in_use_is_named_with_its_holder(taken: Ports) -> None:
    with pytest.raises(PreflightError) as refusal:
        require_ports(taken, ["issuer"])

    line = one_line(refusal)
    assert f"port {taken['issuer']}, needed for issuer, is in use" in line
    assert f"process {os.getpid()}" in line
    assert "KITH_LOCAL_OFFSET" in line


def test_ports_of_parts_that_are_not_started_do_not_matter(taken: Ports) -> None:
    require_ports(taken, [])


def test_a_disk_nearly_full_is_refused_with_both_figures(tmp_path: Path) -> None:
    with pytest.raises(PreflightError) as refusal:
        require_space(tmp_path, 1024, free=lambda _: 37)

    assert re.search(r"nearly full: 37 MB free, 1024 MB needed", one_line(refusal))


def test_enough_space_is_enough(tmp_path: Path) -> None:
    require_space(tmp_path, 1024, free=lambda _: 1024)


def test_a_place_where_no_folder_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(PreflightError) as refusal:
        require_folder(tmp_path / "file" / "below")

    assert one_line(refusal).startswith("cannot make")


def test_a_half_written_kafka_folder_is_refused(tmp_path: Path) -> None:
    kafka = Kafka(a_layout(tmp_path), Ports())
    (kafka.folder / "__cluster_metadata-0").mkdir(parents=True)

    with pytest.raises(PreflightError) as refusal:
        kafka.check_data()

    assert "is half written (no meta.properties)" in one_line(refusal)


def test_a_store_file_that_does_not_begin_as_one_is_refused(tmp_path: Path) -> None:
    store = Store(a_layout(tmp_path), Ports())
    store.file.parent.mkdir(parents=True)
    store.file.write_bytes(b"\0" * 4096)

    with pytest.raises(PreflightError) as refusal:
        store.check_data()

    assert "is half written or not the store's" in one_line(refusal)


def test_data_of_an_earlier_run_and_no_data_are_both_fine(tmp_path: Path) -> None:
    layout = a_layout(tmp_path)
    kafka, store = Kafka(layout, Ports()), Store(layout, Ports())
    kafka.check_data()
    store.check_data()

    kafka.folder.mkdir(parents=True)
    (kafka.folder / "meta.properties").touch()
    store.file.parent.mkdir(parents=True)
    store.file.write_bytes(b"H:2,block:3")

    kafka.check_data()
    store.check_data()


def test_one_folder_has_one_supervisor(tmp_path: Path) -> None:
    first, second = StackLock(tmp_path / "lock"), StackLock(tmp_path / "lock")
    first.acquire()

    with pytest.raises(AlreadyRunningError) as refusal:
        second.acquire()

    assert str(os.getpid()) in one_line(refusal)
    assert second.holder() == os.getpid()
    first.release()


def test_a_released_lock_is_free_though_its_file_stays(tmp_path: Path) -> None:
    first, second = StackLock(tmp_path / "lock"), StackLock(tmp_path / "lock")
    first.acquire()
    first.release()

    assert second.holder() is None
    second.acquire()
    second.release()


def test_a_stack_that_does_not_run_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(LocalError) as refusal:
        read_state(tmp_path / "stack.json")

    assert "`make up`" in one_line(refusal)
