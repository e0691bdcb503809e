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
    "such serious child seem seems seemed look looks looked appear appears appeared"
)
_NOT_DENIALS = {
    "not": words_in("only just sure certain the first once"),
    "no": words_in("doubt idea wonder end matter longer_can"),
    "nothing": words_in("but short"),
    "never": words_in("stop stops ends stopped"),
    "dont": words_in("know no"),
}
_NOT_KNOWING = frozenset({"dont", "didnt", "doesnt"})
"""Before `no` these make it a misspelt `know`."""
_AFTER = frozenset({"wasnt", "werent", "isnt", "arent", "not", "never"})
_ABSENT = frozenset({"involved", "present", "mentioned"})
_LINKS = words_in("was were is are be been being has have had ever actually even")
_SUBJECTS = words_in("i we he she they someone somebody child there")
_SPEAKING_OF = words_in(
    "didnt doesnt dont isnt wasnt werent arent havent hasnt hadnt aint nt didn do did does was were is are has have "
    "had see saw seen seeing hear heard witness witnessed with if"
)
"""Words after which a subject belongs to the denial ("nor did he", "I didn't see a child")."""
_FURTHEST = 5
_NEAR = 3


def is_denied(tokens: Tokens, start: int, taken: frozenset[int]) -> bool:
    """Tell whether the word at `start` is denied by a word outside the match (`taken` are the words of the match).

    What is said with a denial of its own ("ain't had no tea") is not denied by another. A denial never reaches past a
    comma, a dash, a colon or a bracket, nor past a subject that begins anew.
    """
    words, clause = tokens.words, tokens.clauses[start]
    if any(words[place] in _DENIALS for place in taken):
        return False
    place, steps = start - 1, 0
    while place >= 0 and steps < _FURTHEST and tokens.clauses[place] == clause:
        word = words[place]
        if place in taken and word not in _EMPTY:
            return False
        if word in _DENIALS:
            return not _cancelled(words, place)
        if word in _INABILITIES:
            return words[place + 1] in _PERCEIVED
        steps += 1
        if word in {"or", "nor"} and place >= 1:
            place -= 2 if words[place - 1] not in _DENIALS else 1
        elif word not in _EMPTY or _begins_anew(tokens, place):
            return False
        else:
            place -= 1
    return False


def is_denied_after(tokens: Tokens, end: int) -> bool:
    """Tell whether what ends before `end` is said not to have been there ("a knife was not involved")."""
    clause, denied = tokens.clauses[end - 1], False
    for place in range(end, min(end + _NEAR, len(tokens.words))):
        word = tokens.words[place]
        if tokens.clauses[place] != clause:
            return False
        if denied and word in _ABSENT:
            return True
        denied = denied or word in _AFTER
        if word not in _AFTER and word not in _LINKS:
            return False
    return False


def _begins_anew(tokens: Tokens, place: int) -> bool:
    """Tell whether a new statement starts here: who it is about, unless the denial before it speaks of them."""
    if tokens.words[place] not in _SUBJECTS:
        return False
    before = tokens.words[place - 1] if place and tokens.clauses[place - 1] == tokens.clauses[place] else ""
    return before not in _SPEAKING_OF


def _cancelled(words: list[str], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    if following in _NOT_DENIALS.get(words[place], ()):
        return True
    if words[place] == "no" and place and words[place - 1] in _NOT_KNOWING:
        return True
    before = words[max(0, place - _FURTHEST) : place]
    return words[place] == "without" and any(word in _INABILITIES or word in _DENIALS for word in before)
