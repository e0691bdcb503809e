"""Standings in MongoDB: one small document per concern and per offer that is over or was told of."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from services.notify.application.ports import Sighting
from services.notify.domain.notification import OfferStanding, Standing
from shared.persistence.store import Collection, Document, Update

_NAMES = ("level", "for_community", "closed")


class MongoStandings:
    """Keeps the latest of each thing that events say, by their own time, and unsafe contact for good.

    Each thing has its own time beside it, so that an event that does not speak of it cannot make an older one count,
    and so that replays change nothing.
    """

    def __init__(self, concerns: Collection, offers: Collection) -> None:
        self._concerns = concerns
        self._offers = offers

    async def see(self, sightings: Sequence[Sighting]) -> None:
        """Insert what is new in one round trip, then bring what was known up to date in another."""
        unsafe = {sighting.concern_id for sighting in sightings if sighting.contact_is_unsafe}
        latest: dict[UUID, Document] = {}
        for seen in sorted(sightings, key=lambda seen: seen.at):
            latest.setdefault(seen.concern_id, {}).update(_said_by(seen))
        inserted = await self._concerns.insert_absent(
            [{"_id": concern, "unsafe": concern in unsafe} | said for concern, said in latest.items()]
        )
        known = {concern: said for concern, said in latest.items() if concern not in inserted}
        writes = [
            _unless_older(concern, name, said) for concern, said in known.items() for name in _NAMES if name in said
        ]
        writes += [Update({"_id": concern}, {"$set": {"unsafe": True}}) for concern in unsafe - inserted]
        await self._concerns.apply(writes)

    async def of(self, concern_id: UUID) -> Standing | None:
        """Return what is known of a concern."""
        found = await self._concerns.get(concern_id)
        if found is None:
            return None
        return Standing(found["level"], found["unsafe"], found.get("for_community"), bool(found.get("closed")))

    async def end_offers(self, engagement_ids: Iterable[UUID]) -> None:
        """Remember that these offers are over."""
        await self._offers.apply(
            [Update({"_id": identifier}, {"$set": {"over": True}}, upsert=True) for identifier in engagement_ids]
        )

    async def tell_of(self, engagement_id: UUID) -> None:
        """Remember that the asset is being told of an offer."""
        await self._offers.update_one({"_id": engagement_id}, {"$set": {"told": True}}, upsert=True)

    async def offer(self, engagement_id: UUID) -> OfferStanding:
        """Return what is known of an offer."""
        found = await self._offers.get(engagement_id) or {}
        return OfferStanding(over=bool(found.get("over")), told=bool(found.get("told")))


def _said_by(seen: Sighting) -> Document:
    """Return what a sighting speaks of, each with its time."""
    said = {name: value for name in _NAMES if (value := getattr(seen, name)) is not None}
    return said | {f"{name}_at": seen.at for name in said}


def _unless_older(concern: UUID, name: str, said: Document) -> Update:
    """Return the write that sets one thing where nothing newer was said of it."""
    at = said[f"{name}_at"]
    nothing_newer = [{f"{name}_at": None}, {f"{name}_at": {"$lte": at}}]
    return Update({"_id": concern, "$or": nothing_newer}, {"$set": {name: said[name], f"{name}_at": at}})
