"""A log file that a child writes to directly, so that its last words survive both it and the supervisor."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LogFile:
    """Opened for appending by the child; cut by the supervisor when it has grown, keeping a few earlier pieces."""

    path: Path
    limit: int = 20_000_000
    kept: int = 3

    def open(self) -> int:
        """Return a descriptor for the child's output; the caller closes it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def rotate(self) -> None:
        """Move what is written to `<name>.1` when there is too much; the open descriptor stays valid."""
        if not self.path.exists() or self.path.stat().st_size < self.limit:
            return
        for number in range(self.kept - 1, 0, -1):
            older = self._piece(number)
            if older.exists():
                older.replace(self._piece(number + 1))
        shutil.copyfile(self.path, self._piece(1))
        os.truncate(self.path, 0)

    def tail(self, lines: int = 8) -> str:
        """Return the last lines, for a message about why a start failed."""
        if not self.path.exists():
            return ""
        with self.path.open("rb") as file:
            file.seek(max(0, self.path.stat().st_size - 8192))
            text = file.read().decode("utf-8", "replace")
        return "\n".join(text.strip().splitlines()[-lines:])

    def _piece(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")
