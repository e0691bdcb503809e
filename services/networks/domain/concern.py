"""Concern: what networks knows of a case, and the second look (P9) at whether anybody may be asked."""

from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from services.networks.domain.categories import ELIGIBLE

HIGHEST_COMMUNITY_LEVEL = 2
NEVER_WITH_COMMUNITY = frozenset(
    {
        "immediate_danger", "weapon", "violence", "threat_of_violence", "domestic_abuse", "sexual_offence",
        "child_safeguarding", "adult_safeguarding", "exploitation", "modern_slavery", "hate", "stalking",
        "suicide_self_harm", "radicalisation", "honour_based_abuse", "missing_person", "arson_fire_risk", "drug_supply",
        "intimidation_reprisal", "dangerous_dog", "position_of_trust", "community_tension", "targeted",
        "unclear_needs_contact", "no_behaviour_described", "unsafe_to_contact",
    }
)  # fmt: skip
"""Flags that forbid a community response at any confidence, whatever the event says of them."""
HARMLESS = frozenset(
    {
        "vulnerable", "repeat_victim", "repeat_location", "case_review_eligible", "near_repeat", "field_text_conflict",
        "hearsay", "accessible_contact_needed",
    }
)  # fmt: skip
"""Flags that do not. One that is in neither list is new to networks, and what is new is refused."""

SUSPENDING = frozenset(
    {
        "child_safeguarding", "adult_safeguarding", "position_of_trust", "sexual_offence", "exploitation",
        "modern_slavery", "violence", "threat_of_violence", "intimidation_reprisal", "stalking", "hate",
    }
)  # fmt: skip
"""Flags at which an asset that had a part in the case is asked nothing more until a person has looked (H21)."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A risk flag as triage raised it; its confidence does not matter here."""

    name: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class Concern:
    """A case as far as matching may know it: no words, no place finer than an area, nobody's name."""

    case_id: UUID
    report_id: UUID
    concern_id: UUID
    correlation_id: UUID
    level: int
    category: str
    areas: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    allowed: bool = False
    conditions: tuple[str, ...] = ()
    human_required: bool = False
    language: str | None = None

    @property
    def needs_safeguarding(self) -> bool:
        """Say whether somebody vulnerable or a child is involved, so that only trained and checked assets may help."""
        children = any(_effect(condition) == "safeguarding" for condition in self.conditions)
        return children or any(flag.name == "vulnerable" for flag in self.flags)

    @property
    def suspends(self) -> bool:
        """Say whether something came up that an asset with a part in this case could have to do with."""
        return any(flag.name in SUSPENDING for flag in self.flags)

    @property
    def needs_mediation(self) -> bool:
        """Say whether only a mediation-trained asset may be asked."""
        eligible = ELIGIBLE.get(self.category)
        asked = any(_effect(condition) == "mediation" for condition in self.conditions)
        return asked or (eligible is not None and eligible.mediation_only)


CONDITIONS = MappingProxyType({"C5": "mediation", "C6": "ask_reporter", "C9": "filters", "C9_children": "safeguarding"})
"""What triage's conditions ask of networks: only trained mediators; nobody before the reporter said yes; the filters;
and of those who may meet children, training, policy and checks.

One that is not in this table is refused as unknown.
"""


def refusals(concern: Concern) -> tuple[str, ...]:
    """Return every condition of 1.13 that stands against asking anybody; empty means that somebody may be asked.

    It trusts triage's `allowed` only to forbid. What it does not know (a flag, a condition) counts against asking.
    """
    effects = [_effect(condition) for condition in concern.conditions]
    found = (
        ("C1", not 1 <= concern.level <= HIGHEST_COMMUNITY_LEVEL),
        ("C2", any(_forbids(flag) for flag in concern.flags)),
        ("C3", concern.human_required),
        ("C4", concern.category not in ELIGIBLE),
        ("C6", "ask_reporter" in effects),
        ("triage", not concern.allowed),
        ("unknown_condition", "unknown" in effects),
    )
    return tuple(name for name, stands in found if stands)


def _forbids(flag: Flag) -> bool:
    return flag.blocking or flag.name in NEVER_WITH_COMMUNITY or flag.name not in HARMLESS


def _effect(condition: str) -> str:
    return CONDITIONS.get(condition, "unknown")
