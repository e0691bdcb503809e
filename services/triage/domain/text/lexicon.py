"""The lexicon compiled: lines of data become patterns, indexed so that a text tries only the few it could match."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from services.triage.domain.signals import Confidence
from services.triage.domain.text.patterns import Pattern, Vocabulary, pattern_of
from services.triage.domain.text.presence import WHO_AND_WHERE
from services.triage.domain.text.spelling import Spelling

_CONFIDENCES = {member.word: member for member in Confidence}


@dataclass(frozen=True, slots=True)
class LexiconSource:
    """The data a lexicon is made of, as people maintain it."""

    version: str
    groups: Mapping[str, str]
    lines: tuple[str, ...]
    spellings: Mapping[str, str]
    common: frozenset[str]
    misspelt: frozenset[str]
    """Words of danger that are recognised with one letter wrong."""
    lookalikes: frozenset[str]
    """Real words that are one letter away from one of those."""
    foreign: frozenset[str]


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
    who_and_where: int = -1
    """The group of words that say who is there, where and when (F1)."""


def compiled(source: LexiconSource) -> Lexicon:
    """Compile a lexicon; a mistake in the data is a ValueError that names the line."""
    vocabulary = Vocabulary(source.groups)
    entries = list(_entries(source.lines, vocabulary))
    presence = vocabulary.group_id(WHO_AND_WHERE)
    known = frozenset(vocabulary.words)
    spelling = Spelling(known, source.common, dict(source.spellings), source.misspelt, source.lookalikes)
    lexicon = Lexicon(source.version, vocabulary, spelling, foreign=source.foreign, who_and_where=presence)
    for entry in entries:
        index = lexicon.covers if entry.kind == "cover" else lexicon.entries
        index.setdefault(_anchor(entry.pattern, vocabulary, source.common), []).append(entry)
    return lexicon


def _anchor(pattern: Pattern, vocabulary: Vocabulary, common: frozenset[str]) -> int:
    return min(sorted(pattern.needs), key=lambda group: len(vocabulary.members[group] & common))


def _entries(lines: Iterable[str], vocabulary: Vocabulary) -> Iterable[Entry]:
    counts: dict[str, int] = {}
    for line in lines:
        text = line.split("#!")[0].strip()
        if not text:
            continue
        head, separator, pattern = text.partition(" : ")
        if not separator:
            raise ValueError(f"the lexicon line {line!r} has no ' : '")
        subject, *marks = head.split()
        counts[subject] = counts.get(subject, 0) + 1
        rule = f"{subject}/{counts[subject]}"
        try:
            yield _entry(rule, subject, marks, pattern_of(pattern.strip(), vocabulary))
        except (ValueError, KeyError) as error:
            raise ValueError(f"the lexicon line {line!r}: {error}") from error


def _entry(rule: str, subject: str, marks: list[str], pattern: Pattern) -> Entry:
    kind, separator, name = subject.partition(":")
    if separator:
        return Entry(rule, {"fact": "fact", "cat": "category", "cover": "cover"}[kind], name, pattern)
    facts = tuple(mark[1:] for mark in marks if mark.startswith("+"))
    word, _, letter = next(mark for mark in marks if not mark.startswith("+")).partition("/")
    confidence = Confidence.POSSIBLE if word == "soft" else _CONFIDENCES[word]
    return Entry(rule, "flag", subject, pattern, confidence, letter, facts)
