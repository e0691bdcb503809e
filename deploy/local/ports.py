"""The ports of one stack; an offset moves all of them, so that stacks can run side by side."""

from dataclasses import dataclass

HOST = "127.0.0.1"

_BASE = {
    "reporting": 8001,
    "triage": 8002,
    "networks": 8003,
    "notify": 8004,
    "issuer": 8005,
    "mail": 8025,
    "mail-smtp": 1025,
    "kafka": 9092,
    "kafka-controller": 9093,
    "store": 27017,
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Ports by the name of what listens there."""

    offset: int = 0

    def __getitem__(self, name: str) -> int:
        return _BASE[name] + self.offset

    def url(self, name: str) -> str:
        """Return the plain-http address of a part."""
        return f"http://{HOST}:{self[name]}"

    def address(self, name: str) -> str:
        """Return `host:port` of a part."""
        return f"{HOST}:{self[name]}"

    def of(self, part: str) -> dict[str, int]:
        """Return every port that a part opens, by name."""
        return {name: self[name] for name in _BASE if name == part or name.startswith(f"{part}-")}
