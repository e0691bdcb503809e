"""What networks publishes: who was asked to help, and what came of it. Names of people never travel."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.event import ConcernEvent

ENGAGEMENTS = "kith.engagements.v1"


class EngagementEvent(ConcernEvent):
    """An event about one offer to one community asset, for one case."""

    source: ClassVar[str] = "/services/networks"
    topic: ClassVar[str] = ENGAGEMENTS

    engagement_id: UUID
    case_id: UUID
    report_id: UUID
    asset_id: UUID
    category: str
    area: str
    offer_number: Literal[1, 2]


class EngagementOffered(EngagementEvent):
    """An asset was asked, and has until `expires_at` to answer. `level` is checked again before any message."""

    type: ClassVar[str] = "kith.engagement.offered.v1"

    level: Literal[1, 2]
    expires_at: AwareDatetime


class EngagementAccepted(EngagementEvent):
    """The asset said yes."""

    type: ClassVar[str] = "kith.engagement.accepted.v1"


class EngagementDeclined(EngagementEvent):
    """The asset said no, for any reason or none."""

    type: ClassVar[str] = "kith.engagement.declined.v1"


class EngagementExpired(EngagementEvent):
    """Nobody answered in time."""

    type: ClassVar[str] = "kith.engagement.expired.v1"


class EngagementRecalled(EngagementEvent):
    """The offer was taken back because the case is no longer one for the community; the asset hears no reason."""

    type: ClassVar[str] = "kith.engagement.recalled.v1"


class EngagementCompleted(EngagementEvent):
    """The asset did what it took on."""

    type: ClassVar[str] = "kith.engagement.completed.v1"


class EngagementFoundUnsafe(EngagementEvent):
    """The asset said that it is not safe: professionals take over at once."""

    type: ClassVar[str] = "kith.engagement.found_unsafe.v1"


class MatchingEnded(ConcernEvent):
    """No (further) offer will be made for this case; it is the officer's again."""

    type: ClassVar[str] = "kith.matching.ended.v1"
    source: ClassVar[str] = "/services/networks"
    topic: ClassVar[str] = ENGAGEMENTS

    case_id: UUID
    report_id: UUID
    reason: Literal["no_asset_fits", "offers_exhausted", "not_allowed", "recalled"]
    refusals: tuple[str, ...] = ()
    """Ids of the filters that refused, counted over assets as `<id>:<count>`, so that refusals can be checked."""
