"""The immediate-danger screen: fields and words, erring to raise. It decides a topic and advice, never a level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.reporting.domain import harmless, lexicon, spelling

_URGENT_CATEGORIES = frozenset({"crime.possession-of-weapons", "crime.robbery"})
_URGENT_WHILE_PRESENT = frozenset(
    {
        "crime.violent-crime", "crime.burglary", "crime.criminal-damage-arson", "crime.public-order",
        "crime.theft-from-the-person", "per.hate", "per.intimidation", "per.harassment", "com.doorstep_scam",
        "com.tension",
    }
)  # fmt: skip
_OVER = frozenset({"last_night", "this_week", "last_week", "longer_ago"})
_NEVER_DISMISSED = frozenset({"text.suicide"})
_GAP = 2
_SHORTEST_WITH_SLIPS = 5
_LOOK_BACK = 4
_WORD = re.compile(r"\w+|[.,;:!?\n]")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_THRICE = re.compile(r"([aeioulstfnrhgkmpbdcyw])\1\1")
_APOSTROPHES = str.maketrans({**dict.fromkeys("'\u2019\u2018`\u00b4"), **spelling.EMOJI})


@dataclass(frozen=True, slots=True)
class Signs:
    """What the screen looks at."""

    text: str = ""
    category: str | None = None
    when: str | None = None
    ongoing: bool | None = None
    weapon: str = "unknown"
    injured: str = "unknown"

    @property
    def happening_now(self) -> bool:
        """Whether the reporter says that it is going on at this moment."""
        return self.ongoing is True or self.when == "now"

    @property
    def clearly_over(self) -> bool:
        """Whether the reporter says that it was earlier and does not say that it goes on."""
        return self.when in _OVER and self.ongoing is not True


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, each one of several, with small words allowed between."""

    signal: str
    slots: tuple[frozenset[str], ...]
    only_if_not_over: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    signal: str
    start: int
    end: int


def danger_signals(signs: Signs) -> tuple[str, ...]:
    """Return the ids of the rules that fired, sorted; any one of them makes a report urgent."""
    return tuple(sorted({*_from_fields(signs), *_from_text(signs)}))


def _from_fields(signs: Signs) -> Iterator[str]:
    category = signs.category or ""
    if category.startswith("saf.") or category in _URGENT_CATEGORIES:
        yield f"category.{category}"
    if category in _URGENT_WHILE_PRESENT and signs.happening_now:
        yield f"now.{category}"
    if signs.weapon == "yes":
        yield "field.weapon"
    if signs.injured == "yes" and not (category.startswith("env.") and not signs.happening_now):
        yield "field.injured"


def _from_text(signs: Signs) -> Iterator[str]:
    if not signs.text:
        return
    words = words_of(signs.text)
    hits = _hits(words, signs)
    if not hits:
        return
    shielded = _shielded(words)
    for hit in hits:
        dismissed = not shielded.isdisjoint((hit.start, hit.end - 1)) or _is_negated(words, hit.start)
        if hit.signal in _NEVER_DISMISSED or not dismissed:
            yield hit.signal


def words_of(text: str) -> Sequence[str]:
    """Return the words and stops of a text in lower case, spelling evened out."""
    plain = text.lower().translate(_APOSTROPHES)
    if _THRICE.search(plain):
        plain = _DRAWN_OUT.sub(r"\1", plain)
    found: list[str] = _WORD.findall(plain)
    meant = _spellings()
    if meant.keys().isdisjoint(found):
        return found
    return [meant.get(word, word) for word in found]


def _hits(words: Sequence[str], signs: Signs) -> list[_Hit]:
    possible = _possible(words, signs)
    if not possible:
        return []
    return [
        _Hit(phrase.signal, start, end)
        for start, word in enumerate(words)
        for phrase in possible.get(word, ())
        if (end := _end_of(phrase, words, start))
    ]


def _possible(words: Sequence[str], signs: Signs) -> dict[str, list[Phrase]]:
    """Return the phrases, by first word, whose words all occur somewhere: for most texts none, which is soon seen."""
    phrases, present = _danger_phrases(), set(words)
    possible: dict[str, list[Phrase]] = {}
    for first in phrases.keys() & present:
        for phrase in phrases[first]:
            if phrase.only_if_not_over and signs.clearly_over:
                continue
            if any(slot.isdisjoint(present) for slot in phrase.slots[1:]):
                continue
            possible.setdefault(first, []).append(phrase)
    return possible


def _shielded(words: Sequence[str]) -> frozenset[int]:
    phrases = _harmless_phrases()
    return frozenset(
        index
        for start, word in enumerate(words)
        for phrase in phrases.get(word, ())
        for index in range(start, _end_of(phrase, words, start))
    )


def _end_of(phrase: Phrase, words: Sequence[str], start: int) -> int:
    """Return the index after the phrase that begins at `start`, or 0 where it does not stand there."""
    at = start + 1
    for slot in phrase.slots[1:]:
        limit = min(at + _GAP + 1, len(words))
        while at < limit and words[at] not in slot:
            if words[at] not in spelling.FILLERS:
                return 0
            at += 1
        if at >= limit:
            return 0
        at += 1
    return at


def _is_negated(words: Sequence[str], start: int) -> bool:
    for word in reversed(words[max(0, start - _LOOK_BACK) : start]):
        if word in spelling.TURNS:
            return False
        if word in spelling.NEGATORS:
            return True
    return False


@lru_cache(maxsize=1)
def _danger_phrases() -> dict[str, tuple[Phrase, ...]]:
    lines = (line.partition(": ") for line in lexicon.DANGER.strip().splitlines())
    return _by_first_word(
        Phrase(f"text.{signal.removeprefix('~')}", _slots(slots), signal.startswith("~")) for signal, _, slots in lines
    )


@lru_cache(maxsize=1)
def _harmless_phrases() -> dict[str, tuple[Phrase, ...]]:
    return _by_first_word(Phrase("", _slots(line)) for line in harmless.HARMLESS.strip().splitlines())


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Return common slips of the finger in the words that alone mean danger, unless the slip is itself a word."""
    alone = {word for word, phrases in _danger_phrases().items() if any(len(phrase.slots) == 1 for phrase in phrases)}
    alone |= spelling.OFTEN_MISTYPED
    slips = {slip: word for word in sorted(alone) for slip in _slips(word) if slip not in spelling.REAL_WORDS | alone}
    return slips | spelling.SPELLINGS


def _slips(word: str) -> Iterator[str]:
    if len(word) < _SHORTEST_WITH_SLIPS or not word.isascii():
        return
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + word[at] + word[at:]


def _slots(line: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(slot.split("|")) for slot in line.split(" "))


def _by_first_word(phrases: Iterator[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        for word in sorted(phrase.slots[0]):
            index[word] = (*index.get(word, ()), phrase)
    return index
