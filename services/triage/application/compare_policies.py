"""When a policy is tried before it is put in force: which decisions it would make differently."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.triage.domain.decision import Decision, Occasion
from services.triage.domain.flags import BLOCKING
from services.triage.domain.policy import Policy, assess
from services.triage.domain.report import Intake


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes for one report; both decisions, the old one first."""

    old: Decision
    new: Decision

    @property
    def flags_added(self) -> tuple[str, ...]:
        """Flags that only the new policy raises."""
        return tuple(flag for flag in self.new.flag_names if flag not in self.old.flag_names)

    @property
    def flags_removed(self) -> tuple[str, ...]:
        """Flags that only the old policy raises."""
        return tuple(flag for flag in self.old.flag_names if flag not in self.new.flag_names)

    @property
    def kinds(self) -> tuple[str, ...]:
        """How it changes, in the words of the totals; empty where nothing does."""
        old, new = self.old, self.new
        changes = (
            ("level_raised", new.level > old.level),
            ("level_lowered", new.level < old.level),
            ("grade_faster", new.grade < old.grade),
            ("grade_slower", new.grade > old.grade),
            ("flags_added", bool(self.flags_added)),
            ("flags_removed", bool(self.flags_removed)),
            ("community_opened", new.community.allowed and not old.community.allowed),
            ("community_closed", old.community.allowed and not new.community.allowed),
        )
        return tuple(name for name, applies in changes if applies)

    @property
    def less_careful(self) -> bool:
        """Whether somebody gets less care: a lower level, more time, a blocking flag lost, or a community asked."""
        lost = not BLOCKING.isdisjoint(self.flags_removed)
        return lost or not {"level_lowered", "grade_slower", "community_opened"}.isdisjoint(self.kinds)

    @property
    def record(self) -> Mapping[str, Any]:
        """Return what changes, and nothing else."""
        old, new, kinds = self.old, self.new, " ".join(self.kinds)
        parts = (
            ("level", "level_", [old.level, new.level]),
            ("grade", "grade_", [old.grade.name, new.grade.name]),
            ("flags", "flags_", {"added": list(self.flags_added), "removed": list(self.flags_removed)}),
            ("community", "community_", [old.community.allowed, new.community.allowed]),
        )
        return {name: value for name, prefix, value in parts if prefix in kinds} | {"less_careful": self.less_careful}


@dataclass(slots=True)
class Comparison:
    """Compares two policies report by report, and counts."""

    old: Policy
    new: Policy
    reports: int = 0
    changed: int = 0
    less_careful: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def of(self, intake: Intake, occasion: Occasion) -> Difference | None:
        """Return the difference between both decisions, or None where there is none."""
        decide = (assess(intake, occasion=occasion, policy=policy) for policy in (self.old, self.new))
        difference = Difference(*decide)
        self.reports += 1
        if not difference.kinds:
            return None
        self.changed += 1
        self.less_careful += difference.less_careful
        self.counts.update(difference.kinds)
        return difference

    @property
    def totals(self) -> Mapping[str, Any]:
        """Return the counts of all reports so far."""
        return {
            "old": {"version": self.old.version, "hash": self.old.digest},
            "new": {"version": self.new.version, "hash": self.new.digest},
            "reports": self.reports,
            "changed": self.changed,
            "less_careful": self.less_careful,
        } | dict(sorted(self.counts.items()))
