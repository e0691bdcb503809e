"""When something happens that a webhook's owner asked for: store one delivery per endpoint, and see that it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from services.notify.application.dispatcher import Dispatcher, Job
from services.notify.application.facts import fact_of
from services.notify.application.ports import Deliveries, Endpoints
from services.notify.application.projection import body_of
from services.notify.domain.agreement import Agreement
from services.notify.domain.disclosure import Fact
from services.notify.domain.streams import stream_of
from services.notify.domain.webhook import Delivery, DeliveryState, Endpoint
from shared.contracts.event import Event
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

#: An event's time is its publisher's: one of just before a registration may be delivered, one of just after always is.
_CLOCKS_DIFFER_BY = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class QueueDeliveries:
    """Store what each endpoint may hear of events. Safe to repeat: one event is one delivery per endpoint.

    What happens while an endpoint is switched off is stored as skipped, so that it can be recovered.
    """

    endpoints: Endpoints
    deliveries: Deliveries
    agreements: Sequence[Agreement]
    dispatcher: Dispatcher[Delivery]
    clock: Clock

    async def __call__(self, events: Sequence[Event]) -> None:
        """Handle consecutive events of one type from one partition."""
        endpoints = await self.endpoints.all()
        if not endpoints:
            return
        agreements = {agreement.id: agreement for agreement in self.agreements}
        found = [
            delivery
            for event in events
            if (fact := fact_of(event)) is not None
            for endpoint in endpoints
            if (delivery := self._delivery(fact, stream_of(event.topic), endpoint, agreements.get(endpoint.agreement)))
        ]
        stored = await self.deliveries.add(found) if found else frozenset()
        self.dispatcher.add(
            Job(delivery.due_at, delivery.id, str(delivery.endpoint_id), delivery)
            for delivery in found
            if delivery.id in stored and delivery.state is DeliveryState.PENDING
        )

    def _delivery(self, fact: Fact, stream: str, endpoint: Endpoint, agreement: Agreement | None) -> Delivery | None:
        if agreement is None or stream not in agreement.streams or not endpoint.wants(stream, fact.type):
            return None
        if fact.at < endpoint.created_at - _CLOCKS_DIFFER_BY:
            return None
        body = body_of(fact, agreement, endpoint.payload)
        if body is None:
            return None
        return Delivery(
            id=derived_id(fact.id, str(endpoint.id)),
            endpoint_id=endpoint.id,
            event_id=fact.id,
            event_type=fact.type,
            event_at=fact.at,
            body=body,
            due_at=self.clock.now(),
            state=DeliveryState.PENDING if endpoint.is_active else DeliveryState.SKIPPED_DISABLED,
        )
