"""Import what the police recorded: counts per small area, month and category; never a case, a place or a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from services.networks.application.ports import AreaCounts, AreaNames
from services.networks.domain.area_counts import NO_AREA, Incident, tallied


@dataclass(frozen=True, slots=True)
class PoliceFile:
    """A file as it was read; `digest` is of its content, so that the same file is known under any name."""

    name: str
    digest: str
    incidents: tuple[Incident, ...]
    undated: int
    unknown_categories: Mapping[str, int]
    area_names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PoliceImported:
    """What came of an import; `was_known` when the very same content had been imported before."""

    incidents: int
    was_known: bool
    without_area: int
    undated: int
    areas: int
    by_month: Mapping[str, int]
    by_category: Mapping[str, int]
    unknown_categories: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ImportPolice:
    """Count every row of a file, those that are alike included. The same file again changes nothing."""

    area_counts: AreaCounts
    area_names: AreaNames

    async def __call__(self, file: PoliceFile) -> PoliceImported:
        """Store the counts and the names of the areas."""
        was_known = await self.area_counts.put(file.digest, tallied(file.incidents))
        await self.area_names.put(file.area_names)
        return PoliceImported(
            incidents=len(file.incidents),
            was_known=was_known,
            without_area=sum(incident.area == NO_AREA for incident in file.incidents),
            undated=file.undated,
            areas=len({incident.area for incident in file.incidents} - {NO_AREA}),
            by_month=_sorted(Counter(incident.month for incident in file.incidents)),
            by_category=_sorted(Counter(incident.category for incident in file.incidents)),
            unknown_categories=file.unknown_categories,
        )


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
