"""The lexicon as one value: every data file of this folder, in a fixed order."""

from services.triage.domain.lexicon import VERSION, danger, deeds, everyday, exploited, home, people, things, words
from services.triage.domain.text.lexicon import LexiconSource


def lexicon_source() -> LexiconSource:
    """Return the lexicon that this version of the service reads with."""
    lines = "\n".join((danger.LINES, home.LINES, exploited.LINES, everyday.LINES)).splitlines()
    return LexiconSource(
        version=VERSION,
        groups=people.GROUPS | deeds.GROUPS | things.GROUPS,
        lines=tuple(line for line in lines if line.strip()),
        spellings=words.SPELLINGS,
        common=words.COMMON,
        misspelt=words.MISSPELT,
        lookalikes=words.LOOKALIKES,
        foreign=words.FOREIGN,
    )
