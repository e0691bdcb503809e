"""The regular forms of an English verb, as people write them (dropped g, single and doubled consonants)."""

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "sh", "ch", "x", "z")
_SHORTEST_DOUBLING = 3


def forms_of(verb: str) -> tuple[str, ...]:
    """`stab` gives stab, stabs, stabbed, stabbing, stabbin and the misspellings with one b."""
    if verb.endswith("e"):
        return _joined(verb, f"{verb}s", (f"{verb}d",), verb[:-1])
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return _joined(verb, f"{verb[:-1]}ies", (f"{verb[:-1]}ied",), verb)
    third_person = f"{verb}es" if verb.endswith(_SIBILANTS) else f"{verb}s"
    plain = _joined(verb, third_person, (f"{verb}ed",), verb)
    if _doubles(verb):
        stem = verb + verb[-1]
        return (*plain, f"{stem}ed", f"{stem}ing", f"{stem}in")
    return plain


def _joined(verb: str, third_person: str, past: tuple[str, ...], stem: str) -> tuple[str, ...]:
    return (verb, third_person, *past, f"{stem}ing", f"{stem}in")


def _doubles(verb: str) -> bool:
    if len(verb) < _SHORTEST_DOUBLING or verb[-1] in "wxy":
        return False
    return verb[-1] not in _VOWELS and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
