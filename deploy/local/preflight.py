"""What must be true of a machine before anything is started, each refusal one line."""

import contextlib
import os
import shutil
import socket
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from deploy.local.errors import PreflightError
from deploy.local.ports import HOST, Ports

_MEGABYTE = 1_000_000


def free_megabytes(folder: Path) -> int:
    """Return the space left where a folder lies."""
    return shutil.disk_usage(folder).free // _MEGABYTE


def require_folder(folder: Path) -> None:
    """Refuse a place that cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PreflightError(f"cannot make {folder}: {error.strerror}") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PreflightError(f"cannot write to {folder}: it belongs to somebody else")


def require_space(folder: Path, megabytes: int, *, free: Callable[[Path], int] = free_megabytes) -> None:
    """Refuse a disk that is nearly full: Kafka and the store stop in the middle of a write on one that is."""
    left = free(folder)
    if left < megabytes:
        raise PreflightError(
            f"the disk of {folder} is nearly full: {left} MB free, {megabytes} MB needed "
            "(KITH_LOCAL_FREE_MEGABYTES changes the limit)"
        )


def require_ports(ports: Ports, parts: Iterable[str]) -> None:
    """Refuse when somebody already listens where a part would."""
    for part in parts:
        for name, port in ports.of(part).items():
            if not _is_free(port):
                raise PreflightError(
                    f"port {port}, needed for {name}, is in use{_by(port)}: "
                    "stop what uses it, or move this stack with KITH_LOCAL_OFFSET=1000"
                )


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError:
            return False
    return True


def _by(port: int) -> str:
    """Say who listens, as far as this user may know."""
    with contextlib.suppress(psutil.Error):
        for connection in psutil.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN and connection.laddr[1:] == (port,) and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
    return ""
