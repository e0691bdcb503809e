"""RAM v1: the points of the risk assessment matrix, 0-44. A house table, to be replaced by the partnership's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_IMPACT = MappingProxyType({"some": 2, "severe": 4})
_SUPPORT = MappingProxyType({"none": 3, "few": 1})
_BEFORE = MappingProxyType({"none": 2, "some": 1, "resolved": 0})


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many points each answer gives, and from how many on a report is medium or high."""

    medium_from: int = 12
    high_from: int = 22
    incomplete_from: int = 5
    """Unknown items from which on a person completes it."""
    frequency: tuple[tuple[int, int], ...] = ((12, 5), (6, 3), (3, 2), (2, 1))
    """Incidents from so many on, and their points; the most first."""
    linked_known: int = 2
    linked_unknown: int = 1
    targeted: int = 4
    getting_worse: int = 3
    hate: int = 5
    hate_possible: int = 3
    vulnerability: tuple[int, int] = (2, 4)
    """One factor, several."""
    impact: Mapping[str, int] = field(default_factory=lambda: _IMPACT)
    children: int = 3
    support_network: Mapping[str, int] = field(default_factory=lambda: _SUPPORT)
    previous_action: Mapping[str, int] = field(default_factory=lambda: _BEFORE)
    violence: int = 5
    """Conduct: the highest of violence or a weapon, a threat, damage."""
    threat: int = 4
    damage: int = 2

    @property
    def highest(self) -> int:
        """The points of a report to which everything applies."""
        return sum((
            max(points for _, points in self.frequency), self.linked_known, self.targeted, self.getting_worse,
            self.hate,
            max(self.vulnerability), max(self.impact.values()), self.children, max(self.support_network.values()),
            max(self.previous_action.values()), self.violence,
        ))  # fmt: skip


MATRIX = Matrix()
