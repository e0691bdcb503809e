"""What a rule is: it looks at the findings and may say one thing, a floor below which the level cannot stay."""

from collections.abc import Callable
from dataclasses import dataclass

from services.triage.domain.findings import Findings
from services.triage.domain.grades import Grade


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that applied: what it does and why, in a sentence for a caseworker that quotes nobody."""

    id: str
    because: str
    level: int = 1
    grade: Grade | None = None
    hold: bool = False
    """A human must clear it before anything is offered to a community."""

    @property
    def effect(self) -> str:
        """The effect as the decision record spells it."""
        parts = [f"floor:{self.level}"] if self.level > 1 else []
        if self.grade is not None:
            parts.append(f"grade:{self.grade.name}")
        return ",".join(parts) or "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named test on the findings."""

    id: str
    because: str
    level: Callable[[Findings], int]
    """The floor; 0 where the rule does not apply."""
    urgent: Callable[[Findings], bool] = lambda _: False
    """Whether it makes the report an emergency."""
    hold: bool = False

    def fire(self, findings: Findings) -> Fired | None:
        """Apply the rule."""
        level = self.level(findings)
        if not level:
            return None
        grade = Grade.EMERGENCY if self.urgent(findings) else None
        because = findings.terms.thresholds.said(self.because)
        return Fired(self.id, because, level, grade, self.hold)


def when(test: Callable[[Findings], bool], level: int) -> Callable[[Findings], int]:
    """Make a fixed floor under a condition."""
    return lambda findings: level if test(findings) else 0
