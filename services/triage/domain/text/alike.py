"""Words read as one because they differ only in whom they name: no decision turns on them (F2).

`her` is two words in English; the word after it tells which, as in "hit her" and "hit her car".
"""

import itertools
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from services.triage.domain.text.word_lists import words_in

EITHER, OBJECT, OWNER = "her", "him", "his"
_AFTER_AN_OBJECT = words_in(
    "about after again against all alone always and any anymore are around as at away back badly because before "
    "beg behind being bleeding but by clean come constantly cook cry crying do doing down eat every feel for from "
    "get getting give go going hard have he here hes him home how i if in inside into is it keep kiss know last "
    "leave leaving lick lie look lose me my near never no not now off on onto or our out outside over pay round "
    "run say screaming see shouting sign since sit sleep so some speak stand stay still stop strip suck take talk "
    "tell that them then there these they this those through till to today tonight too touch twice undress until "
    "up us wait walking was watch we wear were what when while who why with yesterday you your "
    "across towards upon between beside without under alongside repeatedly properly unconscious whenever whether "
)


def settled(words: list[str], clauses: list[int], named: AbstractSet[int]) -> None:
    """Tell every `her` of a text apart, in place; `named` are the words that an article stood before."""
    for place, word in enumerate(words):
        if word == EITHER:
            last = place + 1 == len(words) or clauses[place + 1] != clauses[place]
            words[place] = OBJECT if last or place + 1 in named or words[place + 1] in _AFTER_AN_OBJECT else OWNER


def readings_of(phrase: list[str], alike: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every way a phrase of the lexicon stands in a text whose words are read as one."""
    choices = [(OBJECT, OWNER) if word == EITHER else (alike.get(word, word),) for word in phrase]
    yield from itertools.product(*choices)


def one_sense(words: frozenset[str]) -> frozenset[str]:
    """Leave `her` out of alternatives that name either `him` or `his`: it says there what that says."""
    return words - {EITHER} if (OBJECT in words) is not (OWNER in words) else words
