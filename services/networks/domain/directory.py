"""Directory: the part of the register that is public.

Nobody is in it without having agreed. A person never is: consent can be taken back, a copy of an open feed cannot
(docs/decisions/0016). Nor is what belongs to an informal network, or was made up for a trial.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from services.networks.domain.asset import Asset, AssetKind, TrustState

LISTED_STATES = frozenset({TrustState.VERIFIED, TrustState.ACTIVE, TrustState.PAUSED})


def may_be_listed(asset: Asset, day: date, formal: Collection[UUID]) -> bool:
    """Say whether an asset may be shown in public on a day; `formal` are the networks known to be formal."""
    return (
        asset.trust_state in LISTED_STATES
        and asset.consent.covers_listing_on(day)
        and asset.kind is not AssetKind.INDIVIDUALS
        and asset.person_id is None
        and (asset.network_id is None or asset.network_id in formal)
        and not asset.provenance.trial
    )


@dataclass(frozen=True, slots=True)
class Directory:
    """What is public on a day, by id, in a fixed order: entries that nobody confirmed for long come last."""

    day: date
    assets: Mapping[UUID, Asset]

    @classmethod
    def of(cls, assets: Iterable[Asset], formal: Collection[UUID], day: date) -> "Directory":
        """Return the public part of the register."""
        listed = [asset for asset in assets if may_be_listed(asset, day, formal)]
        listed.sort(key=lambda asset: (not asset.is_confirmed_on(day), asset.name.casefold(), asset.id))
        return cls(day, MappingProxyType({asset.id: asset for asset in listed}))
