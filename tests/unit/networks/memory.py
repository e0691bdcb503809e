"""Networks' ports in memory, held to the same contract suites as the real ones."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from services.networks.application.ports import Due, Revision, Stored
from services.networks.application.use_cases import Stores, UseCases, use_cases
from services.networks.domain.asset import Asset, Reservation, TrustState
from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import (
    AssetNotFoundError,
    ChangedMeanwhileError,
    EngagementNotFoundError,
    GroupNotFoundError,
    PersonNotFoundError,
    UnknownError,
)
from services.networks.domain.offers import OfferState
from services.networks.domain.people import Group, Person
from shared.contracts.event import Event
from shared.runtime.clock import Clock


class InMemoryEngagements:
    def __init__(self) -> None:
        self.stored: dict[UUID, Stored] = {}
        self.cases: dict[UUID, UUID] = {}
        self.announced: list[Event] = []

    async def get_many(self, case_ids: Iterable[UUID]) -> Mapping[UUID, Stored]:
        return {case_id: self.stored[case_id] for case_id in case_ids if case_id in self.stored}

    async def find(self, engagement_id: UUID) -> Stored:
        stored = self.stored.get(self.cases.get(engagement_id, engagement_id))
        if stored is None or all(offer.id != engagement_id for offer in stored.engagement.offers):
            raise EngagementNotFoundError("no such engagement")
        return stored

    async def point(self, engagement_id: UUID, case_id: UUID) -> None:
        self.cases[engagement_id] = case_id

    async def add(self, new: Sequence[tuple[Engagement, Sequence[Event]]]) -> frozenset[UUID]:
        added = set()
        for first, announcing in new:
            case_id = first.concern.case_id
            if case_id not in self.stored:
                self.stored[case_id] = Stored(first, Revision(1, 0))
                self.announced += announcing
                added.add(case_id)
        return frozenset(added)

    async def save(self, engagement: Engagement, revision: Revision, announcing: Sequence[Event]) -> bool:
        case_id = engagement.concern.case_id
        if self.stored[case_id].revision != revision:
            return False
        self.stored[case_id] = Stored(engagement, Revision(revision.version + 1, revision.announced + len(announcing)))
        self.announced += announcing
        return True

    async def to_check(self, at: datetime) -> AsyncIterator[Engagement]:
        for stored in list(self.stored.values()):
            if any(offer.checks_due(at) for offer in stored.engagement.offers):
                yield stored.engagement

    async def unanswered(self, before: datetime) -> AsyncIterator[Due]:
        for stored in list(self.stored.values()):
            for offer in stored.engagement.offers:
                if offer.state is OfferState.OFFERED and offer.expires_at < before:
                    yield Due(offer.id, offer.expires_at)


class InMemoryAssets:
    def __init__(self, *assets: Asset) -> None:
        self.stored = {asset.id: asset for asset in assets}
        self.changed: dict[UUID, datetime] = {}

    async def add(self, asset: Asset, at: datetime) -> bool:
        return bool(await self.add_absent([asset], at))

    async def add_absent(self, assets: Sequence[Asset], at: datetime) -> frozenset[UUID]:
        new = {asset.id: replace(asset, reservations=(), asked=()) for asset in assets if asset.id not in self.stored}
        self.stored |= new
        self.changed |= dict.fromkeys(new, at)
        return frozenset(new)

    async def get(self, asset_id: UUID) -> Asset:
        if asset_id not in self.stored:
            raise AssetNotFoundError("no such asset")
        return self.stored[asset_id]

    async def page(self, after: UUID | None, limit: int) -> Sequence[Asset]:
        ordered = [self.stored[key] for key in sorted(self.stored) if after is None or key > after]
        return ordered[: limit or None]

    async def of_person(self, person_id: UUID) -> Sequence[Asset]:
        return [asset for asset in self.stored.values() if asset.person_id == person_id]

    async def save(self, asset: Asset, at: datetime) -> Asset:
        known = await self.get(asset.id)
        if known.version != asset.version:
            raise ChangedMeanwhileError("changed")
        load = replace(asset, reservations=known.reservations, asked=known.asked)
        return self._put(replace(load, version=asset.version + 1), at)

    async def reserve(self, asset: Asset, reservation: Reservation) -> Asset | None:
        known = await self.get(asset.id)
        if any(place.engagement_id == reservation.engagement_id for place in known.reservations):
            return known
        if known.trust_state is not TrustState.ACTIVE or known.open >= known.max_open:
            return None
        places = (*known.reservations, reservation)
        return self._put(replace(known, reservations=places, asked=(*known.asked, reservation.at)), reservation.at)

    async def release(self, asset_id: UUID, engagement_id: UUID, at: datetime) -> None:
        known = await self.get(asset_id)
        places = tuple(place for place in known.reservations if place.engagement_id != engagement_id)
        self._put(replace(known, reservations=places), at)

    async def unreserve(self, asset_id: UUID, reservation: Reservation) -> None:
        known = await self.get(asset_id)
        held = [place.at for place in known.reservations if place.engagement_id == reservation.engagement_id]
        await self.release(asset_id, reservation.engagement_id, reservation.at)
        known = await self.get(asset_id)
        self._put(replace(known, asked=tuple(at for at in known.asked if at not in held)), reservation.at)

    async def changed_since(self, moment: datetime | None) -> AsyncIterator[Asset]:
        for asset in list(self.stored.values()):
            if moment is None or asset.id not in self.changed or self.changed[asset.id] >= moment:
                yield asset

    async def reserved(self) -> AsyncIterator[Asset]:
        for asset in list(self.stored.values()):
            if asset.reservations:
                yield asset

    def _put(self, asset: Asset, at: datetime) -> Asset:
        self.stored[asset.id] = asset
        self.changed[asset.id] = at
        return asset


E = TypeVar("E", Person, Group)


class InMemoryEntries(Generic[E]):
    """People or groups."""

    def __init__(self, unknown: type[UnknownError]) -> None:
        self.stored: dict[UUID, E] = {}
        self._unknown = unknown

    async def add(self, entry: E) -> None:
        self.stored.setdefault(entry.id, entry)

    async def get(self, entry_id: UUID) -> E:
        if entry_id not in self.stored:
            raise self._unknown("no such entry")
        return self.stored[entry_id]

    async def page(self, after: UUID | None, limit: int) -> Sequence[E]:
        ordered = [self.stored[key] for key in sorted(self.stored) if after is None or key > after]
        return ordered[: limit or None]

    async def save(self, entry: E) -> E:
        if (await self.get(entry.id)).version != entry.version:
            raise ChangedMeanwhileError("changed")
        self.stored[entry.id] = replace(entry, version=entry.version + 1)
        return self.stored[entry.id]


def people() -> InMemoryEntries[Person]:
    return InMemoryEntries[Person](PersonNotFoundError)


def groups() -> InMemoryEntries[Group]:
    return InMemoryEntries[Group](GroupNotFoundError)


class Networks:
    """The use cases on stores in memory, as one replica has them; a second one may share the stores."""

    def __init__(self, clock: Clock, *assets: Asset, beside: "Networks | None" = None) -> None:
        self.engagements: InMemoryEngagements = beside.engagements if beside else InMemoryEngagements()
        self.assets: InMemoryAssets = beside.assets if beside else InMemoryAssets(*assets)
        self.people: InMemoryEntries[Person] = beside.people if beside else people()
        self.groups: InMemoryEntries[Group] = beside.groups if beside else groups()
        stores = Stores(self.engagements, self.assets, self.people, self.groups)
        self.do: UseCases = use_cases(stores, clock)

    @property
    def announced(self) -> list[str]:
        return [type(event).__name__ for event in self.engagements.announced]
