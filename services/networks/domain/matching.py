"""Safe matching: who may be asked about a concern, in which order, and why the others are not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from services.networks.domain.asset import Asset
from services.networks.domain.filters import Search

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_FINENESS = {"E00": 0, "W00": 0, "E01": 1, "W01": 1, "E02": 2, "W02": 2, "E05": 3, "W05": 3}
_UNKNOWN_FINENESS = 4
"""Official codes say by their first letters how small an area is; districts and other codes count as large."""
_SPREAD = 0x9E3779B97F4A7C15F39CC0605CEDC835
_MASK = (1 << 128) - 1

Worth = tuple[bool, int, float, float]


@dataclass(frozen=True, slots=True)
class Match:
    """The best assets that may be asked, how many there are, and how many were refused by which filter."""

    ranked: tuple[Asset, ...]
    fitting: int
    refused: tuple[tuple[str, int], ...]

    @property
    def refusals(self) -> tuple[str, ...]:
        """The counts as they travel: `<id>:<count>`."""
        return tuple(f"{name}:{count}" for name, count in self.refused)


def rank(assets: Iterable[Asset], search: Search) -> tuple[Asset, ...]:
    """Order by fit, headroom, least recently asked, how local, then a stable draw; never by popularity or identity.

    Fit: whoever offers fewer kinds of help offers this one more surely, and an asset trained for harder cases is kept
    for them. The draw differs from case to case, so that no asset is favoured for ever.
    """
    return tuple(
        sorted(
            assets,
            key=lambda asset: (
                worth(asset),
                fineness(shared_area(asset, search)),
                len(asset.areas),
                draw(asset.id.int, search.concern.case_id),
            ),
        )
    )


def worth(asset: Asset) -> Worth:
    """Return the part of the order that does not depend on the concern: training kept back, fit, headroom, rest.

    Where mediation is needed every asset that passes is trained for it, so that keeping them back changes nothing.
    """
    headroom = 1 - len(asset.reservations) / asset.max_open if asset.max_open else 0.0
    return (asset.mediation_trained, len(asset.offers), -headroom, max(asset.asked, default=_NEVER).timestamp())


def shared_area(asset: Asset, search: Search) -> str:
    """Return the smallest of the concern's areas that the asset serves: all it learns of the place."""
    return next(area for area in by_fineness(search.concern.areas) if area in asset.areas)


def by_fineness(areas: Iterable[str]) -> list[str]:
    """Order areas from the smallest kind to the largest."""
    return sorted(areas, key=lambda area: (fineness(area), area))


def fineness(area: str) -> int:
    """Return how small a kind of area this is; smaller numbers are smaller areas."""
    return _FINENESS.get(area[:3], _UNKNOWN_FINENESS)


def draw(asset_number: int, case_id: UUID) -> int:
    """Return an asset's place among equals in a case: the same on every machine, another in every case."""
    return (asset_number ^ case_id.int) * _SPREAD & _MASK
