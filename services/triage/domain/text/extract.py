"""`read`: a text becomes signals; what is denied, figurative, only feared, long past or elsewhere does not count."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field

from services.triage.domain.categories import WITHOUT_INCIDENT
from services.triage.domain.flags import DANGERS
from services.triage.domain.signals import Reading, Signal, Status
from services.triage.domain.text.covers import Covered, covered
from services.triage.domain.text.language import is_understood
from services.triage.domain.text.lexicon import WIDE, Entry, Lexicon
from services.triage.domain.text.matcher import (
    MOST_EFFORT,
    Effort,
    Found,
    Page,
    ReadingTookTooLongError,
    candidates,
    found_in,
)
from services.triage.domain.text.patterns import Run
from services.triage.domain.text.presence import says_only_who_and_where
from services.triage.domain.text.scope import is_denied, is_denied_after
from services.triage.domain.text.tokens import tokens_of

NEVER_DISMISSED = frozenset({"suicide_self_harm"})
"""N3: figures of speech and fears about suicide are read by a human."""
NEVER_TOO_LONG_AGO = frozenset({
    "child_safeguarding", "adult_safeguarding", "domestic_abuse", "sexual_offence", "honour_based_abuse",
    "exploitation", "modern_slavery", "position_of_trust", "suicide_self_harm",
})  # fmt: skip
"""N2: abuse is never too long ago to matter."""
_EVERYDAY = ("env.", "nui.", "com.idea", "com.isolation")
_NO_PHRASES: Mapping[tuple[str, ...], set[int]] = {}
_OPEN_FACTS = frozenset({"behaviour", "presence", "cannot_say"})


@dataclass(slots=True)
class _Gathered:
    signals: dict[str, Signal] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    categories: dict[str, int] = field(default_factory=dict)
    dangerous: bool = False
    """Whether a danger is named already, so that nobody else has to hear one."""
    dismissed: set[int] = field(default_factory=set)
    """Statements whose danger is denied, figurative, only feared, long past or elsewhere."""
    everyday: set[int] = field(default_factory=set)
    """Statements about an everyday matter."""
    wide: list[tuple[Entry, Found, Signal]] = field(default_factory=list)
    """Signals of wide patterns, which count in statements about nothing else."""

    def add(self, entry: Entry, signal: Signal) -> None:
        self.signals[entry.rule] = signal
        if signal.status is Status.AFFIRMED:
            self.facts.update(entry.facts)
            self.dangerous |= entry.name in DANGERS


def read(text: str, lexicon: Lexicon, *, most: int = MOST_EFFORT) -> Reading:
    """Everything the lexicon finds in a text. Pure; time grows with the length of the text, up to `most` looks.

    A reading that was given up then is not `complete` and holds what was found before.
    """
    page = _page(text, lexicon, Effort(most))
    gathered = _Gathered()
    try:
        _gather(page, lexicon, gathered)
    except ReadingTookTooLongError:
        complete = False
    else:
        complete = True
    if lexicon.listener is not None and not gathered.dangerous:
        gathered.facts |= lexicon.listener.notices(page.tokens, gathered.dismissed)
    return Reading(
        signals=tuple(gathered.signals[rule] for rule in sorted(gathered.signals)),
        facts=frozenset(gathered.facts),
        categories=tuple(sorted(gathered.categories.items())),
        understood=is_understood(text, page.tokens.words, lexicon),
        words=len(page.groups),
        extractor=lexicon.version,
        complete=complete,
    )


def _gather(page: Page, lexicon: Lexicon, gathered: _Gathered) -> None:
    if not page.groups:
        return
    covers = covered(page, lexicon)
    for entry in candidates(lexicon.entries, page):
        _try(entry, page, covers, gathered)
    for entry, found, signal in gathered.wide:
        if gathered.everyday.isdisjoint(page.tokens.statements[found.start : found.end]):
            gathered.add(entry, signal)
    if says_only_who_and_where(page, covers.harmless):
        gathered.facts.add("only_presence")


def _page(text: str, lexicon: Lexicon, effort: Effort) -> Page:
    tokens = tokens_of(text, lexicon.spelling.canonical)
    vocabulary, words = lexicon.vocabulary, tokens.words
    classes = [vocabulary.classes_of(word) for word in words]
    phrases: dict[int, dict[int, int]] = {}
    present, anchors = 0, set[int]()
    for of_word in classes:
        present |= of_word.mask
        anchors |= of_word.anchors
    for place, pair in enumerate(itertools.pairwise(words)):
        for phrase, its_groups in vocabulary.phrases.get(pair, _NO_PHRASES).items():
            end = place + len(phrase)
            if tuple(words[place:end]) == phrase and tokens.sentences[end - 1] == tokens.sentences[place]:
                here = phrases.setdefault(place, {})
                for group in its_groups:
                    here[group] = max(end, here.get(group, 0))
                of_phrase = vocabulary.classes_of_phrase(phrase, its_groups)
                present |= of_phrase.mask
                anchors |= of_phrase.anchors
    places: dict[frozenset[int], list[int]] = {}
    for place, of_word in enumerate(classes):
        places.setdefault(of_word.groups, []).append(place)
    return Page(tokens, [of_word.groups for of_word in classes], phrases, present, anchors, places, effort)


def _excepted(run: Run, page: Page, found: Found) -> bool:
    """Tell whether an exception stands in the same statement: what else is said nearby excuses nothing."""
    statements = page.tokens.statements
    first, last = statements[found.start], statements[found.end - 1]
    return any(first <= statements[other.start] <= last for other in found_in(run, page))


def _try(entry: Entry, page: Page, covers: Covered, gathered: _Gathered) -> None:
    status, found = _status_of(entry, page, covers)
    if found is None:
        return
    affirmed = status is Status.AFFIRMED
    if entry.kind == "flag":
        if not affirmed:
            gathered.dismissed.update(page.tokens.statements[found.start : found.end])
        start, end = page.tokens.places[found.start][0], page.tokens.places[found.end - 1][1]
        evidence = f"text:{start}-{end}"
        signal = Signal(entry.name, entry.confidence, "text", evidence, entry.rule, status, entry.letter)
        if entry.reach != WIDE:
            gathered.add(entry, signal)
        elif affirmed:
            gathered.wide.append((entry, found, signal))
    elif affirmed and entry.kind == "fact":
        gathered.facts.add(entry.name)
    elif affirmed:
        gathered.categories[entry.name] = gathered.categories.get(entry.name, 0) + 1
        if entry.name.startswith(_EVERYDAY):
            gathered.everyday.update(page.tokens.statements[found.start : found.end])


def _status_of(entry: Entry, page: Page, covers: Covered) -> tuple[Status, Found | None]:
    """Find the first place where the entry stands affirmed, else why the first place does not count."""
    worst: tuple[Status, Found | None] = (Status.AFFIRMED, None)
    sentences = page.tokens.sentences
    pattern = entry.pattern
    elsewhere = [_first(run, entry, page, covers) for run in pattern.anywhere]
    if any(found is None for found in elsewhere):
        return worst
    for found in found_in(pattern.first, page):
        sentence = sentences[found.start]
        if any(_excepted(run, page, found) for run in pattern.unless):
            continue
        beside = [_first(run, entry, page, covers, sentence) for run in pattern.beside]
        if any(found_beside is None for found_beside in beside):
            continue
        status = _scope(entry, found, page, covers)
        if status is Status.AFFIRMED:
            return status, found
        if worst[1] is None:
            worst = (status, found)
    return worst


def _first(run: Run, entry: Entry, page: Page, covers: Covered, sentence: int | None = None) -> Found | None:
    for found in found_in(run, page):
        if sentence is not None and page.tokens.sentences[found.start] != sentence:
            continue
        if _scope(entry, found, page, covers) is Status.AFFIRMED:
            return found
    return None


def _scope(entry: Entry, found: Found, page: Page, covers: Covered) -> Status:
    if covers.hidden:
        for place in found.steps:
            status = covers.hidden.get(place)
            if status is not None and not _survives(entry, status):
                return status
    if covers.ordinary and _tells_of_a_nuisance(entry) and _is_ordinary(found, covers):
        return Status.ORDINARY
    taken = frozenset(found.steps)
    for place in found.steps:
        if is_denied(page.tokens, place, taken):
            return Status.NEGATED
    return Status.NEGATED if is_denied_after(page.tokens, found.end) else Status.AFFIRMED


def _is_ordinary(found: Found, covers: Covered) -> bool:
    """Tell whether a match rests on ordinary deeds, beside who does them where and when."""
    return not covers.ordinary.isdisjoint(found.steps) and covers.harmless.issuperset(found.steps)


def _tells_of_a_nuisance(entry: Entry) -> bool:
    """Tell whether something ordinary is no matter for this entry; for a flag it may be ("she drinks tea alone")."""
    return entry.kind == "category" or entry.name == "behaviour"


def _survives(entry: Entry, status: Status) -> bool:
    """Tell whether a signal counts in spite of where it stands.

    Idioms hide dangers, not everyday matters; nothing hides an idea, a worry or loneliness.
    """
    if entry.name in NEVER_DISMISSED:
        return status is not Status.ELSEWHERE
    if entry.kind == "category" and entry.name in WITHOUT_INCIDENT:
        return True
    if status is Status.FIGURATIVE:
        return entry.kind == "category" or entry.name in _OPEN_FACTS
    return status is Status.PAST and entry.name in NEVER_TOO_LONG_AGO
