"""The history of places in MongoDB: bounded documents under their own `_id`, and what cases left to be kept.

`month:<group>:<cell>:<month>` holds sightings, `last:<category>:<cell>` the last incidents.
"""

from collections.abc import Collection as Several
from collections.abc import Mapping, Sequence
from uuid import UUID

from services.triage.adapters.sighting_documents import (
    incident_key,
    incidents_from,
    month_id,
    place_from,
    place_id,
    sighting_document,
    sighting_from,
)
from services.triage.application.pattern_ports import Place
from services.triage.domain.patterns.periods import month_of
from services.triage.domain.patterns.repeats import MOST_INCIDENTS
from services.triage.domain.patterns.sighting import Incident, Sighting
from shared.persistence.errors import DuplicateKeyError
from shared.persistence.store import Collection, Update

MOST_SIGHTINGS = 200
"""What a group leaves in a cell in a month beyond this is not kept, so that adding never costs more than this."""


class MongoHistory:
    """Each document names the reports in it, so that what is added twice is kept once."""

    def __init__(self, history: Collection, cases: Collection) -> None:
        self._history = history
        self._cases = cases

    async def prepare(self) -> None:
        """Declare the index by which a run reads months on MongoDB."""
        await self._history.ensure_index([("month", 1), ("_id", 1)])

    async def of_cases(self, case_ids: Several[UUID]) -> Mapping[UUID, Sighting]:
        """Return what the cases left, by case."""
        query = {"_id": {"$in": list(case_ids)}}
        found = self._cases.find(query, projection=["sighting"])
        return {one["_id"]: sighting_from(one["sighting"]) async for one in found if one.get("sighting")}

    async def add(self, seen: Several[Sighting]) -> None:
        """Keep each sighting and each incident once.

        A document that has it already, or is full, refuses the upsert and stays as it is. Of two who make the same
        document one is refused as well; the second try finds it there.
        """
        incidents = {(place_id(one.category, one.cell), incident_key(one.incident)): one.incident for one in seen}
        writes = [_keeping(one) for one in seen]
        writes += [_remembering(place, incident) for (place, _), incident in incidents.items()]
        for _ in range(2):
            try:
                await self._history.apply(writes)
            except DuplicateKeyError:
                continue
            return

    async def last_incidents(self, places: Several[Place]) -> Mapping[Place, Sequence[Incident]]:
        """Return the last incidents at each place."""
        found = await self._history.get_many([place_id(*place) for place in places])
        return {place_from(str(identifier)): incidents_from(document) for identifier, document in found.items()}


def _keeping(seen: Sighting) -> Update:
    return Update(
        {"_id": month_id(seen), "count": {"$lt": MOST_SIGHTINGS}, "seen.report": {"$ne": seen.report_id}},
        {
            "$push": {"seen": sighting_document(seen)},
            "$inc": {"count": 1},
            "$setOnInsert": {"month": month_of(seen.at)},
        },
        upsert=True,
    )


def _remembering(place: str, incident: Incident) -> Update:
    key = incident_key(incident)
    last = {"keys": key, "first": incident.first.hex}
    return Update(
        {"_id": place, "keys": {"$ne": key}},
        {"$push": {name: {"$each": [value], "$slice": -MOST_INCIDENTS} for name, value in last.items()}},
        upsert=True,
    )
