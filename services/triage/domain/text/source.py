"""The data a lexicon is made of, as people maintain it; the files and their grammar are in `domain/lexicon`."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.triage.domain.text.second_reader import SecondReader


class LexiconError(ValueError):
    """The lexicon has a mistake, told with its file and line; the service does not start."""


KINDS = ("flag", "fact", "category", "cover")


@dataclass(frozen=True, slots=True)
class Line:
    """One pattern of the lexicon and what it tells of."""

    where: str
    """File and line, for whoever has to mend it."""
    kind: str
    """One of `KINDS`."""
    name: str
    pattern: str
    confidence: str = ""
    sign: str = ""
    """The letter of a soft sign of the policy (1.9); a soft sign alone is possible."""
    reach: str = ""
    """How far a cover goes: its own words, `onward` through its statement, or its whole `sentence`; how far a flag is
    found: `wide` is only where its statement is about no everyday matter."""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LexiconSource:
    """Every line, word group and word list."""

    version: str
    groups: Mapping[str, str]
    lines: tuple[Line, ...]
    spellings: Mapping[str, str]
    alike: Mapping[str, str]
    """Words that are read as another, because they differ only in whom they name (F2)."""
    common: frozenset[str]
    misspelt: frozenset[str]
    """Words of danger that are recognised with one letter wrong."""
    lookalikes: frozenset[str]
    """Real words that are one letter away from one of those."""
    foreign: frozenset[str]
    second_reader: SecondReader | None = None
    """None switches it off."""
