"""Checks: a week and four weeks after somebody took a matter on, both sides are asked how it went (8.6, step 6)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

CheckDay = Literal[7, 28]
CHECK_AFTER = MappingProxyType[CheckDay, timedelta]({7: timedelta(days=7), 28: timedelta(days=28)})


class Said(StrEnum):
    """What one side said; a concern on either side goes to professionals at once."""

    WELL = "well"
    CONCERN = "concern"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Check:
    """One check by a member of staff; `by` is who asked."""

    day: CheckDay
    reporter: Said
    asset: Said
    at: datetime
    by: str

    @property
    def is_concern(self) -> bool:
        """Say whether either side has a concern."""
        return Said.CONCERN in {self.reporter, self.asset}

    @property
    def is_settled(self) -> bool:
        """Say whether both sides were heard; until then the check stays due."""
        return Said.NOT_REACHED not in {self.reporter, self.asset}
