"""Negation and its reach (N1): a denial counts when only empty words stand between it and what it denies."""

from services.triage.domain.text.tokens import Tokens
from services.triage.domain.text.word_lists import words_in

_DENIALS = words_in(
    "no not never none nobody noone nowt nothing without didnt doesnt dont isnt wasnt werent arent havent hasnt hadnt "
    "aint neither nor didn nt"
)
_INABILITIES = frozenset({"cant", "couldnt", "cannot", "wont", "wouldnt"})
_PERCEIVED = frozenset({"see", "hear", "find", "spot", "make"})
_EMPTY = words_in(
    "any actual being been be is are was were am has have had having got get getting gotten see saw seen seeing hear "
    "heard sign signs evidence of use used using involve involved involving kind sort form single physical to do did "
    "does even visible obvious carrying holding showing him her them with anyone anybody anything someone much "
    "ever yet there i we he she they body one been witness witnessed report reported in way my modern human drug "
    "drugs forced domestic sexual racist racial hate "
    "such serious child"
)
_NOT_DENIALS = {
    "not": words_in("only just sure certain the first once"),
    "no": words_in("doubt idea wonder end matter longer_can"),
    "nothing": words_in("but short"),
    "never": words_in("stop stops ends stopped"),
    "dont": words_in("know"),
}
_AFTER = frozenset({"wasnt", "werent", "isnt", "arent", "not", "never"})
_ABSENT = frozenset({"involved", "present", "mentioned"})
_FURTHEST = 5
_NEAR = 3


def is_denied(tokens: Tokens, start: int, taken: frozenset[int]) -> bool:
    """Tell whether the word at `start` is denied by a word outside the match (`taken` are the words of the match)."""
    words, sentence = tokens.words, tokens.sentences[start]
    place, steps = start - 1, 0
    while place >= 0 and steps < _FURTHEST and tokens.sentences[place] == sentence:
        word = words[place]
        if place in taken and word not in _EMPTY:
            return False
        if word in _DENIALS:
            return not _cancelled(words, place)
        if word in _INABILITIES:
            return words[place + 1] in _PERCEIVED
        if word in {"or", "nor"} and place >= 1:
            place -= 2 if words[place - 1] not in _DENIALS else 1
            steps += 1
            continue
        if word not in _EMPTY:
            return False
        place -= 1
        steps += 1
    return False


def is_denied_after(tokens: Tokens, end: int) -> bool:
    """Tell whether what ends before `end` is said not to have been there ("a knife was not involved")."""
    following = tokens.words[end : end + _NEAR]
    return any(word in _AFTER for word in following) and any(word in _ABSENT for word in following)


def _cancelled(words: list[str], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    if following in _NOT_DENIALS.get(words[place], ()):
        return True
    before = words[max(0, place - _FURTHEST) : place]
    return words[place] == "without" and any(word in _INABILITIES or word in _DENIALS for word in before)
