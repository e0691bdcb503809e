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


def says_only_who_and_where(page: Page, group: int, ordinary: AbstractSet[int]) -> bool:
    """Tell whether every word is about people, places, times or `ordinary` deeds; a few names may stand among them."""
    names = 0
    words = page.tokens.words
    spoken_of = {place for start, ends in page.phrases.items() if group in ends for place in range(start, ends[group])}
    for place, groups in enumerate(page.groups):
        if group in groups or place in spoken_of or place in ordinary:
            continue
        if groups or words[place] in _VERBS or words[place].endswith(_VERB_ENDINGS):
            return False
        names += 1
    return names <= min(_MOST_NAMES, len(words) // _SHARE_OF_NAMES)
