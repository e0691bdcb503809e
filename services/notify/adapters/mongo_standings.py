"""Standings in MongoDB: one small document per concern and per offer that is over or was told of."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from services.notify.application.ports import Sighting
from services.notify.domain.notification import OfferStanding, Standing
from shared.persistence.store import Collection, Update


class MongoStandings:
    """Keeps the latest level by the event's own time, and unsafe contact for good: replays change nothing."""

    def __init__(self, concerns: Collection, offers: Collection) -> None:
        self._concerns = concerns
        self._offers = offers

    async def see(self, sightings: Sequence[Sighting]) -> None:
        """Insert what is new in one round trip, then bring what was known up to date in another."""
        latest = {sighting.concern_id: sighting for sighting in sorted(sightings, key=lambda seen: seen.at)}
        unsafe = {sighting.concern_id for sighting in sightings if sighting.contact_is_unsafe}
        inserted = await self._concerns.insert_absent(
            [
                {"_id": concern, "level": seen.level, "level_at": seen.at, "unsafe": concern in unsafe}
                for concern, seen in latest.items()
            ]
        )
        writes = [
            Update(
                {"_id": concern, "level_at": {"$lte": seen.at}}, {"$set": {"level": seen.level, "level_at": seen.at}}
            )
            for concern, seen in latest.items()
            if concern not in inserted
        ]
        writes += [Update({"_id": concern}, {"$set": {"unsafe": True}}) for concern in unsafe - inserted]
        await self._concerns.apply(writes)

    async def of(self, concern_id: UUID) -> Standing | None:
        """Return what is known of a concern."""
        found = await self._concerns.get(concern_id)
        return None if found is None else Standing(found["level"], found["unsafe"])

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
