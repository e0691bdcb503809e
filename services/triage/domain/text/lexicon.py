"""The lexicon compiled: lines of data become patterns, indexed so that a text tries only the few it could match."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from services.triage.domain.categories import CATEGORIES
from services.triage.domain.flags import FLAGS
from services.triage.domain.signals import Confidence
from services.triage.domain.text.patterns import Pattern, Vocabulary, pattern_of
from services.triage.domain.text.second_reader import PEOPLE, Listener
from services.triage.domain.text.source import LexiconError, LexiconSource, Line
from services.triage.domain.text.spelling import Spelling
from services.triage.domain.text.word_lists import words_in

WHO_AND_WHERE = "WHO_AND_WHERE"
COVERS = ("idiom", "hypothetical", "past", "elsewhere", "ordinary")
REACHES = ("onward", "sentence")
WIDE = "wide"
"""The reach of a flag that counts only in a statement about no everyday matter: its patterns may be looser."""
_KNOWN = {"flag": frozenset(FLAGS), "category": frozenset(CATEGORIES), "cover": frozenset(COVERS)}
_EVERYWHERE = words_in("a and at for he her him his i in it me my of on our she that them they to us was we with")
"""Words that stand in nearly every report."""
_EVERYWHERE_WEIGHS = 20
_CONFIDENCES = {member.word: member for member in Confidence}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it tells of, how surely, and the pattern."""

    rule: str
    kind: str
    """`flag`, `fact`, `category` or `cover`."""
    name: str
    pattern: Pattern
    confidence: Confidence = Confidence.CONFIRMED
    letter: str = ""
    reach: str = ""
    facts: tuple[str, ...] = ()


@dataclass(slots=True)
class Lexicon:
    """Compiled entries by the rarest word class each needs."""

    version: str
    vocabulary: Vocabulary
    spelling: Spelling
    covers: dict[int, list[Entry]] = field(default_factory=dict)
    entries: dict[int, list[Entry]] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    listener: Listener | None = None
    who_and_where: int = -1
    """The group of words that say who is there, where and when (F1)."""


def compiled(source: LexiconSource) -> Lexicon:
    """Compile a lexicon; a mistake in the data is a LexiconError that names file and line."""
    vocabulary = Vocabulary(source.groups, source.alike)
    entries = list(_entries(source.lines, vocabulary))
    presence = vocabulary.group_id(WHO_AND_WHERE)
    known = frozenset(vocabulary.words)
    spelling = Spelling(known, source.common, dict(source.spellings), source.misspelt, source.lookalikes, source.alike)
    lexicon = Lexicon(source.version, vocabulary, spelling, foreign=source.foreign, who_and_where=presence)
    for entry in entries:
        index = lexicon.covers if entry.kind == "cover" else lexicon.entries
        index.setdefault(_anchor(entry.pattern, vocabulary, source.common), []).append(entry)
    vocabulary.anchors = frozenset(lexicon.covers) | frozenset(lexicon.entries)
    if source.second_reader is not None:
        lexicon.listener = Listener(source.second_reader, people_in(lexicon))
    return lexicon


def people_in(lexicon: Lexicon) -> frozenset[str]:
    """Return the words for people as texts are read, of whatever age, sex, origin or faith."""
    vocabulary = lexicon.vocabulary
    members = itertools.chain.from_iterable(vocabulary.members[vocabulary.group_id(name)] for name in PEOPLE)
    return frozenset(lexicon.spelling.canonical(member) for member in members if " " not in member)


def _anchor(pattern: Pattern, vocabulary: Vocabulary, common: frozenset[str]) -> int:
    def frequency(group: int) -> int:
        members = vocabulary.members[group]
        return len(members & common) + _EVERYWHERE_WEIGHS * len(members & _EVERYWHERE)

    return min(sorted(pattern.needs), key=frequency)


def _entries(lines: Iterable[Line], vocabulary: Vocabulary) -> Iterable[Entry]:
    counts: dict[tuple[str, str], int] = {}
    for line in lines:
        counts[line.kind, line.name] = number = counts.get((line.kind, line.name), 0) + 1
        try:
            yield _entry(line, f"{line.name}/{number}", pattern_of(line.pattern, vocabulary))
        except ValueError as error:
            raise LexiconError(f"{line.where}: {error}") from error


def _entry(line: Line, rule: str, pattern: Pattern) -> Entry:
    known = _KNOWN.get(line.kind)
    if known is not None and line.name not in known:
        raise ValueError(f"there is no {line.kind} {line.name!r}")
    if line.kind != "flag":
        return Entry(rule, line.kind, line.name, pattern, reach=_one_of(line.reach, ("", *REACHES), "reach"))
    if bool(line.confidence) is bool(line.sign):
        raise ValueError("a flag has either a confidence or the letter of a soft sign")
    confidence = (
        Confidence.POSSIBLE if line.sign else _CONFIDENCES[_one_of(line.confidence, _CONFIDENCES, "confidence")]
    )
    reach = _one_of(line.reach, ("", WIDE), "the reach of a flag")
    return Entry(rule, line.kind, line.name, pattern, confidence, line.sign, reach, line.facts)


def _one_of(said: str, known: Iterable[str], what: str) -> str:
    if said not in known:
        raise ValueError(f"{what} is one of {', '.join(filter(None, known))}, not {said!r}")
    return said
