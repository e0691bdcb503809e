"""The lexicon as one value: every data file of this folder, in a fixed order."""

from collections.abc import Iterator

from services.triage.domain.lexicon import (
    VERSION,
    adults_at_risk,
    children,
    circumstances,
    deeds,
    despair_and_absence,
    drugs,
    everyday,
    exploitation,
    figures_of_speech,
    fire_and_dogs,
    handling,
    homes,
    hostility,
    people,
    pursuit,
    sexual,
    spellings,
    things,
    threats,
    violence,
    weapons,
    words,
)
from services.triage.domain.text.lexicon import LexiconSource

_FILES = (
    weapons,
    violence,
    threats,
    fire_and_dogs,
    homes,
    sexual,
    children,
    adults_at_risk,
    exploitation,
    hostility,
    pursuit,
    despair_and_absence,
    drugs,
    handling,
    figures_of_speech,
    everyday,
    circumstances,
)


def lexicon_source() -> LexiconSource:
    """Return the lexicon that this version of the service reads with."""
    return LexiconSource(
        version=VERSION,
        groups=people.GROUPS | deeds.GROUPS | things.GROUPS,
        lines=tuple(line for file in _FILES for line in _entries(file.LINES)),
        spellings=spellings.SPELLINGS,
        common=words.COMMON,
        misspelt=words.MISSPELT,
        lookalikes=words.LOOKALIKES,
        foreign=words.FOREIGN,
    )


def _entries(text: str) -> Iterator[str]:
    """Yield the entries of a file; an indented line goes on with the one before."""
    entry = ""
    for line in text.splitlines():
        if line.startswith(" "):
            entry += line.strip() if entry.endswith("|") else f" {line.strip()}"
            continue
        if entry:
            yield entry
        entry = line.strip()
    if entry:
        yield entry
