"""How triage judges the case of a report, as far as reporting must know: who may read it, how long it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

#: Flags of triage that shorten how long words are kept (U1, F1). No other flag is kept here.
KEPT_FLAGS = frozenset({"unclear_needs_contact", "no_behaviour_described"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the latest event about a case said."""

    level: int
    contact_allowed: bool = True
    flags: tuple[str, ...] = ()


def latest(standings: Iterable[Standing | None]) -> Standing | None:
    """Return the last standing of a sequence in order of time; None before triage has judged.

    That contact is unsafe is remembered for good, and a flag until the case ends.
    """
    told = [standing for standing in standings if standing is not None]
    if not told:
        return None
    flags = {flag for standing in told for flag in standing.flags}
    return Standing(told[-1].level, all(standing.contact_allowed for standing in told), tuple(sorted(flags)))
