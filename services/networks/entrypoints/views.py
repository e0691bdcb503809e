"""What networks' HTTP interface takes and shows."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from services.networks.domain.asset import (
    Asset,
    AssetKind,
    Consent,
    Contact,
    DbsRole,
    Provenance,
    Safeguarding,
    Suspension,
    TrustState,
)
from services.networks.domain.checks import Said
from services.networks.domain.engagement import Engagement
from services.networks.domain.offers import Offer
from services.networks.entrypoints.listing_views import ListingBody, Text

Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[\w.:-]+$")]
Codes = Annotated[tuple[Code, ...], Field(max_length=500)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True)


class ContactBody(_Body):
    """Whom notify writes to."""

    name: Text
    email: Annotated[str, StringConstraints(max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    language: Code = "en"


class DbsRoleBody(_Body):
    """A role with its check."""

    role: Text
    level: Literal["basic", "standard", "enhanced", "enhanced_barred"]
    checked_on: date


class SafeguardingBody(_Body):
    """Training, policy and checks."""

    trained_until: date | None = None
    policy_date: date | None = None
    dbs_roles: Annotated[tuple[DbsRoleBody, ...], Field(max_length=50)] = ()


class ConsentBody(_Body):
    """What the asset agreed to."""

    receives_offers: bool = False
    listed_publicly: bool = False
    until: date | None = None


class CapacityBody(_Body):
    """How many matters the asset takes on at a time."""

    max_open: Annotated[int, Field(ge=0, le=1000)] = 1


class AssetBody(_Body):
    """An asset as a coordinator writes it."""

    kind: AssetKind
    name: Text
    areas: Codes
    offers: Codes = ()
    languages: Codes = ("en",)
    contact: ContactBody | None = None
    council_contact: Text | None = None
    safeguarding: SafeguardingBody = SafeguardingBody()
    mediation_trained: bool = False
    capacity: CapacityBody = CapacityBody()
    cool_off_until: datetime | None = None
    consent: ConsentBody = ConsentBody()
    trust_state: TrustState = TrustState.PROPOSED
    last_confirmed: date | None = None
    conflicts: Codes = ()
    person_id: UUID | None = None
    network_id: UUID | None = None
    listing: ListingBody = ListingBody()

    def fields(self) -> dict[str, Any]:
        """Return what the body says as an asset's own fields, without the day of confirmation where none is given."""
        guarding = self.safeguarding
        roles = tuple(DbsRole(role.role, role.level, role.checked_on) for role in guarding.dbs_roles)
        plain = self.model_dump(exclude={"contact", "safeguarding", "capacity", "consent", "last_confirmed", "listing"})
        confirmed = {"last_confirmed": self.last_confirmed} if self.last_confirmed else {}
        return (
            plain
            | confirmed
            | {
                "contact": Contact(**self.contact.model_dump()) if self.contact else None,
                "safeguarding": Safeguarding(guarding.trained_until, guarding.policy_date, roles),
                "max_open": self.capacity.max_open,
                "consent": Consent(**self.consent.model_dump()),
                "listing": self.listing.listing(),
            }
        )

    @classmethod
    def of(cls, asset: Asset) -> Self:
        """Return the body that would write this asset."""
        return cls.model_validate(_shown(asset) | {"capacity": {"max_open": asset.max_open}})


def _shown(asset: Asset) -> dict[str, Any]:
    names = [name for name in AssetBody.model_fields if name != "capacity"]
    return {name: getattr(asset, name) for name in names}


class ProvenanceView(_Body):
    """Where an entry came from."""

    source: str
    reference: str | None
    licence: str | None
    trial: bool

    @classmethod
    def of(cls, provenance: Provenance) -> Self:
        """Return the view of a provenance."""
        return cls.model_validate(provenance)


class SuspensionView(_Body):
    """When an asset was taken out of use, and over which case."""

    case_id: UUID
    at: datetime

    @classmethod
    def of(cls, suspension: Suspension) -> Self:
        """Return the view of a suspension."""
        return cls(case_id=suspension.case_id, at=suspension.at)


class AssetView(AssetBody):
    """An asset as the register shows it to coordinators."""

    id: UUID
    version: int
    open: int
    rests_until: datetime | None
    is_confirmed: bool
    """False once six months have passed unconfirmed: the asset then counts as paused."""
    provenance: ProvenanceView
    suspensions: list[SuspensionView]

    @classmethod
    def shown(cls, asset: Asset, today: date) -> Self:
        """Return the view of an asset on a day."""
        return cls.model_validate(
            _shown(asset)
            | {
                "capacity": {"max_open": asset.max_open},
                "id": asset.id,
                "version": asset.version,
                "open": asset.open,
                "rests_until": asset.rests_until(),
                "is_confirmed": asset.is_confirmed_on(today),
                "provenance": ProvenanceView.of(asset.provenance),
                "suspensions": [SuspensionView.of(suspension) for suspension in asset.suspensions],
            }
        )


class AssetContactView(BaseModel):
    """What notify needs to write to an asset."""

    name: str
    contact_name: str
    email: str
    language: str


class CheckView(_Body):
    """What both sides said after a while."""

    day: int
    reporter: Said
    asset: Said
    at: datetime


class EngagementView(BaseModel):
    """One offer, without anything about the people in it."""

    id: UUID
    case_id: UUID
    report_id: UUID
    asset_id: UUID
    category: str
    area: str
    offer_number: int
    state: str
    offered_at: datetime
    expires_at: datetime
    changed_at: datetime | None
    checks: list[CheckView]

    @classmethod
    def of(cls, engagement: Engagement, offer: Offer) -> Self:
        """Return the view of one of an engagement's offers."""
        return cls(
            id=offer.id,
            case_id=engagement.concern.case_id,
            report_id=engagement.concern.report_id,
            asset_id=offer.asset_id,
            category=engagement.concern.category,
            area=offer.area,
            offer_number=offer.number,
            state=offer.state,
            offered_at=offer.at,
            expires_at=offer.expires_at,
            changed_at=offer.changed_at,
            checks=[CheckView(day=c.day, reporter=c.reporter, asset=c.asset, at=c.at) for c in offer.checks],
        )


class EngagementsView(BaseModel):
    """A case's offers; `ending` says why no further one will be made, `refusals` count why assets were not asked."""

    case_id: UUID
    items: list[EngagementView]
    next: None = None
    ending: str | None
    refusals: list[str]


class LinkView(BaseModel):
    """Where an offer can be answered without an account."""

    url: str
