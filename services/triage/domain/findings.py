"""Resolution: from single signals to flags with one confidence each, and the circumstances rules ask about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from services.triage.domain.categories import CATEGORIES, CATEGORY_OF_FLAG, UNCLEAR, CategoryPolicy
from services.triage.domain.flags import BLOCKING, FLAGS
from services.triage.domain.report import Intake
from services.triage.domain.signals import Confidence, Reading, Signal, Status
from services.triage.domain.terms import TERMS, Terms

Categories = Mapping[str, CategoryPolicy]
_ENOUGH_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the rules may look at; immutable, so that a rule can only add by returning."""

    intake: Intake
    signals: tuple[Signal, ...]
    facts: frozenset[str]
    confidence: dict[str, Confidence]
    category: str
    text_categories: tuple[str, ...]
    fault: bool = False
    understood: bool = True
    terms: Terms = TERMS

    def has(self, flag: str) -> bool:
        """Tell whether a flag is raised at any confidence."""
        return flag in self.confidence

    def sure(self, flag: str) -> bool:
        """Tell whether a flag is probable or confirmed."""
        return self.confidence.get(flag, Confidence.POSSIBLE) > Confidence.POSSIBLE

    def fact(self, *names: str) -> bool:
        """Tell whether any of these circumstances is known."""
        return not self.facts.isdisjoint(names)

    def any_of(self, *flags: str) -> bool:
        """Tell whether any of these flags is raised."""
        return not self.confidence.keys().isdisjoint(flags)

    @property
    def categories(self) -> tuple[str, ...]:
        """The reporter's category and the assessed one."""
        chosen = self.intake.category
        return (
            (chosen,)
            if chosen == self.category and chosen is not None
            else tuple(filter(None, (chosen, self.category)))
        )

    @property
    def blocking(self) -> tuple[str, ...]:
        """The blocking flags, in order of gravity."""
        return tuple(flag for flag in FLAGS if flag in self.confidence and flag in BLOCKING) if self.confidence else ()

    def with_flag(self, signal: Signal) -> "Findings":
        """Return the findings with one more flag; a flag that is there keeps the higher confidence."""
        higher = max(signal.confidence, self.confidence.get(signal.flag, signal.confidence))
        return replace(self, signals=(*self.signals, signal), confidence=self.confidence | {signal.flag: higher})


def resolved(signals: Iterable[Signal]) -> dict[str, Confidence]:
    """One confidence per flag: two different soft signs of a flag make it probable (U2, U3)."""
    confidence: dict[str, Confidence] = {}
    letters: dict[str, set[str]] = {}
    for signal in signals:
        if signal.status is not Status.AFFIRMED:
            continue
        confidence[signal.flag] = max(signal.confidence, confidence.get(signal.flag, signal.confidence))
        if signal.letter:
            letters.setdefault(signal.flag, set()).add(signal.letter)
    for flag, signs in letters.items():
        if len(signs) >= _ENOUGH_SIGNS:
            confidence[flag] = max(confidence[flag], Confidence.PROBABLE)
    return confidence


def findings_of(
    intake: Intake, reading: Reading, from_fields: tuple[Signal, ...], *, fault: bool, terms: Terms = TERMS
) -> Findings:
    """Union of what the words and the form say; the more serious counts (K1)."""
    signals = (*from_fields, *reading.signals)
    confidence = resolved(signals)
    suggested = by_support(reading.categories, terms.categories)
    category = assessed_category(intake.category, confidence, suggested, terms.categories)
    return Findings(intake, signals, reading.facts, confidence, category, suggested, fault, reading.understood, terms)


def by_support(categories: Iterable[tuple[str, int]], known: Categories = CATEGORIES) -> tuple[str, ...]:
    """Suggested categories, the best supported first; of equals the graver and the one kept from communities."""
    ranked = sorted((-count, -known[name].level, known[name].community_eligible, name) for name, count in categories)
    return tuple(name for *_, name in ranked)


def assessed_category(
    chosen: str | None, confidence: dict[str, Confidence], suggested: tuple[str, ...], known: Categories = CATEGORIES
) -> str:
    """Return the engine's own category: of the gravest sure flag, else the reporter's, else that of the words."""
    for flag, category in CATEGORY_OF_FLAG:
        if confidence.get(flag, Confidence.POSSIBLE) > Confidence.POSSIBLE:
            return category
    if chosen in suggested or not suggested:
        return chosen or UNCLEAR
    worst = max(suggested[:1], key=lambda name: known[name].level)
    return worst if chosen is None or chosen == UNCLEAR else _graver(chosen, suggested, known)


def _graver(chosen: str, suggested: tuple[str, ...], known: Categories) -> str:
    """Keep the reporter's label unless the words speak of something graver."""
    first = suggested[0]
    return first if known[first].level > known[chosen].level else chosen
