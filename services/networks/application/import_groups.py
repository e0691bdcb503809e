"""Import groups from a directory file: proposed to coordinators, never offered anything before one has looked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from services.networks.application.ports import AreaNames, Assets
from services.networks.domain.asset import (
    Asset,
    AssetKind,
    Consent,
    Contact,
    DbsRole,
    Provenance,
    Safeguarding,
    TrustState,
)
from services.networks.domain.groups import GroupRecord, distinct, guessed_offers, plain_name
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

SOURCES = UUID("01890000-0000-7000-8000-6b6974680001")
"""The cause of the ids of everything imported: the same organisation has the same id on every machine and every run."""
_BATCH = 500
_TRIAL_LASTS = timedelta(days=365)
_LICENCES = MappingProxyType(
    {"360giving": "Open Government Licence v3.0", "charity-register": "Open Government Licence v3.0"}
)


@dataclass(frozen=True, slots=True)
class GroupFile:
    """A directory file as it was read."""

    source: str
    name: str
    rows: int
    records: tuple[GroupRecord, ...]


@dataclass(frozen=True, slots=True)
class ImportTerms:
    """What the person who imports says of every group in the file."""

    areas: tuple[str, ...]
    offers: tuple[str, ...] = ()
    for_trial: bool = False


@dataclass(frozen=True, slots=True)
class GroupsImported:
    """What came of an import."""

    rows: int
    removed: int
    nameless: int
    organisations: int
    added: int
    without_offers: int
    by_offer: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ImportGroups:
    """Enter the distinct, active organisations of a file. The same file again adds nothing and changes nothing."""

    assets: Assets
    area_names: AreaNames
    clock: Clock

    async def __call__(self, file: GroupFile, terms: ImportTerms) -> GroupsImported:
        """Store what is new; a coordinator's later changes to an entry are never overwritten."""
        active = [record for record in file.records if not record.removed and record.name]
        organisations = distinct(active)
        now = self.clock.now()
        assets = [_asset(file, record, terms, now.date()) for record in organisations]
        added = 0
        for start in range(0, len(assets), _BATCH):
            added += len(await self.assets.add_absent(assets[start : start + _BATCH], now))
        await self.area_names.put(dict(area for record in organisations for area in record.areas))
        offers = [offer for asset in assets for offer in asset.offers]
        return GroupsImported(
            rows=file.rows,
            removed=sum(record.removed for record in file.records),
            nameless=sum(not record.name for record in file.records),
            organisations=len(organisations),
            added=added,
            without_offers=sum(not asset.offers for asset in assets),
            by_offer={offer: offers.count(offer) for offer in sorted(set(offers))},
        )


def _asset(file: GroupFile, record: GroupRecord, terms: ImportTerms, today: date) -> Asset:
    reference = record.official_id or next(iter(sorted(record.ids)), plain_name(record.name))
    scope = "official" if record.official_id else file.source
    return Asset(
        id=derived_id(SOURCES, "asset", scope, reference),
        kind=AssetKind.ASSOCIATIONS,
        name=record.name,
        areas=terms.areas,
        offers=terms.offers or guessed_offers(record),
        last_confirmed=today,
        contact=_trial_contact(record) if terms.for_trial else None,
        council_contact="Community team (trial)" if terms.for_trial else None,
        safeguarding=_trial_safeguarding(today) if terms.for_trial else Safeguarding(),
        consent=Consent(receives_offers=terms.for_trial),
        trust_state=TrustState.ACTIVE if terms.for_trial else TrustState.PROPOSED,
        provenance=Provenance(f"{file.source}: {file.name}", reference, _LICENCES[file.source], terms.for_trial),
    )


def _trial_safeguarding(today: date) -> Safeguarding:
    """Make up training, a policy and a check: without them no asset is asked anything, in a trial either."""
    return Safeguarding(today + _TRIAL_LASTS, today, (DbsRole("trial lead", "enhanced", today),))


def _trial_contact(record: GroupRecord) -> Contact:
    """Make up a contact under a name reserved for examples, so that no real group is ever written to."""
    local = re.sub(r"[^a-z0-9]+", "-", plain_name(record.name)).strip("-")[:50] or "group"
    return Contact("Trial contact", f"{local}@groups.example")
