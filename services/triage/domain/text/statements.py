"""Where one statement ends and the next begins, so that what is said of one is not taken for the other."""

from collections.abc import Set as AbstractSet

from services.triage.domain.text.word_lists import words_in

_TURNING = words_in("but and so then while because although though whereas")
"""Words that begin a statement whatever follows."""
_JOINING = words_in("when as until")
"""Words that do so where somebody does something after them."""
_SUBJECTS = words_in(
    "i im ive ill id we weve he hes hed she shes shed they theyre theyve theyd it its there theres someone somebody "
    "you youre nobody everyone this that those these who people"
)
_OWNERS = words_in("my our his her their your")
_NUMBERS = words_in("one two three another some")
_VERBS = words_in(
    "is are was were has have had got came come went goes comes did does said says pulled threw hit punched kicked "
    "took turned started keeps kept gets grabbed ran jumped shouted will would can could lives stood walked broke "
    "smashed stabbed attacked bit chased followed"
)
_VERB_WITHIN = 3


def statements_of(words: list[str], clauses: list[int], named: AbstractSet[int]) -> list[int]:
    """Return the number of each word's statement; `named` are the words that an article stood before.

    A comma ends a statement, and so does a word that turns or joins.
    """
    numbers: list[int] = []
    joined = 0
    for place, word in enumerate(words):
        within = place > 0 and clauses[place] == clauses[place - 1]
        if within and (word in _TURNING or (word in _JOINING and _begins(words, place + 1, named))):
            joined += 1
        numbers.append(clauses[place] + joined)
    return numbers


def _begins(words: list[str], place: int, named: AbstractSet[int]) -> bool:
    if place >= len(words):
        return False
    if words[place] in _SUBJECTS or words[place] in _OWNERS:
        return True
    following = words[place + 1 : place + 1 + _VERB_WITHIN]
    return (place in named or words[place] in _NUMBERS) and not _VERBS.isdisjoint(following)
