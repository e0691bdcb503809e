"""Guidance: which text a reporter is given is decided here; how it is worded, in `guidance_texts` by language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from services.triage.domain.findings import Findings
from services.triage.domain.grades import Grade

_FOR_FLAG = (
    ("suicide_self_harm", "crisis-support"),
    ("domestic_abuse", "domestic-abuse"),
    ("child_safeguarding", "child-safety"),
    ("adult_safeguarding", "adult-safety"),
    ("stalking", "stalking"),
    ("honour_based_abuse", "honour-based"),
    ("modern_slavery", "modern-slavery"),
    ("radicalisation", "radicalisation"),
    ("case_review_eligible", "case-review"),
    ("no_behaviour_described", "what-can-be-reported"),
    ("accessible_contact_needed", "interpreter"),
    ("unsafe_to_contact", "safe-contact"),
)
TEXT_IDS = ("danger-now", "not-emergency", "form-not-watched", *(text for _, text in _FOR_FLAG))
NUMBERS = frozenset({
    "children_services", "adult_services", "out_of_hours", "crisis_line", "domestic_abuse_line", "stalking_line",
    "forced_marriage_unit", "modern_slavery_line", "prevent_line", "nspcc_line", "child_line",
})  # fmt: skip
"""Telephone numbers that a text may name; the deployment sets them once they are verified."""
_ALWAYS_SAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "danger-now": ("999", "55", "18000", "BSL"),
        "not-emergency": ("101", "0800 555 111"),
        "form-not-watched": ("999",),
    }
)
"""What these texts say in every language (1.14)."""
_NUMBER = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Guidance:
    """The texts of every language, each a list of sentences."""

    version: str
    languages: Mapping[str, Mapping[str, tuple[str, ...]]]

    def text(self, name: str, numbers: Mapping[str, str], language: str = "en") -> str:
        """Return a text with this deployment's numbers; a sentence whose number is not set is left out."""
        sentences = self.languages[language][name]
        return " ".join(
            sentence.format(**numbers)
            for sentence in sentences
            if all(numbers.get(number) for number in _NUMBER.findall(sentence))
        )

    def faults(self) -> Iterator[str]:
        """Yield what a language lacks, or says that nobody could fill in; a policy with such guidance is refused."""
        if "en" not in self.languages:
            yield "guidance: there is no English text"
        for language, texts in self.languages.items():
            for name in TEXT_IDS:
                if not any(sentence.strip() for sentence in texts.get(name, ())):
                    yield f"guidance {language}: the text {name} is missing"
            for name, phrases in _ALWAYS_SAYS.items():
                said = " ".join(texts.get(name, ()))
                yield from (f"guidance {language}: {name} does not say {one}" for one in phrases if one not in said)
            for name, sentences in texts.items():
                unknown = set(_NUMBER.findall(" ".join(sentences))) - NUMBERS
                yield from (f"guidance {language}: {name} names an unknown number {one}" for one in sorted(unknown))
            yield from (
                f"guidance {language}: nobody is given the text {one}" for one in sorted(set(texts) - {*TEXT_IDS})
            )


def guidance_for(findings: Findings, grade: Grade) -> tuple[str, ...]:
    """Return what the reporter is told: 999 first wherever danger or priority is possible."""
    urgent = grade <= Grade.PRIORITY
    first = ("danger-now",) if urgent else ("form-not-watched",)
    specific = tuple(text for flag, text in _FOR_FLAG if findings.has(flag))
    return (*first, *specific, "not-emergency")
