"""The table: which event goes to which use case. Two consumer groups, so that neither waits for the other."""

from typing import Any

from services.notify.application.notify_people import NotifyPeople
from services.notify.application.queue_deliveries import QueueDeliveries
from services.notify.domain.disclosure import PUBLIC_FIELDS
from services.notify.domain.streams import STREAMS
from shared.contracts.catalogue import EVENTS
from shared.contracts.networks import (
    ENGAGEMENTS,
    EngagementAccepted,
    EngagementCompleted,
    EngagementDeclined,
    EngagementExpired,
    EngagementFoundUnsafe,
    EngagementOffered,
    EngagementRecalled,
)
from shared.contracts.notify import NOTIFICATIONS
from shared.contracts.triage import (
    ESCALATIONS,
    CaseAssigned,
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseOpened,
    CaseReopened,
)
from shared.messaging.dead_letters import dead_letter_topic
from shared.messaging.gathering import Gathering
from shared.messaging.subscription import Subscription

PEOPLE_GROUP = "notify"
PEOPLE_TOPICS = (ESCALATIONS, ENGAGEMENTS)
WEBHOOKS_GROUP = "notify.webhooks"
WEBHOOKS_TOPICS = tuple(topic for stream in STREAMS.values() for topic in stream.topics)
NEEDED_TOPICS = (*WEBHOOKS_TOPICS, NOTIFICATIONS, *(dead_letter_topic(topic) for topic in WEBHOOKS_TOPICS))


def people(notify: NotifyPeople) -> tuple[Subscription[Any], ...]:
    """Return what people may have to hear of, and what says whether they may be written to."""
    hear = Gathering[Any](notify, in_hand=1)
    return (
        Subscription(CaseOpened, hear),
        Subscription(CaseEscalated, hear),
        Subscription(CaseDeescalated, hear),
        Subscription(CaseAssigned, hear),
        Subscription(CaseClosed, hear),
        Subscription(CaseReopened, hear),
        Subscription(EngagementOffered, hear),
        Subscription(EngagementAccepted, hear),
        Subscription(EngagementDeclined, hear),
        Subscription(EngagementExpired, hear),
        Subscription(EngagementRecalled, hear),
        Subscription(EngagementCompleted, hear),
        Subscription(EngagementFoundUnsafe, hear),
    )


def webhooks(queue: QueueDeliveries) -> tuple[Subscription[Any], ...]:
    """Return everything that a stream carries."""
    hear = Gathering[Any](queue, in_hand=1)
    return tuple(Subscription(EVENTS[name], hear) for name in PUBLIC_FIELDS)
