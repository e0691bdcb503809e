"""The policy as plain data: one value to read, to export, to compare and to hash."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from enum import IntEnum
from typing import Any

from services.triage.domain.categories import CATEGORY_OF_FLAG, FLAG_OF_CATEGORY
from services.triage.domain.flags import FLAGS, NOT_URGENT
from services.triage.domain.grades import Grade
from services.triage.domain.guidance import Guidance
from services.triage.domain.rule_catalogue import CATALOGUE
from services.triage.domain.soft_signs import SOFT_SIGNS
from services.triage.domain.terms import Terms
from services.triage.domain.text.source import LexiconSource

FORMAT = "kith-policy/1"
SETTABLE = ("version", "categories", "thresholds", "matrix", "clocks", "case_review", "marac", "guidance", "lexicon")
"""What another artefact may hold differently; everything else has to be as in this release."""


def policy_data(version: str, terms: Terms, guidance: Guidance, lexicon: LexiconSource) -> dict[str, Any]:
    """Return the whole policy; equal policies give equal data, and different ones do not."""
    return {
        "format": FORMAT,
        "version": version,
        "grades": [grade.name for grade in Grade],
        "flags": [plain(flag) for flag in FLAGS.values()],
        "rules": [plain(rule) for rule in CATALOGUE.values()],
        "soft_signs": plain(SOFT_SIGNS),
        "category_of_flag": plain(CATEGORY_OF_FLAG),
        "flag_of_category": plain(FLAG_OF_CATEGORY),
        "not_urgent": plain(NOT_URGENT),
        "categories": [plain(row) for row in terms.categories.values()],
        "thresholds": plain(terms.thresholds),
        "matrix": plain(terms.matrix),
        "clocks": plain(terms.clocks),
        "case_review": plain(terms.case_review),
        "marac": plain(terms.marac),
        "guidance": plain(guidance),
        "lexicon": plain(lexicon),
    }


def plain(value: Any) -> Any:
    """Return a value of the policy as JSON has it; sets in alphabetical order."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value.name if isinstance(value, IntEnum) else value
