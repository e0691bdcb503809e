"""From a published event to what anyone outside may ever know of it, and the level it must be guarded at."""

from collections.abc import Callable
from types import MappingProxyType

from services.notify.domain.disclosure import PUBLIC_FIELDS, SEALED, Fact
from shared.contracts.event import ConcernEvent, Event
from shared.contracts.intake import IntakeFields
from shared.contracts.networks import (
    EngagementEvent,
    EngagementFoundUnsafe,
    EngagementOffered,
    EngagementRecalled,
    MatchingEnded,
)
from shared.contracts.reporting import ReportSubmitted, ReportWithdrawn
from shared.contracts.triage import CaseEvent

_COMMUNITY = 2
_OPEN_ENDINGS = frozenset({"no_asset_fits", "offers_exhausted"})
_SAFE_CONTACT = frozenset({None, "any"})


def fact_of(event: Event) -> Fact | None:
    """Return an event as a fact, or None for one that no stream carries.

    Only fields of the allow-list are taken over, so that nothing else can be in memory to be given away by mistake.
    """
    allowed = PUBLIC_FIELDS.get(event.type)
    if allowed is None or not isinstance(event, ConcernEvent):
        return None
    fields = event.model_dump(mode="json", include=set(allowed), exclude_none=True)
    if isinstance(event, ReportSubmitted) and event.intake.category is not None:
        fields["category"] = event.intake.category
    return Fact(
        id=event.event_id,
        type=event.type,
        source=event.source,
        subject=event.partition_key,
        at=event.occurred_at,
        guarded_at=_guard_of(event),
        fields=MappingProxyType(fields),
    )


def _guard_of(event: ConcernEvent) -> int:
    return next((guard(event) for kind, guard in _GUARDS if isinstance(event, kind)), SEALED)


def _report_guard(event: ConcernEvent) -> int:
    """Guard a report as if it were of the highest level wherever it may turn out to be."""
    if not isinstance(event, ReportSubmitted):
        return SEALED
    return SEALED if event.danger_signals or _may_be_grave(event.intake) else _COMMUNITY


def _may_be_grave(intake: IntakeFields) -> bool:
    told = (intake.hate_perceived, intake.injured, intake.weapon, intake.children_present)
    return (
        "yes" in told
        or intake.category is None
        or intake.impact == "severe"
        or intake.reporter_age_band == "under_18"
        or intake.safe_contact not in _SAFE_CONTACT
        or bool(intake.vulnerability)
    )


def _case_guard(event: ConcernEvent) -> int:
    """Guard a case that goes up at its new level, and one that came down at the level it came down to."""
    return event.level if isinstance(event, CaseEvent) else SEALED


def _ending_guard(event: ConcernEvent) -> int:
    return _COMMUNITY if isinstance(event, MatchingEnded) and event.reason in _OPEN_ENDINGS else SEALED


def _offer_guard(event: ConcernEvent) -> int:
    return event.level if isinstance(event, EngagementOffered) else SEALED


def _sealed(event: ConcernEvent) -> int:
    """Guard as sealed what could give away that a case is, or that a guarded report was made."""
    del event
    return SEALED


_Guard = Callable[[ConcernEvent], int]
_GUARDS: tuple[tuple[type[ConcernEvent], _Guard], ...] = (
    (ReportSubmitted, _report_guard),
    (ReportWithdrawn, _sealed),
    (CaseEvent, _case_guard),
    (EngagementOffered, _offer_guard),
    (EngagementRecalled, _sealed),
    (EngagementFoundUnsafe, _sealed),
    (EngagementEvent, lambda _: _COMMUNITY),
    (MatchingEnded, _ending_guard),
)
"""The first that fits decides; what fits none is guarded at the highest level."""
