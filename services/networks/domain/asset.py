"""Asset: a strength of a community, what it offers, and whether it may be asked at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.errors import InvalidAssetError, TrustMoveNotAllowedError
from services.networks.domain.listing import NOTHING_SAID, Listing

CONFIRMED_FOR = timedelta(days=183)
"""An asset that nobody confirmed for six months counts as paused."""
OFFERS_BEFORE_REST = 3
REST_WINDOW = timedelta(days=30)
REST = timedelta(days=28)
"""Three offers within a rolling month are followed by 28 days of rest."""
DBS_GOOD_FOR = timedelta(days=3 * 365)
"""A check older than three years is made again before work with vulnerable people (house rule)."""


class AssetKind(StrEnum):
    """The six kinds of asset-based community development."""

    INDIVIDUALS = "individuals"
    ASSOCIATIONS = "associations"
    INSTITUTIONS = "institutions"
    PHYSICAL_SPACE = "physical_space"
    ECONOMY_EXCHANGE = "economy_exchange"
    CULTURE_STORIES = "culture_stories"


class TrustState(StrEnum):
    """How far the register relies on an asset; only an active one is ever asked."""

    PROPOSED = "proposed"
    VERIFIED = "verified"
    ACTIVE = "active"
    PAUSED = "paused"
    REMOVED = "removed"


TRUST_MOVES = MappingProxyType(
    {
        TrustState.PROPOSED: frozenset({TrustState.VERIFIED, TrustState.REMOVED}),
        TrustState.VERIFIED: frozenset({TrustState.ACTIVE, TrustState.PAUSED, TrustState.REMOVED}),
        TrustState.ACTIVE: frozenset({TrustState.PAUSED, TrustState.REMOVED}),
        TrustState.PAUSED: frozenset({TrustState.ACTIVE, TrustState.REMOVED}),
        TrustState.REMOVED: frozenset[TrustState](),
    }
)
"""Nothing becomes active without having been verified, and nothing comes back once removed."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The person of the asset whom notify writes to; fetched at the moment of sending, never published."""

    name: str
    email: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class DbsRole:
    """One role in the asset with its check, at the level that role is eligible for and no higher."""

    role: str
    level: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """What stands between an asset and people who need particular care."""

    trained_until: date | None = None
    policy_date: date | None = None
    dbs_roles: tuple[DbsRole, ...] = ()

    def is_trained_on(self, day: date) -> bool:
        """Say whether the asset's safeguarding training is current, without which it is asked nothing (C9)."""
        return self.trained_until is not None and self.trained_until >= day

    def is_valid_on(self, day: date) -> bool:
        """Say whether the asset may be asked where somebody vulnerable is involved: trained, with policy and checks."""
        checked = any(day - role.checked_on <= DBS_GOOD_FOR for role in self.dbs_roles)
        return self.is_trained_on(day) and checked and self.policy_date is not None


@dataclass(frozen=True, slots=True)
class Consent:
    """What the asset agreed to, and until when; without a date it does not run out."""

    receives_offers: bool = False
    listed_publicly: bool = False
    until: date | None = None

    def covers_offers_on(self, day: date) -> bool:
        """Say whether the asset may be sent an offer on this day."""
        return self.receives_offers and self._is_current_on(day)

    def covers_listing_on(self, day: date) -> bool:
        """Say whether the asset may be shown in public on this day."""
        return self.listed_publicly and self._is_current_on(day)

    def _is_current_on(self, day: date) -> bool:
        return self.until is None or self.until >= day


@dataclass(frozen=True, slots=True)
class Reservation:
    """A place in the asset's capacity, held for one open offer."""

    engagement_id: UUID
    case_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an asset's entry came from; `trial` marks what was made up to try the platform.

    `digest` is of what a feed said when it was last read: while the entry still says that, it follows the feed.
    """

    source: str = "coordinator"
    reference: str | None = None
    licence: str | None = None
    trial: bool = False
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """That the asset was taken out of use over a case it had a part in; `cause` is the event that told of it."""

    cause: UUID
    case_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Asset:
    """One strength of a community as the register knows it. `version` counts changes of the entry, not of its load."""

    id: UUID
    kind: AssetKind
    name: str
    areas: tuple[str, ...]
    offers: tuple[str, ...]
    last_confirmed: date
    languages: tuple[str, ...] = ("en",)
    contact: Contact | None = None
    council_contact: str | None = None
    safeguarding: Safeguarding = Safeguarding()
    mediation_trained: bool = False
    max_open: int = 1
    cool_off_until: datetime | None = None
    consent: Consent = Consent()
    trust_state: TrustState = TrustState.PROPOSED
    conflicts: tuple[str, ...] = ()
    person_id: UUID | None = None
    network_id: UUID | None = None
    listing: Listing = NOTHING_SAID
    provenance: Provenance = Provenance()
    reservations: tuple[Reservation, ...] = ()
    asked: tuple[datetime, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidAssetError("an asset needs a name")
        if not_eligible := sorted(set(self.offers) - ELIGIBLE.keys()):
            raise InvalidAssetError(f"no community is ever asked about: {', '.join(not_eligible)}")
        if self.max_open < 0:
            raise InvalidAssetError("max_open cannot be negative")
        if self.trust_state is TrustState.ACTIVE and (self.contact is None or not self.council_contact):
            raise InvalidAssetError("an active asset needs a contact and a named council contact")
        if self.kind is AssetKind.INDIVIDUALS and self.person_id is None:
            raise InvalidAssetError("an individual's asset names the person, so that withdrawing consent reaches it")
        if self.person_id is not None and self.listing.place is not None:
            raise InvalidAssetError("no place is kept of a person's asset: it could be their home")

    @property
    def open(self) -> int:
        """The number of offers that are waiting for an answer or being worked on."""
        return len(self.reservations)

    def rests_until(self) -> datetime | None:
        """Return the end of the latest rest: the one set by hand, or 28 days after a third offer in a month."""
        earned = rest_after(self.asked)
        return max((moment for moment in (earned, self.cool_off_until) if moment is not None), default=None)

    def is_confirmed_on(self, day: date) -> bool:
        """Say whether somebody has confirmed the entry within six months; if not, the asset counts as paused."""
        return day - self.last_confirmed <= CONFIRMED_FOR

    def stands_until(self, day: date) -> date:
        """Return the last day, from this one, up to which no date of the entry runs out: so long it stands as today."""
        dates = (self.last_confirmed + CONFIRMED_FOR, self.consent.until, self.safeguarding.trained_until)
        checks = (role.checked_on + DBS_GOOD_FOR for role in self.safeguarding.dbs_roles)
        return min((end for end in (*dates, *checks) if end is not None and end >= day), default=date.max)

    def with_trust(self, state: TrustState) -> "Asset":
        """Return the asset in another trust state; raise where the table does not allow the move."""
        if state is self.trust_state:
            return self
        if state not in TRUST_MOVES[self.trust_state]:
            raise TrustMoveNotAllowedError(f"an asset that is {self.trust_state} cannot become {state}")
        return replace(self, trust_state=state)

    def suspended(self, suspension: Suspension) -> "Asset":
        """Return the asset paused until a person has looked; the same cause heard again changes nothing."""
        if any(known.cause == suspension.cause for known in self.suspensions):
            return self
        state = TrustState.PAUSED if TrustState.PAUSED in TRUST_MOVES[self.trust_state] else self.trust_state
        return replace(self, trust_state=state, suspensions=(*self.suspensions, suspension))

    def without_person(self) -> "Asset":
        """Return the asset as it stays when its person took consent back: removed, and nobody to be found in it."""
        return replace(
            self,
            name="Removed",
            contact=None,
            trust_state=TrustState.REMOVED,
            consent=Consent(),
            conflicts=(),
            listing=NOTHING_SAID,
        )


def rest_after(asked: Sequence[datetime]) -> datetime | None:
    """Return when the rest ends that the latest three offers within a month have earned, if any three lie so close."""
    moments = sorted(asked)
    last = OFFERS_BEFORE_REST - 1
    thirds = (moments[i + last] for i in range(len(moments) - last) if moments[i + last] - moments[i] <= REST_WINDOW)
    return max((third + REST for third in thirds), default=None)
