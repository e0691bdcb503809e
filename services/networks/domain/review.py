"""Review: when somebody has to say again that an entry is right, and what happens until they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from services.networks.domain.asset import CONFIRMED_FOR, Asset, TrustState

REMINDERS = (timedelta(days=30), timedelta(days=14), timedelta(days=7))
"""How long before an entry counts as unconfirmed each reminder falls due; then it ranks last, and is asked nothing."""
REVIEWED_STATES = frozenset({TrustState.VERIFIED, TrustState.ACTIVE, TrustState.PAUSED})


@dataclass(frozen=True, slots=True)
class Review:
    """Up to when an entry counts as confirmed, and how many of the three reminders are due on a day."""

    due_on: date
    reminders: int
    is_overdue: bool


def review_of(asset: Asset, day: date) -> Review:
    """Return where an entry's review stands on a day."""
    due_on = asset.last_confirmed + CONFIRMED_FOR
    return Review(due_on, sum(day >= due_on - before for before in REMINDERS), not asset.is_confirmed_on(day))


def to_review(assets: Iterable[Asset], day: date) -> tuple[Asset, ...]:
    """Return the assets with a reminder due, the oldest first; what nobody relies on yet, or any more, needs none."""
    due = [asset for asset in assets if asset.trust_state in REVIEWED_STATES and review_of(asset, day).reminders]
    return tuple(sorted(due, key=lambda asset: (asset.last_confirmed, asset.id)))
