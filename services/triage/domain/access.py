"""Who may see a case, and what is written down when a sealed one is seen."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.triage.domain.actions import State
from services.triage.domain.case import HIGH_RISK, Case
from services.triage.domain.move import Actor

_EVERY_CASE = frozenset({"supervisor", "auditor"})
_COMMUNITY_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Access:
    """One view of a sealed case. Entries are only ever added."""

    case_id: UUID
    at: datetime
    subject: str
    roles: tuple[str, ...]
    agency: str | None
    what: str
    why: str | None = None


def may_see_every_case(roles: AbstractSet[str]) -> bool:
    """Tell whether these roles may know of any case, sealed or not."""
    return bool(roles & _EVERY_CASE)


@dataclass(frozen=True, slots=True)
class Sight:
    """Which cases somebody may know of: every one, or those that any of the other fields lets them see.

    Stated as data, so that a store can ask for those and no others.
    """

    every: bool = False
    up_to_level: int = 0
    agency: str | None = None
    """The agency that answers for the case or is asked to take it."""
    subject: str | None = None
    """The person who has the case."""
    untaken: bool = False
    """What nobody has yet."""

    def covers(self, case: Case) -> bool:
        """Tell whether the case is one of them."""
        asked = case.handover.to_agency if case.handover else None
        return (
            self.every
            or case.standing.level <= self.up_to_level
            or (self.agency is not None and self.agency in (case.owner.agency, asked))
            or (self.subject is not None and case.owner.subject == self.subject)
            or (self.untaken and _nobody_has(case))
        )


def sight_of(reader: Actor) -> Sight:
    """Return what somebody may know of.

    A sealed case is seen by supervisors and auditors, by the agency that answers for it or is asked to take it, and
    by the officer who took it; while nobody has it by every officer, since a person has to read each one (G1, G2).
    """
    if may_see_every_case(reader.roles):
        return Sight(every=True)
    if "officer" in reader.roles:
        return Sight(up_to_level=HIGH_RISK - 1, agency=reader.home, subject=reader.subject, untaken=True)
    return Sight(
        up_to_level=_COMMUNITY_LEVELS if "coordinator" in reader.roles else 0,
        agency=reader.agency if "partner" in reader.roles else None,
    )


def may_see(case: Case, reader: Actor) -> bool:
    """Tell whether somebody may know of a case."""
    return sight_of(reader).covers(case)


def _nobody_has(case: Case) -> bool:
    return case.state is State.OPEN and case.owner.agency is None and case.owner.subject is None
