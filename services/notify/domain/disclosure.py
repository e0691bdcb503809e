"""What of an event may be seen, and by whom: an allow-list per type, and nothing else.

No field is here that tells of a flag, a reason, a vulnerability, a contact, a name, a place finer than an area or a
time finer than the event's own. A fact that could give away a case of level 4 counts as one of level 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from services.notify.domain.agreement import Agreement

SEALED = 4
"""The level whose cases are seen by police agreements and supervisors alone, and reduced."""

_REPORT = ("concern_id", "report_id", "category", "areas")
_CASE = ("concern_id", "report_id", "case_id", "level", "category", "areas")
_HANDOVER = (*_CASE, "handover_id", "from_agency", "to_agency")
"""Neither the basis nor the role: what allows a case to travel tells which flag stands."""
_ENGAGEMENT = ("concern_id", "report_id", "case_id", "engagement_id", "category", "area")

PUBLIC_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "kith.report.submitted.v1": frozenset(_REPORT),
        "kith.report.withdrawn.v1": frozenset({"concern_id", "report_id"}),
        "kith.case.opened.v1": frozenset({*_CASE, "grade", "lead_role", "due_at"}),
        "kith.case.escalated.v1": frozenset({*_CASE, "previous_level", "grade", "lead_role", "due_at"}),
        "kith.case.deescalated.v1": frozenset({*_CASE, "previous_level", "grade", "due_at"}),
        "kith.case.assigned.v1": frozenset({*_CASE, "owner_role", "agency"}),
        "kith.case.closed.v1": frozenset({*_CASE, "outcome"}),
        "kith.case.reopened.v1": frozenset(_CASE),
        "kith.case.overdue.v1": frozenset({*_CASE, "grade", "due_at", "agency"}),
        "kith.case.review_due.v1": frozenset({*_CASE, "review_day", "reviewer", "agency"}),
        "kith.handover.offered.v1": frozenset({*_HANDOVER, "expires_at"}),
        "kith.handover.accepted.v1": frozenset(_HANDOVER),
        "kith.handover.declined.v1": frozenset(_HANDOVER),
        "kith.handover.withdrawn.v1": frozenset(_HANDOVER),
        "kith.handover.expired.v1": frozenset(_HANDOVER),
        "kith.engagement.offered.v1": frozenset({*_ENGAGEMENT, "level"}),
        "kith.engagement.accepted.v1": frozenset(_ENGAGEMENT),
        "kith.engagement.declined.v1": frozenset(_ENGAGEMENT),
        "kith.engagement.expired.v1": frozenset(_ENGAGEMENT),
        "kith.engagement.recalled.v1": frozenset(_ENGAGEMENT),
        "kith.engagement.completed.v1": frozenset(_ENGAGEMENT),
        "kith.engagement.found_unsafe.v1": frozenset(_ENGAGEMENT),
        "kith.matching.ended.v1": frozenset({"concern_id", "report_id", "case_id"}),
    }
)
#: All that is left of an event of the sealed level.
REDUCED = frozenset({"concern_id", "report_id", "case_id", "level", "grade", "areas"})
#: Who leads or owns a case: the kind of expert asked for tells which flag stands.
TELLING_ROLES = frozenset({"lead_role", "owner_role"})


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as far as anyone outside may ever know it, with the level it must be guarded at."""

    id: UUID
    type: str
    source: str
    subject: str
    at: datetime
    guarded_at: int
    fields: Mapping[str, object]


def disclosed(fact: Fact, agreement: Agreement) -> dict[str, object] | None:
    """Return what an agreement lets its holder see of a fact; None where it may not know of it."""
    allowed = PUBLIC_FIELDS.get(fact.type)
    if allowed is None or fact.guarded_at not in agreement.levels:
        return None
    if fact.guarded_at >= SEALED:
        allowed &= REDUCED
    elif not _kind_is_shared(fact, agreement):
        if fact.type == "kith.report.submitted.v1":
            return None
        allowed -= {"category"}
    allowed -= _telling_roles(fact, agreement)
    return {name: value for name, value in fact.fields.items() if name in allowed and not _betrays(name, value)}


def _kind_is_shared(fact: Fact, agreement: Agreement) -> bool:
    category = fact.fields.get("category")
    return isinstance(category, str) and category.partition(".")[0] in agreement.kinds


def _telling_roles(fact: Fact, agreement: Agreement) -> frozenset[str]:
    """Return the roles that a partner may not read; of a case that is its own it knows who owns it."""
    if not agreement.is_partners:
        return frozenset()
    its_own = agreement.agency is not None and fact.fields.get("agency") == agreement.agency
    return TELLING_ROLES - {"owner_role"} if its_own else TELLING_ROLES


def _betrays(name: str, value: object) -> bool:
    """Whether a case that came down tells by its past that it was sealed."""
    return name == "previous_level" and value == SEALED
