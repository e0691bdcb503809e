"""When somebody asks by which rules decisions are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.triage.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class DescribePolicy:
    """Return the policy in force as plain data, with the version and the hash that decisions carry.

    Guidance is told with this deployment's telephone numbers; of the lexicon, which is large, version and size.
    """

    policy: Policy
    numbers: Mapping[str, str]

    def __call__(self) -> Mapping[str, Any]:
        """Describe rules, flags, categories, thresholds, matrix, clocks, case reviews, soft signs and guidance."""
        data = dict(self.policy.data)
        lexicon = data.pop("lexicon")
        held = data.pop("guidance")
        said = self.policy.terms.thresholds.said
        return data | {
            "hash": self.policy.digest,
            "rules": [{**rule, "because": said(rule["because"])} for rule in data["rules"]],
            "guidance": [
                {"id": name, "language": language, "text": self._text(name, language)}
                for language, texts in held["languages"].items()
                for name in texts
            ],
            "guidance_version": held["version"],
            "lexicon": {"version": lexicon["version"], "patterns": len(lexicon["lines"])},
        }

    def _text(self, name: str, language: str) -> str:
        return self.policy.guidance.text(name, self.numbers, language) if self.policy.guidance else ""
