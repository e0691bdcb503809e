"""What is announced when an engagement changes, worked out from before and after in one place."""

from datetime import datetime
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from services.networks.domain.engagement import Ending, Engagement
from services.networks.domain.offers import Offer, OfferState
from shared.contracts.event import Event
from shared.contracts.networks import (
    EngagementAccepted,
    EngagementCompleted,
    EngagementDeclined,
    EngagementEvent,
    EngagementExpired,
    EngagementFoundUnsafe,
    EngagementOffered,
    EngagementRecalled,
    MatchingEnded,
)
from shared.runtime.ids import derived_id

ANNOUNCED_AS = MappingProxyType[OfferState, type[EngagementEvent]](
    {
        OfferState.OFFERED: EngagementOffered,
        OfferState.ACCEPTED: EngagementAccepted,
        OfferState.DECLINED: EngagementDeclined,
        OfferState.EXPIRED: EngagementExpired,
        OfferState.RECALLED: EngagementRecalled,
        OfferState.COMPLETED: EngagementCompleted,
        OfferState.UNSAFE: EngagementFoundUnsafe,
    }
)
_EndingReason = Literal["no_asset_fits", "offers_exhausted", "not_allowed", "recalled"]
ENDINGS_ANNOUNCED = MappingProxyType[Ending, _EndingReason](
    {
        Ending.NO_ASSET_FITS: "no_asset_fits",
        Ending.OFFERS_EXHAUSTED: "offers_exhausted",
        Ending.NOT_ALLOWED: "not_allowed",
        Ending.RECALLED: "recalled",
    }
)
"""Done and unsafe speak for themselves."""
_FOUND_NOBODY = frozenset({"no_asset_fits", "not_allowed"})
"""Where refusals are the reason of the end; where somebody was asked, they are kept and not announced."""


def announcements(before: Engagement | None, after: Engagement, at: datetime, cause: UUID | None) -> tuple[Event, ...]:
    """Return the events of a change, answers before new offers before the end.

    Their ids belong to the offer and the kind of event, so that two replicas that see the same change announce one.
    """
    known = {offer.id: offer.state for offer in before.offers} if before else {}
    changed = [offer for offer in after.offers if known.get(offer.id) is not offer.state]
    events: list[Event] = [_of_offer(after, offer, at, cause) for offer in changed]
    if after.ending and after.ending in ENDINGS_ANNOUNCED and (before is None or before.ending is None):
        events.append(_of_ending(after, ENDINGS_ANNOUNCED[after.ending], at, cause))
    return tuple(events)


def _of_offer(engagement: Engagement, offer: Offer, at: datetime, cause: UUID | None) -> EngagementEvent:
    event = ANNOUNCED_AS[offer.state]
    concern = engagement.concern
    fields = {
        "event_id": derived_id(offer.id, "event", event.type, ""),
        "occurred_at": at,
        "correlation_id": concern.correlation_id,
        "causation_id": cause,
        "concern_id": concern.concern_id,
        "engagement_id": offer.id,
        "case_id": concern.case_id,
        "report_id": concern.report_id,
        "asset_id": offer.asset_id,
        "category": concern.category,
        "area": offer.area,
        "offer_number": offer.number,
    }
    if event is EngagementOffered:
        fields |= {"level": concern.level, "expires_at": offer.expires_at}
    return event.model_validate(fields)


def _of_ending(engagement: Engagement, reason: _EndingReason, at: datetime, cause: UUID | None) -> MatchingEnded:
    concern = engagement.concern
    return MatchingEnded(
        event_id=derived_id(concern.case_id, "event", MatchingEnded.type, ""),
        occurred_at=at,
        correlation_id=concern.correlation_id,
        causation_id=cause,
        concern_id=concern.concern_id,
        case_id=concern.case_id,
        report_id=concern.report_id,
        reason=reason,
        refusals=engagement.refusals if reason in _FOUND_NOBODY else (),
    )
