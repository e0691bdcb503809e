"""Engagement: one case's search for help, with its offers. One offer at a time, two at most, none after a recall."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from services.networks.domain.checks import Check
from services.networks.domain.concern import HIGHEST_COMMUNITY_LEVEL, Concern
from services.networks.domain.errors import EngagementNotFoundError, MoveNotAllowedError
from services.networks.domain.offers import Move, Offer, OfferState

MOST_OFFERS = 2
_ALWAYS = datetime.max.replace(tzinfo=UTC)


class Ending(StrEnum):
    """Why no further offer will be made for a case."""

    NO_ASSET_FITS = "no_asset_fits"
    OFFERS_EXHAUSTED = "offers_exhausted"
    NOT_ALLOWED = "not_allowed"
    RECALLED = "recalled"
    COMPLETED = "completed"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Engagement:
    """What was asked of whom for one case. Its id is the case's, so that no case ever has two.

    `refusals` count why the others were not asked when the register was last searched, whether or not somebody was.
    """

    concern: Concern
    offers: tuple[Offer, ...] = ()
    ending: Ending | None = None
    refusals: tuple[str, ...] = ()

    @property
    def open_offer(self) -> Offer | None:
        """The one offer that is being answered or worked on."""
        return next((offer for offer in self.offers if offer.is_open), None)

    @property
    def may_offer(self) -> bool:
        """Say whether another asset may be asked now."""
        return self.ending is None and self.open_offer is None and len(self.offers) < MOST_OFFERS

    @property
    def asked(self) -> frozenset[UUID]:
        """The assets asked so far."""
        return frozenset(offer.asset_id for offer in self.offers)

    @property
    def took_part(self) -> frozenset[UUID]:
        """The assets that took the matter on, whatever came of it."""
        taken = {OfferState.ACCEPTED, OfferState.COMPLETED}
        return frozenset(o.asset_id for o in self.offers if o.accepted_at is not None or o.state in taken)

    @property
    def next_check_at(self) -> datetime | None:
        """The moment from which a check is due that has not been made."""
        return min((since for offer in self.offers for _, since in offer.checks_due(_ALWAYS)), default=None)

    def offer(self, engagement_id: UUID) -> Offer:
        """Return the offer with this id."""
        for offer in self.offers:
            if offer.id == engagement_id:
                return offer
        raise EngagementNotFoundError("no such engagement")

    def offering(self, offer: Offer) -> "Engagement":
        """Return the engagement with one more offer; raise where that would break one of its promises."""
        if not self.may_offer or offer.number != len(self.offers) + 1:
            raise MoveNotAllowedError("no offer can be made for this case now")
        if self.concern.level > HIGHEST_COMMUNITY_LEVEL or offer.asset_id in self.asked:
            raise MoveNotAllowedError("this asset cannot be asked about this case")
        return replace(self, offers=(*self.offers, offer))

    def moved(self, engagement_id: UUID, move: Move, at: datetime) -> "Engagement":
        """Return the engagement after one of its offers moved.

        Done and unsafe end the search for good; a warning about one offer takes back any other that is open.
        """
        moved = self.offer(engagement_id).moved(move, at)
        offers = tuple(moved if offer.id == engagement_id else offer for offer in self.offers)
        if move is Move.FIND_UNSAFE:
            return replace(self, offers=offers, ending=Ending.UNSAFE).recalled(at)
        return replace(self, offers=offers, ending=Ending.COMPLETED if move is Move.COMPLETE else self.ending)

    def checked(self, engagement_id: UUID, check: Check) -> "Engagement":
        """Return the engagement with a check of one of its offers."""
        noted = self.offer(engagement_id).checked(check)
        return replace(self, offers=tuple(noted if offer.id == engagement_id else offer for offer in self.offers))

    def recalled(self, at: datetime) -> "Engagement":
        """Return the engagement with its open offer taken back and the case barred from any new one."""
        offers = tuple(offer.moved(Move.RECALL, at) if offer.is_open else offer for offer in self.offers)
        return replace(self, offers=offers, ending=self.ending or Ending.RECALLED)

    def ended(self, ending: Ending, refusals: tuple[str, ...] = ()) -> "Engagement":
        """Return the engagement with no further offer to come; the first ending stays."""
        return self if self.ending else replace(self, ending=ending, refusals=refusals or self.refusals)
