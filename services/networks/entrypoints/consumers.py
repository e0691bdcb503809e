"""What networks listens to."""

from typing import Any

from services.networks.application.use_cases import UseCases
from shared.contracts.triage import ESCALATIONS, CaseClosed, CaseDeescalated, CaseEscalated, CaseOpened
from shared.messaging.gathering import Gathering
from shared.messaging.subscription import Subscription

TOPICS = (ESCALATIONS,)


def subscriptions(do: UseCases) -> tuple[Subscription[Any], ...]:
    """Return the table: an event and the use case that hears it."""
    return (
        Subscription(CaseOpened, Gathering(do.begin_matching, in_hand=1)),
        Subscription(CaseEscalated, do.recall_offers),
        Subscription(CaseDeescalated, do.recall_offers),
        Subscription(CaseClosed, do.recall_offers),
    )
