"""The history of places read as a whole, month by month, for runs."""

from collections.abc import Callable, Sequence
from datetime import date

from services.triage.adapters.sighting_documents import sighting_from
from services.triage.domain.patterns.periods import day_of, months_between
from services.triage.domain.patterns.sighting import Sighting
from shared.persistence.store import Collection


class MongoPastSightings:
    """Reads the monthly documents; on MongoDB by the index over months, on the local store by a scan a month."""

    def __init__(self, history: Collection) -> None:
        self._history = history

    async def between(
        self, group: str, first: date, last: date, progress: Callable[[float], None]
    ) -> Sequence[Sighting]:
        """Return what was kept of a group from one day to another, both included."""
        months = list(months_between(first, last))
        found: list[Sighting] = []
        for number, month in enumerate(months, start=1):
            async for document in self._history.find({"month": month}):
                found += [sighting_from(one) for one in document["seen"]]
            progress(number / len(months))
        return [one for one in found if one.group == group and first <= day_of(one.at) <= last]
