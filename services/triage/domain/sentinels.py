"""One plain sentence for each hard rule. A policy under which one no longer fires its rule is not put in force."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from services.triage.domain.decision import Decision

SENTINELS: Mapping[str, str] = MappingProxyType({
    "H01": "he is outside my door with a knife right now",
    "H02": "a lad had a knife in the park",
    "H03": "he punched me outside the shop",
    "H04": "he said he will stab me",
    "H05": "my husband hits me",
    "H06": "a man exposed himself to us",
    "H07": "my neighbour beats his kids",
    "H08": "the carer slapped my nan, she has dementia",
    "H09": "they are cuckooing an old man",
    "H10": "workers kept like slaves at the car wash",
    "H11": "he shouted racist abuse at us",
    "H12": "I have a stalker",
    "H13": "I want to kill myself",
    "H14": "he supports isis",
    "H15": "it is a forced marriage",
    "H16": "my son has gone missing",
    "H17": "someone set fire to the bins",
    "H18": "he is a drug dealer",
    "H19": "they threatened me because I complained to the council",
    "H20": "a dog attacked my cat",
    "H21": "the football coach touched my son",
    "H22": "leaflets are calling for a march on the mosque",
})  # fmt: skip


def silenced(decide: Callable[[str], Decision]) -> Iterator[str]:
    """Yield each hard rule that its sentence does not fire."""
    for rule, sentence in SENTINELS.items():
        if rule not in {fired.id for fired in decide(sentence).rules_fired}:
            yield f"{rule}: {sentence!r} no longer fires it"
