"""A text as canonical words with the place each came from; never longer than the limit, never failing on odd input."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from services.triage.domain.text.word_lists import words_in

LONGEST_TEXT = 20_000
"""Characters that are read; what is beyond is read by the human who gets the report."""

_WORD = r"[^\W\d_]+(?:\*+[^\W\d_]*)*(?:['\u2019\u2018`\u00b4][^\W\d_]+)*"
_STOP = r"(?:\.(?!\.)|[!?;\n])+"
_PAUSE = r"[,:()/\u2013\u2014\u2026]|(?<!\S)-+(?!\S)|--+"
_PICTURE = r"[\u2600-\u27bf\U0001f300-\U0001faff]"
_TOKEN = re.compile(rf"{_WORD}|\d+|{_STOP}|{_PAUSE}|{_PICTURE}")
_STRAIGHT = str.maketrans(dict.fromkeys("\u2019\u2018`\u00b4", "'"))
_STOPS = frozenset(".!?;\n")
_PAUSES = frozenset(",:()/-\u2013\u2014\u2026")

SKIPPED = words_in(
    "the a an fucking fuckin fukin fkn fckin effing literally actually basically absolutely totally completely really "
    "frigging chuffing flipping damn erm um er uh ah oh quite very"
)
"""Words that never change what is said; patterns are written without them."""

_JOINING = words_in("but and so then while because when as although though whereas until")
_TURNING = words_in("but then although though whereas because")
"""Joining words that begin a statement whatever follows."""
_ARTICLES = words_in("the a an")
_SUBJECTS = words_in(
    "i im ive ill id we weve he hes hed she shes shed they theyre theyve theyd it its there theres someone somebody you "
    "youre nobody everyone this that those these who people"
)
_DETERMINERS = words_in("my our his her their your one two three another some")
_VERBS = words_in(
    "is are was were has have had got came come went goes comes did does said says pulled threw hit punched kicked took "
    "turned started keeps kept gets grabbed ran jumped shouted will would can could lives stood walked broke smashed "
    "stabbed attacked bit chased followed"
)
_VERB_WITHIN = 3
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
        word = _number(raw) if raw[0].isdigit() else canonical(raw.translate(_STRAIGHT))
        if word in SKIPPED:
            if word in _ARTICLES:
                named.add(len(words))
            continue
        words.append(word)
        places.append(found.span())
        sentences.append(sentence)
        clauses.append(clause)
    return Tokens(words, places, sentences, clauses, _statements(words, clauses, named))


def _statements(words: list[str], clauses: list[int], named: set[int]) -> list[int]:
    """Number the statements; `named` are the words that an article stood before."""
    numbers: list[int] = []
    joined = 0
    for place, word in enumerate(words):
        within = place > 0 and clauses[place] == clauses[place - 1]
        if within and word in _JOINING and (word in _TURNING or _begins(words, place + 1, named)):
            joined += 1
        numbers.append(clauses[place] + joined)
    return numbers


def _begins(words: list[str], place: int, named: set[int]) -> bool:
    """Tell whether somebody or something is said to do something from here on."""
    if place >= len(words):
        return False
    if words[place] in _SUBJECTS:
        return True
    following = words[place + 1 : place + 1 + _VERB_WITHIN]
    return (place in named or words[place] in _DETERMINERS) and not _VERBS.isdisjoint(following)


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
