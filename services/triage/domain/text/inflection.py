"""The forms of an English verb, as people write them (dropped g, single and doubled consonants)."""

from services.triage.domain.text.word_lists import words_in

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "sh", "ch", "x", "z")
_SHORTEST_DOUBLING = 3
_SHORTEST_STEM = 4
_THEMSELVES = words_in(
    "weeds weeding news cracks cracked cracking spices evening morning meeting housing parking building nothing "
    "anything something everything during string wedding being thing things glasses kings feeling feelings"
)
"""Words that are not an inflection of the one they look like."""
_IRREGULAR = {
    forms.split()[0]: tuple(forms.split()[1:])
    for forms in (
        "beat beaten", "bend bent", "bite bit bitten", "bleed bled", "break broke broken", "bring brought",
        "burn burnt", "buy bought", "catch caught", "come came", "creep crept", "dig dug", "do does did done",
        "draw drew drawn", "drink drank drunk", "drive drove driven", "eat ate eaten", "feed fed", "feel felt",
        "fight fought", "find found", "fling flung", "fly flew flown", "get got gotten", "give gave given gid",
        "go goes went gone", "grind ground", "hang hung", "have has had", "hear heard", "hide hid hidden",
        "hold held", "keep kept", "know knew known", "lay laid", "leap leapt", "leave left", "lend lent",
        "lie lay lying", "light lit", "lose lost", "make made", "meet met", "pay paid", "ride rode ridden",
        "ring rang rung", "run ran", "say said", "see saw seen", "sell sold", "send sent", "shake shook shaken",
        "shoot shot", "show shown", "sit sat", "sleep slept", "slide slid", "sling slung", "speak spoke spoken",
        "spit spat", "spring sprang", "stand stood", "steal stole stolen", "stick stuck", "strike struck",
        "swear swore sworn", "swing swung", "take took taken", "teach taught", "tear tore torn", "tell told",
        "think thought", "throw threw thrown", "tie tying", "wake woke woken", "wear wore worn",
        "write wrote written",
    )
}  # fmt: skip
"""The past of verbs that do not end it in -ed; one that keeps its form (`hit`) needs no line."""


def forms_of(verb: str) -> tuple[str, ...]:
    """`stab` gives stab, stabs, stabbed, stabbing, stabbin and the misspellings with one b; `throw` also threw."""
    return (*_regular(verb), *_IRREGULAR.get(verb, ()))


def _regular(verb: str) -> tuple[str, ...]:
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


def stems_of(word: str) -> tuple[str, ...]:
    """Return what an inflected word may come from: slapping gives slap, executions gives execution."""
    if word in _THEMSELVES:
        return ()
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM:
        return (word[:-1],)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word[: -len(ending)]
            undoubled = (stem[:-1],) if stem[-1] == stem[-2] else ()
            return (stem, f"{stem}e", *undoubled)
    return ()
