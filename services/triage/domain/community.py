"""C1-C8: whether local people may be asked to help. C9 is for networks to check when an offer is matched."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.triage.domain.circumstances import children_affected
from services.triage.domain.findings import Findings
from services.triage.domain.report import NO, YES
from services.triage.domain.rules import Fired

_HIGHEST_LEVEL = 2
_BETWEEN_PEOPLE = frozenset({"per.neighbour_dispute", "env.noise_domestic"})


@dataclass(frozen=True, slots=True)
class Community:
    """The answer, what stands against it, and what must hold when it is used."""

    allowed: bool
    blockers: tuple[str, ...]
    conditions: tuple[str, ...]


def community_of(findings: Findings, level: int, fired: Sequence[Fired], concerns: tuple[str, ...] = ()) -> Community:
    """Decide last, from the final level and flags; one reason against is enough."""
    categories = [findings.terms.categories[name] for name in (*findings.categories, *concerns)]
    against = (
        ("C1", level > _HIGHEST_LEVEL),
        ("C2", bool(findings.blocking)),
        ("C3", any(rule.hold for rule in fired)),
        ("C4", not all(category.community_eligible for category in categories)),
        ("C5", findings.has("targeted") or findings.fact("identifiable")),
        ("C6", findings.intake.share_with_community == NO),
        ("C7", findings.fact("about_asset") or findings.has("position_of_trust")),
        ("C8", findings.intake.reporter_age_band == "under_18"),
    )
    blockers = tuple(name for name, blocks in against if blocks)
    return Community(not blockers, blockers, () if blockers else _conditions(findings))


def _conditions(findings: Findings) -> tuple[str, ...]:
    conditions = ["C9_children" if children_affected(findings) else "C9"]
    if findings.intake.share_with_community != YES:
        conditions.insert(0, "C6")
    if _BETWEEN_PEOPLE.intersection(findings.categories):
        conditions.insert(0, "C5")
    return tuple(conditions)
