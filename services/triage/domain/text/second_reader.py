"""The second reader: how much a text sounds like reports of danger, for what no line of the lexicon names.

A sentence scores the weights of its words and of its pairs of neighbouring words, added up and divided by the root of
how many of them are known: the log-odds of a logistic regression over labelled reports. A text scores as its highest
sentence, so more sentences never lower it, and their order does not matter. Whoever is spoken of counts as somebody,
whatever their age, sex, origin or faith (F2).

It names no danger and lowers nothing; it asks for a person (S1, S2). Its weights are data of the policy, trained from
the labelled reports by `make second-reader`; a policy without them reads with the lexicon alone.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import sqrt

from services.triage.domain.text.tokens import Tokens

LIKE_DANGER, SOMEWHAT_LIKE_DANGER = "like_danger", "somewhat_like_danger"
SOMEBODY = "<somebody>"
PEOPLE = ("MANY_PEOPLE", "PERSON")
"""The lexicon's groups of words for people."""
_AGES = frozenset({"<minor>", "<adult>", "<old>", "old", "young", "elderly", "older", "younger"})


@dataclass(frozen=True, slots=True)
class SecondReader:
    """What was learned: a weight for each word and each pair of words, and from which score on a person is asked."""

    weights: Mapping[str, float]
    bias: float
    somewhat: float
    """From this score on a person reads before anybody local is asked (S2)."""
    much: float
    """From this score on it counts as a possible danger (S1)."""


@dataclass(frozen=True, slots=True)
class Listener:
    """A second reader with the words for people."""

    reader: SecondReader
    people: AbstractSet[str]

    def notices(self, tokens: Tokens, dismissed: AbstractSet[int]) -> AbstractSet[str]:
        """Return what the text sounds like, as facts; nothing is heard in statements that were dismissed (N1-N8)."""
        score = self.score(tokens, dismissed)
        facts = ((LIKE_DANGER, self.reader.much), (SOMEWHAT_LIKE_DANGER, self.reader.somewhat))
        return {fact for fact, least in facts if score >= least}

    def score(self, tokens: Tokens, dismissed: AbstractSet[int] = frozenset()) -> float:
        """Return the log-odds of the sentence most like danger; the bias alone where no word is known."""
        weights, highest = self.reader.weights, 0.0
        for marks in sentences_of(tokens, self.people, dismissed):
            known = [weights[mark] for mark in marks if mark in weights]
            if known:
                highest = max(highest, sum(sorted(known)) / sqrt(len(known)))
        return highest + self.reader.bias


def sentences_of(
    tokens: Tokens, people: AbstractSet[str], dismissed: AbstractSet[int] = frozenset()
) -> Iterator[AbstractSet[str]]:
    """Yield each sentence as its words and pairs of neighbouring words, without those of dismissed statements."""
    marks: set[str] = set()
    before, current = "", -1
    for word, sentence, statement in zip(tokens.words, tokens.sentences, tokens.statements, strict=True):
        if statement in dismissed:
            before = ""
            continue
        told = SOMEBODY if word in people or word in _AGES else word
        if sentence != current:
            if marks:
                yield marks
            marks, before, current = set(), "", sentence
        marks.add(told)
        if before:
            marks.add(f"{before} {told}")
        before = told
    if marks:
        yield marks
