"""What networks' use cases need from the world, as Protocols that state their guarantees."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.networks.domain.area_counts import AreaCount
from services.networks.domain.asset import Asset, Reservation
from services.networks.domain.engagement import Engagement
from services.networks.domain.people import Group, Person
from shared.contracts.event import Event


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of a document was read: what a change is compared against. Only the store looks inside."""

    version: int
    announced: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An engagement as it was read."""

    engagement: Engagement
    revision: Revision


@dataclass(frozen=True, slots=True)
class Due:
    """An unanswered offer and when its time runs out."""

    engagement_id: UUID
    expires_at: datetime


class Engagements(Protocol):
    """One document per case: its offers, and what is to be announced about them, stored together or not at all."""

    async def get_many(self, case_ids: Iterable[UUID]) -> Mapping[UUID, Stored]:
        """Return the engagements of those cases that have one."""
        ...

    async def find(self, engagement_id: UUID) -> Stored:
        """Return the engagement that holds this offer; EngagementNotFoundError where none does."""
        ...

    async def point(self, engagement_id: UUID, case_id: UUID) -> None:
        """Note which case an offer belongs to. Done before the offer is made; harmless if repeated, or if none is."""
        ...

    async def add(self, new: Sequence[tuple[Engagement, Sequence[Event]]]) -> frozenset[UUID]:
        """Store the engagements of cases that have none, each with what it announces, in one round trip.

        Return the cases stored now; the others are left as they are.
        """
        ...

    async def save(self, engagement: Engagement, revision: Revision, announcing: Sequence[Event]) -> bool:
        """Store a change with its announcements; False, and nothing done, where it changed since `revision`."""
        ...

    def to_check(self, at: datetime) -> AsyncIterator[Engagement]:
        """Return the engagements with an offer of which a check is due at that moment."""
        ...

    def unanswered(self, before: datetime) -> AsyncIterator[Due]:
        """Return the offers that wait for an answer and whose time runs out before then."""
        ...


class Assets(Protocol):
    """The register of assets. Places in an asset's capacity change one at a time and never past its limit."""

    async def add(self, asset: Asset, at: datetime) -> bool:
        """Store a new asset; False, and nothing done, where its id is known."""
        ...

    async def add_absent(self, assets: Sequence[Asset], at: datetime) -> frozenset[UUID]:
        """Store those assets whose ids are unknown; return the ids stored now."""
        ...

    async def get(self, asset_id: UUID) -> Asset:
        """Return an asset; AssetNotFoundError where there is none."""
        ...

    async def page(self, after: UUID | None, limit: int) -> Sequence[Asset]:
        """Return assets in order of id, from the one after `after`."""
        ...

    async def of_person(self, person_id: UUID) -> Sequence[Asset]:
        """Return the assets that are this person's gifts."""
        ...

    async def save(self, asset: Asset, at: datetime) -> Asset:
        """Store a changed entry, leaving its places alone, and return it with its next version.

        ChangedMeanwhileError where the stored version is not the asset's.
        """
        ...

    async def reserve(self, asset: Asset, reservation: Reservation) -> Asset | None:
        """Take a place in an active asset's capacity and return the asset as it is now; None where there is none free.

        Taking it again for the same offer is harmless.
        """
        ...

    async def release(self, asset_id: UUID, engagement_id: UUID, at: datetime) -> None:
        """Give a place back, where it is held. That the asset was asked stays on record for its rest."""
        ...

    async def unreserve(self, asset_id: UUID, reservation: Reservation) -> None:
        """Undo a reservation for an offer that was never made."""
        ...

    def changed_since(self, moment: datetime | None) -> AsyncIterator[Asset]:
        """Return the assets whose entry or load changed since then; all of them for None."""
        ...

    def reserved(self) -> AsyncIterator[Asset]:
        """Return the assets that hold any place."""
        ...


class People(Protocol):
    """People who agreed to be known."""

    async def add(self, person: Person) -> None:
        """Store a new person."""
        ...

    async def get(self, person_id: UUID) -> Person:
        """Return a person; PersonNotFoundError where there is none."""
        ...

    async def page(self, after: UUID | None, limit: int) -> Sequence[Person]:
        """Return people in order of id."""
        ...

    async def save(self, person: Person) -> Person:
        """Store a change and return it with its next version; ChangedMeanwhileError where the version is another."""
        ...


class Groups(Protocol):
    """The networks of the register."""

    async def add(self, group: Group) -> None:
        """Store a new group."""
        ...

    async def get(self, group_id: UUID) -> Group:
        """Return a group; GroupNotFoundError where there is none."""
        ...

    async def page(self, after: UUID | None, limit: int) -> Sequence[Group]:
        """Return groups in order of id."""
        ...

    async def save(self, group: Group) -> Group:
        """Store a change and return it with its next version; ChangedMeanwhileError where the version is another."""
        ...


class OfferLinks(Protocol):
    """Addresses that let one asset answer one offer without an account; made anew each time, stored nowhere."""

    def url(self, engagement_id: UUID) -> str:
        """Return the address for this offer."""
        ...

    def engagement_id(self, token: str) -> UUID:
        """Return whose token it is; LinkNotValidError where networks did not make it."""
        ...


class AreaNames(Protocol):
    """What people call the areas that codes stand for."""

    async def name(self, code: str) -> str:
        """Return the area's name, or its code where no name is known."""
        ...

    async def put(self, names: Mapping[str, str]) -> None:
        """Note names; a name noted before is replaced."""
        ...


class AreaCounts(Protocol):
    """How often the police recorded what, per small area and month: rates of places, never cases or people."""

    async def put(self, source: str, counts: Sequence[AreaCount]) -> bool:
        """Note what one file counts and say whether it was all known: the same content again changes nothing."""
        ...

    async def of_area(self, area: str) -> Sequence[AreaCount]:
        """Return the area's counts, summed over every file that was imported."""
        ...
