"""The four response grades, fastest first."""

from enum import IntEnum


class Grade(IntEnum):
    """How fast somebody must look; a smaller number is faster."""

    EMERGENCY = 1
    PRIORITY = 2
    STANDARD = 3
    PLANNED = 4
