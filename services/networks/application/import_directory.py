"""Import another directory's feed: proposed to coordinators, following its source until one of them has changed it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from services.networks.application.import_groups import SOURCES
from services.networks.application.ports import Assets
from services.networks.application.taxonomy_ids import CODE_OF_TERM
from services.networks.domain.asset import Asset, AssetKind, Provenance, TrustState
from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.errors import ChangedMeanwhileError
from services.networks.domain.groups import GroupRecord, guessed_offers
from services.networks.domain.listing import Listing
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

_BATCH = 500
_KINDS: Mapping[str, AssetKind] = {kind.value: kind for kind in AssetKind if kind is not AssetKind.INDIVIDUALS}


@dataclass(frozen=True, slots=True)
class ListedService:
    """A service as another directory lists it, without the names and addresses of its people.

    `reference` is its id there, `terms` the ids of the words that describe it; `checked` when it was last assured.
    """

    reference: str
    name: str
    listing: Listing
    is_running: bool = True
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    terms: tuple[UUID, ...] = ()
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class DirectoryFeed:
    """A feed as it was read; `unreadable` counts what had no id or no name."""

    source: str
    services: tuple[ListedService, ...]
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class DirectoryTerms:
    """What the person who imports says of the whole feed; `areas` are for services that name none."""

    areas: tuple[str, ...] = ()
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class DirectoryImported:
    """What came of an import."""

    services: int
    unreadable: int
    not_running: int
    added: int
    refreshed: int
    kept: int
    without_areas: int
    without_offers: int


@dataclass(frozen=True, slots=True)
class ImportDirectory:
    """Enter the running services of a feed. The same feed again changes nothing."""

    assets: Assets
    clock: Clock

    async def __call__(self, feed: DirectoryFeed, terms: DirectoryTerms) -> DirectoryImported:
        """Store what is new; follow what changed at the source; leave what coordinators changed as they have it."""
        now = self.clock.now()
        running = [service for service in feed.services if service.is_running]
        assets = {asset.id: asset for asset in (_asset(feed, service, terms, now.date()) for service in running)}
        added = await self._added(list(assets.values()))
        refreshed = [await self._refreshed(asset) for asset_id, asset in assets.items() if asset_id not in added]
        return DirectoryImported(
            services=len(feed.services),
            unreadable=feed.unreadable,
            not_running=len(feed.services) - len(running),
            added=len(added),
            refreshed=refreshed.count(True),
            kept=refreshed.count(False),
            without_areas=sum(not asset.areas for asset in assets.values()),
            without_offers=sum(not asset.offers for asset in assets.values()),
        )

    async def _added(self, assets: Sequence[Asset]) -> frozenset[UUID]:
        added: frozenset[UUID] = frozenset()
        for start in range(0, len(assets), _BATCH):
            added |= await self.assets.add_absent(assets[start : start + _BATCH], self.clock.now())
        return added

    async def _refreshed(self, asset: Asset) -> bool:
        """Say whether a known entry took over what its source says now."""
        known = await self.assets.get(asset.id)
        untouched = known.provenance.digest == _digest(known.name, known.listing)
        says_more = known.provenance.digest != asset.provenance.digest
        if known.trust_state is TrustState.REMOVED or not (untouched and says_more):
            return False
        followed = replace(known, name=asset.name, listing=asset.listing, provenance=asset.provenance)
        try:
            await self.assets.save(followed, self.clock.now())
        except ChangedMeanwhileError:
            return False
        return True


def _asset(feed: DirectoryFeed, service: ListedService, terms: DirectoryTerms, today: date) -> Asset:
    codes = [CODE_OF_TERM[term] for term in service.terms if term in CODE_OF_TERM]
    offers = tuple(dict.fromkeys(code for code in codes if code in ELIGIBLE))
    guessed = guessed_offers(GroupRecord(service.name, frozenset(), service.listing.description))
    digest = _digest(service.name, service.listing)
    return Asset(
        id=derived_id(SOURCES, "asset", "hsds", service.reference),
        kind=next((_KINDS[code] for code in codes if code in _KINDS), AssetKind.ASSOCIATIONS),
        name=service.name,
        areas=service.areas or terms.areas,
        offers=offers or guessed,
        last_confirmed=min(service.checked or today, today),
        languages=service.languages or ("en",),
        listing=service.listing,
        provenance=Provenance(f"hsds: {feed.source}", service.reference, terms.licence, digest=digest),
    )


def _digest(name: str, listing: Listing) -> str:
    said = json.dumps(dict(_said({"name": name} | asdict(listing))), sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def _said(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Leave out what is empty, so that a listing that can say more one day has the same digest until it does."""
    for name, value in fields.items():
        if value:
            yield name, dict(_said(value)) if isinstance(value, dict) else value
