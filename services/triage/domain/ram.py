"""RAM v1: the risk assessment matrix for anti-social behaviour, 0-44 points. A house table, to be ratified."""

from dataclasses import dataclass

from services.triage.domain.circumstances import incidents
from services.triage.domain.findings import Findings
from services.triage.domain.report import UNKNOWN, YES

MEDIUM_FROM, HIGH_FROM, INCOMPLETE_FROM = 12, 22, 5
FREQUENCY = ((12, 5), (6, 3), (3, 2), (2, 1))
IMPACT = {"some": 2, "severe": 4}
SUPPORT = {"none": 3, "few": 1}
BEFORE = {"none": 2, "some": 1}
VULNERABILITY = (0, 2, 4)
LINKED_KNOWN, LINKED_UNKNOWN, TARGETED, WORSE, CHILDREN = 2, 1, 4, 3, 3
HATE, HATE_POSSIBLE = 5, 3
CONDUCT = ((("weapon", "violence"), 5), (("threat_of_violence",), 4))
DAMAGE = 2


@dataclass(frozen=True, slots=True)
class Ram:
    """The score with every item that counted and every one nobody could answer."""

    score: int
    items: tuple[tuple[str, int], ...]
    unknown: tuple[str, ...]

    @property
    def band(self) -> str:
        """`standard`, `medium` or `high`."""
        if self.score >= HIGH_FROM:
            return "high"
        return "medium" if self.score >= MEDIUM_FROM else "standard"

    @property
    def incomplete(self) -> bool:
        """Tell whether so much is unknown that a person must complete it."""
        return len(self.unknown) >= INCOMPLETE_FROM


def ram_of(findings: Findings) -> Ram:
    """Score a report; unknown items give no points and are listed."""
    intake = findings.intake
    items = {
        "frequency": _frequency(findings),
        "linked": _linked(findings),
        "targeted": TARGETED if findings.has("targeted") else _asked(intake.targeted),
        "getting_worse": WORSE
        if intake.getting_worse == YES or findings.fact("worse")
        else _asked(intake.getting_worse),
        "hate": _hate(findings),
        "vulnerability": VULNERABILITY[min(2, max(len(intake.vulnerability), int(findings.has("vulnerable"))))],
        "impact": _impact(findings),
        "children": CHILDREN if _children(findings) else _asked(intake.children_present),
        "support": SUPPORT.get(intake.support_network, _asked(intake.support_network)),
        "reported_before": _before(findings),
        "conduct": _conduct(findings),
    }
    counted = tuple((name, points) for name, points in items.items() if points)
    unknown = tuple(name for name, points in items.items() if points is None)
    return Ram(sum(points for _, points in counted if points is not None), _certain(counted), unknown)


def _certain(items: tuple[tuple[str, int | None], ...]) -> tuple[tuple[str, int], ...]:
    return tuple((name, points) for name, points in items if points is not None)


def _asked(answer: str | None) -> int | None:
    return None if answer in {None, UNKNOWN} else 0


def _frequency(findings: Findings) -> int | None:
    count = incidents(findings)
    if count is None:
        return None
    return next((points for least, points in FREQUENCY if count >= least), 0)


def _linked(findings: Findings) -> int | None:
    count = incidents(findings)
    if count is None:
        return None
    if count <= 1:
        return 0
    return LINKED_KNOWN if findings.fact("same_people") else LINKED_UNKNOWN


def _hate(findings: Findings) -> int | None:
    if not findings.has("hate"):
        return _asked(findings.intake.hate_perceived)
    return HATE if findings.sure("hate") else HATE_POSSIBLE


def _impact(findings: Findings) -> int | None:
    if findings.fact("afraid_severe"):
        return IMPACT["severe"]
    return IMPACT.get(findings.intake.impact, _asked(findings.intake.impact))


def _children(findings: Findings) -> bool:
    return findings.intake.children_present == YES or findings.fact("child_victim", "children_affected")


def _before(findings: Findings) -> int | None:
    """Points for what was done about earlier reports; who was not asked, or does not know, gives none."""
    if findings.intake.previous_reports == 0 and not findings.fact("reported_before"):
        return 0
    action = findings.intake.previous_action
    return None if action is None else BEFORE.get(action, 0)


def _conduct(findings: Findings) -> int:
    for flags, points in CONDUCT:
        if findings.any_of(*flags):
            return points
    return DAMAGE if "crime.criminal-damage-arson" in (*findings.categories, *findings.text_categories) else 0
