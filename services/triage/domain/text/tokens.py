"""A text as canonical words with the place each came from; never longer than the limit, never failing on odd input."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from services.triage.domain.text.alike import settled
from services.triage.domain.text.statements import statements_of
from services.triage.domain.text.word_lists import words_in

LONGEST_TEXT = 20_000
"""Characters that are read; what is beyond is read by the human who gets the report."""

_WORD = r"[^\W\d_]+(?:\*+[^\W\d_]*)*(?:['\u2019\u2018`\u00b4][^\W\d_]+)*"
_STOP = r"(?:\.(?!\.)|[!?;\n])+"
_PAUSE = r"[,:()/\u2013\u2014\u2026]|(?<!\S)-+(?!\S)|--+"
_PICTURE = r"[\u2600-\u27bf\U0001f300-\U0001faff]"
_DIGITS_FOR_SOUNDS = (
    r"(?:some|sum|any|ne|every|evry|no)1|b4|m8s?|w8|gr8|l8r?|h8|4(?:eva|ever)|2(?:day|nite|moro|morrow)"
)
_WITH_DIGIT = rf"(?<!\w)(?:{_DIGITS_FOR_SOUNDS})(?!\w)"
_CLIPPED_THE = r"(?<!\w)th?['\u2019\u2018`\u00b4](?=\s?\w)"
_TOKEN = re.compile(rf"{_WITH_DIGIT}|{_CLIPPED_THE}|{_WORD}|\d+|{_STOP}|{_PAUSE}|{_PICTURE}")
_STRAIGHT = str.maketrans(dict.fromkeys("\u2019\u2018`\u00b4", "'"))
_STOPS = frozenset(".!?;\n")
_PAUSES = frozenset(",:()/-\u2013\u2014\u2026")

SKIPPED = words_in(
    "the a an fucking fuckin fukin fkn fckin effing literally actually basically absolutely totally completely really "
    "frigging chuffing flipping damn erm um er uh ah oh quite very"
)
"""Words that never change what is said; patterns are written without them."""

_ARTICLES = words_in("the a an")
_CLIPPED = words_in("t' th'")
"""The northern article: "down t'ginnel"."""
_ADULT, _OLD, _OLDEST = 18, 65, 110


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: the canonical word, where it stood, and which sentence and part of a sentence it belongs to."""

    words: list[str]
    places: list[tuple[int, int]]
    sentences: list[int]
    clauses: list[int]
    """Numbered through the text; a comma, a dash, a colon or a bracket begins the next one."""
    statements: list[int]
    """The same, and a word that joins statements begins another where somebody does something after it."""


def tokens_of(text: str, canonical: Callable[[str], str]) -> Tokens:
    """Split a text into words; offsets are those of the text as it was given."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower()[:1] for letter in text)
    words: list[str] = []
    places: list[tuple[int, int]] = []
    sentences: list[int] = []
    clauses: list[int] = []
    named: set[int] = set()
    sentence = clause = 0
    for found in _TOKEN.finditer(lowered, 0, LONGEST_TEXT):
        raw = found.group()
        if raw[0] in _STOPS:
            sentence += 1
            clause += 1
            continue
        if raw[0] in _PAUSES:
            clause += 1
            continue
        word = _meant(raw, canonical)
        if word in SKIPPED:
            if word in _ARTICLES:
                named.add(len(words))
            continue
        words.append(word)
        places.append(found.span())
        sentences.append(sentence)
        clauses.append(clause)
    settled(words, clauses, named)
    return Tokens(words, places, sentences, clauses, statements_of(words, clauses, named))


def _meant(raw: str, canonical: Callable[[str], str]) -> str:
    if raw.isdigit():
        return _number(raw)
    word = raw.translate(_STRAIGHT)
    return "the" if word in _CLIPPED else canonical(word)


def _number(digits: str) -> str:
    """Numbers by what they can mean as an age; 1 and 2, and what is not an age but a number one calls, stay."""
    if digits in {"1", "2", "999", "101", "24", "7"}:
        return digits
    try:
        value = int(digits[:6])
    except ValueError:
        return "<number>"
    if 0 < value < _ADULT:
        return "<minor>"
    if value < _OLD:
        return "<adult>"
    return "<old>" if value <= _OLDEST else "<number>"
