"""Words as they are meant: text-speak, dialect, drawn-out letters, one wrong letter in a word of danger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_HIDDEN = re.compile(r"\*+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_SHORTEST_REPAIR = 6
_SHORTEST_PLURAL = 4
_SHORTEST_CLIPPED = 5
_REMEMBERED = 50_000


@dataclass(slots=True)
class Spelling:
    """Repairs single words; remembers what it repaired, up to a limit."""

    known: frozenset[str]
    common: frozenset[str]
    variants: dict[str, str]
    misspelt: frozenset[str]
    lookalikes: frozenset[str]
    alike: Mapping[str, str]
    _near: dict[str, str] = field(default_factory=dict)
    _memory: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in sorted(self.misspelt):
            if len(word) >= _SHORTEST_REPAIR:
                for shorter in _shortened(word):
                    self._near.setdefault(shorter, word)

    def canonical(self, word: str) -> str:
        """Return the known word this one stands for, or the word itself."""
        remembered = self._memory.get(word)
        if remembered is not None:
            return remembered
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        meant = self._owner(word) or self.alike.get(word) or self._meant(word)
        meant = self._memory[word] = self.alike.get(meant, meant)
        return meant

    def _owner(self, word: str) -> str | None:
        """Return the word read for "mum's", where "mum" is read as another; "feller's" is as often "feller is"."""
        owner = self.alike.get(word[:-2]) if word.endswith("'s") else None
        if owner is None:
            return None
        return f"{owner}s" if f"{owner}s" in self.alike.values() else owner

    def is_known(self, word: str) -> bool:
        """Tell whether this is a word of ours or a common English one."""
        return word in self.known or word in self.common

    def _meant(self, spelt: str) -> str:
        spelt = _HIDDEN.sub("*", spelt)
        if spelt in self.variants:
            return self.variants[spelt]
        word = spelt.replace("'", "")
        if word in self.variants:
            return self.variants[word]
        if spelt.endswith("'s") and spelt[:-2] in self.variants:
            word = f"{self.variants[spelt[:-2]]}s"
        spoken = self._as_spoken(word)
        if spoken is not None:
            return spoken
        for squeezed in (_DRAWN_OUT.sub(r"\1\1", word), _DRAWN_OUT.sub(r"\1", word)):
            if squeezed != word and self.is_known(squeezed):
                return self.variants.get(squeezed, squeezed)
        if word.endswith("s") and len(word) >= _SHORTEST_PLURAL and self.is_known(word[:-1]):
            return word[:-1]
        return self._repaired(word)

    def _as_spoken(self, word: str) -> str | None:
        """Return a known word, in full if only its last g or e is left out: "chasin", "slapd"."""
        clipped = len(word) >= _SHORTEST_CLIPPED
        if clipped and word.endswith("in") and word not in self.common and self.is_known(f"{word}g"):
            return f"{word}g"
        if self.is_known(word) or word in self.lookalikes:
            return word
        past = f"{word[:-1]}ed"
        return past if clipped and word.endswith("d") and self.is_known(past) else None

    def _repaired(self, word: str) -> str:
        if len(word) < _SHORTEST_REPAIR - 1:
            return word
        for candidate in (word, *_shortened(word)):
            meant = self._near.get(candidate) or (candidate if candidate in self.misspelt else None)
            if meant is not None and meant[0] == word[0] and abs(len(meant) - len(word)) <= 1:
                return meant
        return word


def _shortened(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]
