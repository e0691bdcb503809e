"""The small language the lexicon is written in.

`word` that word · `word+` every form of a verb · `GROUP` any word of a group · `(two words | word | GROUP)` any of
these · `~3` up to three words between · ` + ` both in one sentence, in any order · ` & ` both anywhere in the text ·
` ! ` unless this is in the same statement. Articles and intensifiers are left out of texts and of patterns alike.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from services.triage.domain.text.alike import one_sense, readings_of
from services.triage.domain.text.inflection import forms_of, stems_of
from services.triage.domain.text.tokens import SKIPPED

_PART = re.compile(r" ([+&!]) ")
_ITEM = re.compile(r"\(([^()]*)\)|([^\s()]+)|[()]")
_GAP = re.compile(r"~(\d+)")
_GROUP = re.compile(r"[A-Z][A-Z_]+")


@dataclass(frozen=True, slots=True)
class Classes:
    """The groups that a word or a phrase belongs to: to look one up, to test many at once, to begin with."""

    groups: frozenset[int] = frozenset()
    mask: int = 0
    """The same as bits."""
    anchors: frozenset[int] = frozenset()
    """Those by which patterns are indexed."""


_NO_CLASSES = Classes()


@dataclass(frozen=True, slots=True)
class Step:
    """One word class of a sequence and how many words may stand before it."""

    group: int
    gap: int


@dataclass(frozen=True, slots=True)
class Run:
    """Steps that follow one another within a sentence."""

    steps: tuple[Step, ...]
    mask: int
    """The groups of its steps, as bits."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Sequences that must all be found: in one sentence, or anywhere; and those that must not."""

    first: Run
    beside: tuple[Run, ...] = ()
    anywhere: tuple[Run, ...] = ()
    unless: tuple[Run, ...] = ()
    needs: frozenset[int] = frozenset()
    mask: int = 0
    """The same as bits: what a text must have of it to be tried."""


@dataclass(slots=True)
class Vocabulary:
    """Words and phrases by the groups they belong to; filled while patterns are compiled."""

    groups: Mapping[str, str]
    alike: Mapping[str, str]
    words: dict[str, set[int]] = field(default_factory=dict)
    phrases: dict[tuple[str, str], dict[tuple[str, ...], set[int]]] = field(default_factory=dict)
    """Phrases by their first two words, and the groups each belongs to."""
    members: list[frozenset[str]] = field(default_factory=list)
    anchors: frozenset[int] = frozenset()
    """Groups by which patterns are indexed; set once all are compiled."""
    _ids: dict[frozenset[str], int] = field(default_factory=dict)
    _classes: dict[str, Classes] = field(default_factory=dict)
    _phrases: dict[tuple[str, ...], Classes] = field(default_factory=dict)
    _expansions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _readings: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def classes_of(self, word: str) -> Classes:
        """Return the groups of a word; remembered for the words we know, so it cannot grow with the texts."""
        classes = self._classes.get(word)
        if classes is not None:
            return classes
        known = [form for form in (word, *stems_of(word)) if form in self.words]
        if not known:
            return _NO_CLASSES
        return self._classes.setdefault(word, self._classed(frozenset().union(*(self.words[form] for form in known))))

    def classes_of_phrase(self, phrase: tuple[str, ...], groups: set[int]) -> Classes:
        """Return the same of a phrase of the lexicon, `groups`."""
        return self._phrases.get(phrase) or self._phrases.setdefault(phrase, self._classed(frozenset(groups)))

    def _classed(self, groups: frozenset[int]) -> Classes:
        return Classes(groups, mask_of(groups), groups & self.anchors)

    def group_id(self, alternatives: str) -> int:
        """Return the number of the class `a | b c | GROUP`, registering its words the first time."""
        terms = (term for raw in alternatives.split("|") for term in self._expansion(" ".join(raw.split()), ()))
        members = one_sense(frozenset(terms))
        known = self._ids.get(members)
        if known is not None:
            return known
        number = len(self.members)
        self._ids[members] = number
        self.members.append(members)
        for member in sorted(members):
            self._register(member, number)
        return number

    def _expansion(self, term: str, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words and phrases that a term of the lexicon stands for."""
        known = self._expansions.get(term)
        if known is None:
            known = self._expansions[term] = tuple(self._expanded(term, path))
        return known

    def _expanded(self, term: str, path: tuple[str, ...]) -> Iterable[str]:
        if _GROUP.fullmatch(term):
            if term in path or term not in self.groups:
                raise ValueError(f"the lexicon has no group {term}")
            for member in self.groups[term].split(","):
                yield from self._expansion(" ".join(member.split()), (*path, term))
        elif term.endswith("+"):
            head, _, verb = term[:-1].rpartition(" ")
            yield from (f"{head} {form}".strip() for form in forms_of(verb))
        elif term:
            head, *rest = term.split(" ")
            yield from (" ".join((form, *rest)) for form in (forms_of(head[:-1]) if head.endswith("+") else (head,)))

    def _register(self, member: str, number: int) -> None:
        readings = self._readings.get(member)
        if readings is None:
            readings = self._readings[member] = self._read(member)
        for reading in readings:
            if len(reading) == 1:
                self.words.setdefault(reading[0], set()).add(number)
            else:
                phrases = self.phrases.setdefault((reading[0], reading[1]), {})
                phrases.setdefault(reading, set()).add(number)

    def _read(self, member: str) -> tuple[tuple[str, ...], ...]:
        spoken = member.split()
        words = [word for word in spoken if word not in SKIPPED]
        if len(spoken) > 1 and (len(words) == 1 or spoken[-1] in SKIPPED):
            raise ValueError(f"the phrase {member!r} says something else once articles are left out")
        readings = tuple(readings_of(words, self.alike)) if words else ()
        for word in itertools.chain.from_iterable(readings):
            self.words.setdefault(word, set())
        return readings


def pattern_of(text: str, vocabulary: Vocabulary) -> Pattern:
    """Compile one line of the lexicon; a mistake in it is a ValueError."""
    pieces = _PART.split(f" {text} ")
    first = _sequence(pieces[0], vocabulary)
    parts: dict[str, list[Run]] = {"+": [], "&": [], "!": []}
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[mark].append(_sequence(piece, vocabulary))
    needs = frozenset(step.group for run in (first, *parts["+"], *parts["&"]) for step in run.steps)
    return Pattern(first, tuple(parts["+"]), tuple(parts["&"]), tuple(parts["!"]), needs, mask_of(needs))


def mask_of(groups: Iterable[int]) -> int:
    """Return groups as bits: one number tells at once whether a text has all of them."""
    mask = 0
    for group in groups:
        mask |= 1 << group
    return mask


def _sequence(text: str, vocabulary: Vocabulary) -> Run:
    steps: list[Step] = []
    gap = 0
    for item in _ITEM.finditer(text):
        if item.group() in "()":
            raise ValueError("a bracket is opened or closed alone")
        distance = _GAP.fullmatch(item.group())
        if distance:
            gap = int(distance.group(1))
        elif item.group() not in SKIPPED:
            steps.append(Step(vocabulary.group_id(item.group(1) or item.group(2)), gap))
            gap = 0
    if not steps:
        raise ValueError(f"an empty pattern in {text!r}")
    return Run(tuple(steps), mask_of(step.group for step in steps))
