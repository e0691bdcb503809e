"""Who may see a case, and what is written down when a sealed one is seen."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.triage.domain.actions import State
from services.triage.domain.case import Case
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


def may_see(case: Case, reader: Actor) -> bool:
    """Tell whether somebody may know of a case.

    A sealed case is seen by supervisors and auditors, by the agency that answers for it or is asked to take it, and
    by the officer who took it; while nobody has it by every officer, since a person has to read each one (G1, G2).
    """
    if may_see_every_case(reader.roles) or _concerns_agency_of(reader, case):
        return True
    if "officer" in reader.roles:
        return not case.sealed or case.owner.subject == reader.subject or _nobody_has(case)
    return "coordinator" in reader.roles and case.standing.level <= _COMMUNITY_LEVELS


def _nobody_has(case: Case) -> bool:
    return case.state is State.OPEN and case.owner.agency is None and case.owner.subject is None


def _concerns_agency_of(reader: Actor, case: Case) -> bool:
    agency = _agency_of(reader)
    asked = case.handover.to_agency if case.handover else None
    return agency is not None and agency in (case.owner.agency, asked)


def _agency_of(reader: Actor) -> str | None:
    """Return whom the reader acts for: an officer whose token names no agency is of the home agency, a partner not."""
    if "officer" in reader.roles:
        return reader.home
    return reader.agency if "partner" in reader.roles else None
