"""Named points that work passes on its way to being safe, so that a test build can stop the process at each of them."""

from collections.abc import Callable
from typing import Literal

Point = Literal[
    "before_insert",
    "after_insert",
    "after_publish",
    "after_ack",
    "after_mark",
    "after_effect",
    "after_commit",
]

Probe = Callable[[Point], None]


def unobserved(_: Point) -> None:
    """Let every point pass."""
