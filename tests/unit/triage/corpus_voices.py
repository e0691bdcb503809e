"""More voices, one report a line: level | flags it must have | flags it must not have | text."""

from tests.unit.triage.corpus import Case
from tests.unit.triage.voices_one import ROWS as ONE
from tests.unit.triage.voices_two import ROWS as TWO


def _case(row: str) -> Case:
    level, flags, unwanted, text = (part.strip() for part in row.split("|", 3))
    return Case(text, int(level), tuple(flags.split()), tuple(unwanted.split()))


VOICES = tuple(map(_case, filter(None, (ONE + TWO).replace("\n    ", " ").splitlines())))
