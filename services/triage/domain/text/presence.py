"""F1 from words: whether anything is said beyond who is there, where and when, and what anybody may do.

One unknown verb, or one word that the lexicon knows from elsewhere, and the answer is no.
"""

from collections.abc import Set as AbstractSet

from services.triage.domain.text.matcher import Page
from services.triage.domain.text.word_lists import words_in

_MOST_NAMES = 3
_SHARE_OF_NAMES = 5
_VERB_ENDINGS = ("ing", "ed", "in")
_VERBS = words_in(
    "wrote said told tells says say took take gave give hit threw throw broke stole sold sell bought sent left drew "
    "ran runs drove grabbed kept let made"
)


def who_and_where(page: Page, group: int) -> frozenset[int]:
    """Return which words are about people, places or times."""
    phrases = (range(start, ends[group]) for start, ends in page.phrases.items() if group in ends)
    words = (place for place, groups in enumerate(page.groups) if group in groups)
    return frozenset(words).union(*phrases)


def says_only_who_and_where(page: Page, harmless: AbstractSet[int]) -> bool:
    """Tell whether every word is about people, places, times or ordinary deeds; a few names may stand among them."""
    words = page.tokens.words
    others = [place for place in range(len(words)) if place not in harmless]
    if any(page.groups[place] or _is_a_verb(words[place]) for place in others):
        return False
    return len(others) <= min(_MOST_NAMES, len(words) // _SHARE_OF_NAMES)


def _is_a_verb(word: str) -> bool:
    return word in _VERBS or word.endswith(_VERB_ENDINGS)
