"""Offer and its states: one asset is asked once, and every answer moves the offer along one line of a table."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from services.networks.domain.checks import CHECK_AFTER, Check, CheckDay
from services.networks.domain.errors import MoveNotAllowedError, OfferExpiredError

TIME_TO_ANSWER = timedelta(hours=48)


class OfferState(StrEnum):
    """Where one offer stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    RECALLED = "recalled"
    COMPLETED = "completed"
    UNSAFE = "unsafe"


class Move(StrEnum):
    """What can happen to an offer."""

    ACCEPT = "accept"
    DECLINE = "decline"
    EXPIRE = "expire"
    RECALL = "recall"
    COMPLETE = "complete"
    FIND_UNSAFE = "find_unsafe"


MOVES = MappingProxyType(
    {
        (OfferState.OFFERED, Move.ACCEPT): OfferState.ACCEPTED,
        (OfferState.OFFERED, Move.DECLINE): OfferState.DECLINED,
        (OfferState.OFFERED, Move.EXPIRE): OfferState.EXPIRED,
        (OfferState.OFFERED, Move.RECALL): OfferState.RECALLED,
        (OfferState.OFFERED, Move.FIND_UNSAFE): OfferState.UNSAFE,
        (OfferState.ACCEPTED, Move.DECLINE): OfferState.DECLINED,
        (OfferState.ACCEPTED, Move.RECALL): OfferState.RECALLED,
        (OfferState.ACCEPTED, Move.COMPLETE): OfferState.COMPLETED,
        (OfferState.ACCEPTED, Move.FIND_UNSAFE): OfferState.UNSAFE,
        (OfferState.DECLINED, Move.FIND_UNSAFE): OfferState.UNSAFE,
        (OfferState.EXPIRED, Move.FIND_UNSAFE): OfferState.UNSAFE,
        (OfferState.COMPLETED, Move.FIND_UNSAFE): OfferState.UNSAFE,
    }
)
"""Every move there is. Either side may stop at any time; a warning is heard even after the answer, but given once."""

OPEN_STATES = frozenset({OfferState.OFFERED, OfferState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Offer:
    """One asset asked about one case. Its id belongs to the case and the number, whoever works it out."""

    id: UUID
    number: Literal[1, 2]
    asset_id: UUID
    area: str
    at: datetime
    expires_at: datetime
    state: OfferState = OfferState.OFFERED
    changed_at: datetime | None = None
    accepted_at: datetime | None = None
    checks: tuple[Check, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether the asset still has the matter in hand or before it."""
        return self.state in OPEN_STATES

    def is_due(self, at: datetime) -> bool:
        """Say whether the time to answer has run out unanswered."""
        return self.state is OfferState.OFFERED and at >= self.expires_at

    def checks_due(self, at: datetime) -> tuple[tuple[CheckDay, datetime], ...]:
        """Return the checks to be made of an offer that was taken on and went well so far, with when each fell due."""
        if self.accepted_at is None or self.state not in {OfferState.ACCEPTED, OfferState.COMPLETED}:
            return ()
        settled = {check.day for check in self.checks if check.is_settled}
        dates = ((day, self.accepted_at + after) for day, after in CHECK_AFTER.items() if day not in settled)
        return tuple((day, since) for day, since in dates if since <= at)

    def checked(self, check: Check) -> "Offer":
        """Return the offer with a check, in place of an earlier one of the same day; raise where none can be due."""
        if self.accepted_at is None or check.at < self.accepted_at + CHECK_AFTER[check.day]:
            raise MoveNotAllowedError("this check is not due")
        others = tuple(known for known in self.checks if known.day != check.day)
        return replace(self, checks=(*others, check))

    def moved(self, move: Move, at: datetime) -> "Offer":
        """Return the offer after this move; raise where the table has none, or the time to answer is over."""
        if (self.state, move) not in MOVES:
            raise MoveNotAllowedError(f"this offer is {self.state} already")
        if move is Move.ACCEPT and self.is_due(at):
            raise OfferExpiredError("the time to answer this offer is over")
        accepted_at = at if move is Move.ACCEPT else self.accepted_at
        return replace(self, state=MOVES[self.state, move], changed_at=at, accepted_at=accepted_at)
