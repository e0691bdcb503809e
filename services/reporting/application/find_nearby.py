"""When somebody is about to report what may be reported already."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.reporting.application.public_ports import Neighbourhood, PublicReport, PublicReports, Spot
from services.reporting.domain.exposure import Exposure
from services.reporting.domain.nearness import metres_between, radius_of
from services.reporting.domain.public_status import closes

_MOST = 5


@dataclass(frozen=True, slots=True)
class OpenPlaces:
    """Keeps the neighbourhood: what is listed and open is there, nothing else is."""

    neighbourhood: Neighbourhood

    async def refresh(self, reports: Sequence[PublicReport]) -> None:
        """Put what is listed and open, drop the others."""
        there = [report for report in reports if is_open(report)]
        await self.neighbourhood.change(there, [report for report in reports if not is_open(report)])


@dataclass(frozen=True, slots=True)
class FindNearby:
    """Offer open reports of the same kind around a place, the nearest first, a handful at most."""

    reports: PublicReports
    neighbourhood: Neighbourhood

    async def __call__(self, kind: str, lat: float, lon: float) -> Sequence[PublicReport]:
        """Return them; each is looked at again, so that what was hidden a moment ago is not offered."""
        within = radius_of(kind)
        spots = await self.neighbourhood.around(kind, lat, lon, metres=within)
        near = sorted((metres, spot.report_id) for spot in spots if (metres := _metres(spot, lat, lon)) <= within)
        ids = [report_id for _, report_id in near[:_MOST]]
        found = {report.id: report for report in await self.reports.with_ids(ids)}
        return [found[id_] for id_ in ids if id_ in found and is_open(found[id_])]


def is_open(report: PublicReport) -> bool:
    """Tell whether anybody may see a report and something is still to be done."""
    return report.standing.exposure is Exposure.LISTED and not closes(report.progress.status)


def _metres(spot: Spot, lat: float, lon: float) -> float:
    return metres_between((spot.lat, spot.lon), (lat, lon))
