"""The score of a report in the risk assessment matrix for anti-social behaviour (RAM)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from services.triage.domain.circumstances import incidents
from services.triage.domain.findings import Findings
from services.triage.domain.matrix import MATRIX, Matrix
from services.triage.domain.report import UNKNOWN, YES

#: The level below which a report of a band cannot stay; 0 where the band says nothing.
FLOORS: Mapping[str, int] = MappingProxyType({"standard": 0, "medium": 3, "high": 4})


def band_of(score: int, matrix: Matrix) -> str:
    """Return `standard`, `medium` or `high`."""
    if score >= matrix.high_from:
        return "high"
    return "medium" if score >= matrix.medium_from else "standard"


@dataclass(frozen=True, slots=True)
class Ram:
    """The score with every item that counted and every one nobody could answer."""

    score: int
    items: tuple[tuple[str, int], ...]
    unknown: tuple[str, ...]
    matrix: Matrix = MATRIX

    @property
    def band(self) -> str:
        """`standard`, `medium` or `high`."""
        return band_of(self.score, self.matrix)

    @property
    def incomplete(self) -> bool:
        """Tell whether so much is unknown that a person must complete it."""
        return len(self.unknown) >= self.matrix.incomplete_from


def ram_of(findings: Findings) -> Ram:
    """Score a report; unknown items give no points and are listed."""
    intake, matrix = findings.intake, findings.terms.matrix
    items = {
        "frequency": _frequency(findings),
        "linked": _linked(findings),
        "targeted": matrix.targeted if findings.has("targeted") else _asked(intake.targeted),
        "getting_worse": matrix.getting_worse
        if intake.getting_worse == YES or findings.fact("worse")
        else _asked(intake.getting_worse),
        "hate": _hate(findings),
        "vulnerability": _vulnerability(findings),
        "impact": _impact(findings),
        "children": matrix.children if _children(findings) else _asked(intake.children_present),
        "support": matrix.support_network.get(intake.support_network, _asked(intake.support_network)),
        "reported_before": _before(findings),
        "conduct": _conduct(findings),
    }
    counted = tuple((name, points) for name, points in items.items() if points)
    unknown = tuple(name for name, points in items.items() if points is None)
    return Ram(sum(points for _, points in counted if points is not None), _certain(counted), unknown, matrix)


def _certain(items: tuple[tuple[str, int | None], ...]) -> tuple[tuple[str, int], ...]:
    return tuple((name, points) for name, points in items if points is not None)


def _asked(answer: str | None) -> int | None:
    return None if answer in {None, UNKNOWN} else 0


def _frequency(findings: Findings) -> int | None:
    count = incidents(findings)
    if count is None:
        return None
    return next((points for least, points in findings.terms.matrix.frequency if count >= least), 0)


def _linked(findings: Findings) -> int | None:
    count = incidents(findings)
    if count is None:
        return None
    if count <= 1:
        return 0
    matrix = findings.terms.matrix
    return matrix.linked_known if findings.fact("same_people") else matrix.linked_unknown


def _hate(findings: Findings) -> int | None:
    if not findings.has("hate"):
        return _asked(findings.intake.hate_perceived)
    matrix = findings.terms.matrix
    return matrix.hate if findings.sure("hate") else matrix.hate_possible


def _impact(findings: Findings) -> int | None:
    if findings.fact("afraid_severe"):
        return findings.terms.matrix.impact["severe"]
    return findings.terms.matrix.impact.get(findings.intake.impact, _asked(findings.intake.impact))


def _vulnerability(findings: Findings) -> int:
    factors = max(len(findings.intake.vulnerability), int(findings.has("vulnerable")))
    one, several = findings.terms.matrix.vulnerability
    return several if factors > 1 else one * factors


def _children(findings: Findings) -> bool:
    return findings.intake.children_present == YES or findings.fact("child_victim", "children_affected")


def _before(findings: Findings) -> int | None:
    """Points for what was done about earlier reports; who was not asked, or does not know, gives none."""
    if findings.intake.previous_reports == 0 and not findings.fact("reported_before"):
        return 0
    action = findings.intake.previous_action
    return None if action is None else findings.terms.matrix.previous_action.get(action, 0)


def _conduct(findings: Findings) -> int:
    matrix = findings.terms.matrix
    if findings.any_of("weapon", "violence"):
        return matrix.violence
    if findings.has("threat_of_violence"):
        return matrix.threat
    return matrix.damage if "crime.criminal-damage-arson" in (*findings.categories, *findings.text_categories) else 0
