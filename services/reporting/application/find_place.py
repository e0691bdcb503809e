"""Where a report lies: by its point, by the point of the postcode that stands for one, or by the area it names."""

import re
from dataclasses import dataclass
from datetime import date

from services.reporting.application.ports import Areas, Postcodes
from services.reporting.application.records import Place

_POSTCODE = re.compile(r"\s*([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FindPlace:
    """Names areas and the H3 cell. What only names an area has no cell."""

    areas: Areas
    postcodes: Postcodes

    async def __call__(self, place: Place, on: date) -> tuple[tuple[str, ...], str | None]:
        """Return the codes of the areas in force on that day, and the cell; TransientError where it cannot be known."""
        point = await self._point_of(place)
        found = self.areas.at(*point, on) if point else ()
        if not found and place.area_ref:
            found = self.areas.named(place.area_ref)
        return found, self.areas.cell_at(*point) if point else None

    async def _point_of(self, place: Place) -> tuple[float, float] | None:
        if place.lat is not None and place.lon is not None:
            return place.lat, place.lon
        postcode = postcode_in(place.area_ref or "")
        return await self.postcodes.point_of(postcode) if postcode else None


def postcode_in(typed: str) -> str | None:
    """Return the postcode that somebody typed, as it is written officially (`HD1 2AB`), or None."""
    found = _POSTCODE.fullmatch(typed)
    return f"{found.group(1)} {found.group(2)}".upper() if found else None
