"""Safe matching: who may be asked about a concern, in which order, and why the others are not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from services.networks.domain.asset import Asset
from services.networks.domain.filters import Search, refusal

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_FINENESS = {"E00": 0, "W00": 0, "E01": 1, "W01": 1, "E02": 2, "W02": 2, "E05": 3, "W05": 3}
_UNKNOWN_FINENESS = 4
"""Official codes say by their first letters how small an area is; districts and other codes count as large."""


@dataclass(frozen=True, slots=True)
class Match:
    """The assets that may be asked, best first, and how many were refused by which filter."""

    ranked: tuple[Asset, ...]
    refused: tuple[tuple[str, int], ...]

    @property
    def refusals(self) -> tuple[str, ...]:
        """The counts as they travel: `<id>:<count>`."""
        return tuple(f"{name}:{count}" for name, count in self.refused)


class AssetIndex:
    """The register arranged so that one case looks only at assets that serve its area and offer its category."""

    def __init__(self, assets: Iterable[Asset] = ()) -> None:
        self._assets: dict[UUID, Asset] = {}
        self._by_area: dict[str, set[UUID]] = {}
        self._by_category: dict[str, set[UUID]] = {}
        for asset in assets:
            self.put(asset)

    def __len__(self) -> int:
        return len(self._assets)

    def put(self, asset: Asset) -> None:
        """Take in an asset, or a newer state of one."""
        known = self._assets.get(asset.id)
        if known is not None and (known.areas != asset.areas or known.offers != asset.offers):
            self._forget(known)
        self._assets[asset.id] = asset
        for area in asset.areas:
            self._by_area.setdefault(area, set()).add(asset.id)
        for category in asset.offers:
            self._by_category.setdefault(category, set()).add(asset.id)

    def match(self, search: Search) -> Match:
        """Filter and rank. The counts of refusals and the ranked assets add up to the whole register."""
        serving = set[UUID]().union(*(self._by_area.get(area, ()) for area in search.concern.areas))
        offering = serving & self._by_category.get(search.concern.category, set())
        refused = Counter({"area": len(self) - len(serving), "category": len(serving) - len(offering)})
        passed: list[Asset] = []
        for asset_id in offering:
            asset = self._assets[asset_id]
            if (reason := refusal(asset, search)) is None:
                passed.append(asset)
            else:
                refused[reason] += 1
        return Match(rank(passed, search), tuple(sorted((name, n) for name, n in refused.items() if n)))

    def _forget(self, asset: Asset) -> None:
        for area in asset.areas:
            self._by_area.get(area, set()).discard(asset.id)
        for category in asset.offers:
            self._by_category.get(category, set()).discard(asset.id)


def rank(assets: Iterable[Asset], search: Search) -> tuple[Asset, ...]:
    """Order by fit, headroom, least recently asked, how local, then a stable draw; never by popularity or identity.

    Fit: whoever offers fewer kinds of help offers this one more surely, and an asset trained for harder cases is kept
    for them. The draw differs from case to case, so that no asset is favoured for ever.
    """
    return tuple(sorted(assets, key=lambda asset: _order(asset, search)))


def shared_area(asset: Asset, search: Search) -> str:
    """Return the smallest of the concern's areas that the asset serves: all it learns of the place."""
    return min((area for area in search.concern.areas if area in asset.areas), key=lambda area: (_fineness(area), area))


def _order(asset: Asset, search: Search) -> tuple[bool, int, float, datetime, int, int, int]:
    overqualified = asset.mediation_trained and not search.concern.needs_mediation
    headroom = 1 - len(asset.reservations) / asset.max_open
    return (
        overqualified,
        len(asset.offers),
        -headroom,
        max(asset.asked, default=_NEVER),
        _fineness(shared_area(asset, search)),
        len(asset.areas),
        uuid5(search.concern.case_id, asset.id.hex).int,
    )


def _fineness(area: str) -> int:
    return _FINENESS.get(area[:3], _UNKNOWN_FINENESS)
