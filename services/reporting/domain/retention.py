"""How long the personal parts of closed reports are kept: the schedule, as data."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.reporting.domain.personal import Part
from services.reporting.domain.standing import Standing

_ALL = tuple(Part)
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Rule:
    """Parts that go so many days after closing; `levels` None stands for reports that triage never judged."""

    id: str
    levels: frozenset[int | None]
    days: int
    parts: tuple[Part, ...]
    because: str
    flags: frozenset[str] = frozenset()
    """Where there are any, the rule is for reports with one of them only."""

    def is_for(self, standing: Standing | None) -> bool:
        """Tell whether the rule applies to a report that stands so."""
        flags = set(standing.flags) if standing else set()
        return (standing.level if standing else None) in self.levels and (not self.flags or bool(self.flags & flags))


#: Periods are this house's own; check them against the corporate schedule. Level 4 has no row: the statutory agency's
#: schedule governs, and a supervisor erases on its word.
SCHEDULE: tuple[Rule, ...] = (
    Rule(
        "RT1",
        frozenset({1, 2}),
        183,
        _ALL,
        "A report of nothing that could be named, and nobody has written since: six months.",
        frozenset({"unclear_needs_contact", "no_behaviour_described"}),
    ),
    Rule("RT2", frozenset({1, 2}), 365, _ALL, "Words of closed reports at level 1 and 2: twelve months."),
    Rule("RT3", frozenset({3, None}), round(6 * _YEAR), _ALL, "Level 3, or never judged: six years after closing."),
)


def due(standing: Standing | None, closed_at: datetime | None, now: datetime, held: AbstractSet[Part]) -> Rule | None:
    """Return the rule by which something that is still held has to go now; None while a report is open."""
    if closed_at is None:
        return None
    for rule in SCHEDULE:
        if rule.is_for(standing) and not held.isdisjoint(rule.parts) and closed_at + timedelta(days=rule.days) <= now:
            return rule
    return None
