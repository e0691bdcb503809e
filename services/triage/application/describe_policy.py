"""When somebody asks by which rules decisions are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.triage.domain.alarm_rules import ALARM_RULES
from services.triage.domain.categories import CATEGORIES
from services.triage.domain.flags import FLAGS
from services.triage.domain.grades import Grade
from services.triage.domain.guidance import TEXTS
from services.triage.domain.hard_rules import HARD_RULES
from services.triage.domain.policy import Policy
from services.triage.domain.soft_rules import SOFT_RULES


@dataclass(frozen=True, slots=True)
class DescribePolicy:
    """Return the policy in force as plain data, with the version and the hash that decisions carry."""

    policy: Policy

    def __call__(self) -> Mapping[str, Any]:
        """Describe categories, flags, rules, grades and guidance."""
        return {
            "version": self.policy.version,
            "hash": self.policy.digest,
            "grades": [grade.name for grade in Grade],
            "categories": [
                {
                    "id": row.id,
                    "level": row.level,
                    "grade": row.grade.name,
                    "community_eligible": row.community_eligible,
                    "harm_weight": row.weight,
                    "lead": row.lead,
                }
                for row in CATEGORIES.values()
            ],
            "flags": [
                {
                    "id": flag.id,
                    "rule": flag.rule,
                    "blocking": flag.blocking,
                    "floor": flag.floor,
                    "floor_when_possible": flag.possible_floor,
                    "lead": flag.lead,
                    "because": flag.because,
                }
                for flag in FLAGS.values()
            ],
            "rules": [{"id": rule.id, "because": rule.because} for rule in (*HARD_RULES, *SOFT_RULES, *ALARM_RULES)],
            "guidance": [{"id": name, "text": text} for name, text in TEXTS.items()],
        }
