"""The folders of one stack, and files replaced whole."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """Every path of one stack, below its own folder; jars are shared between stacks."""

    home: Path
    cache: Path

    @property
    def state(self) -> Path:
        """Where the running stack describes itself."""
        return self.home / "stack.json"

    @property
    def lock(self) -> Path:
        """Held by the supervisor for as long as it lives."""
        return self.home / "supervisor.lock"

    @property
    def logs(self) -> Path:
        """One file for each process."""
        return self.home / "logs"

    @property
    def keys(self) -> Path:
        """Signing key, client secrets and API keys, made on first start."""
        return self.home / "keys"

    @property
    def contact_keys(self) -> Path:
        """Keys that contacts are sealed with; apart from `data`, so that a copy of that opens no erased contact."""
        return self.home / "contact-keys"

    @property
    def mail(self) -> Path:
        """One file for each mail received."""
        return self.home / "mail"

    @property
    def data(self) -> Path:
        """What Kafka and the store keep."""
        return self.home / "data"

    @property
    def jars(self) -> Path:
        """Jars by set, and compiled classes."""
        return self.cache / "jars"


def write_whole(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Replace a file so that a reader sees the old text or the new, never a part; durable when it returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def write_json(path: Path, value: Any, *, mode: int = 0o644) -> None:
    """Replace a file by a JSON document, whole."""
    write_whole(path, json.dumps(value, indent=2) + "\n", mode=mode)
