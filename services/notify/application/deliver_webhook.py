"""When a delivery is due: sign it afresh, send it, and write down what came of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from services.notify.application.dispatcher import Job
from services.notify.application.ports import Deliveries, Endpoints, Poster, Seals, Tally
from services.notify.application.signing import headers_of
from services.notify.domain.retry import Verdict
from services.notify.domain.webhook import (
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    Payload,
)
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock

log = get_logger()

_CONTENT_TYPES = {Payload.STANDARD: "application/json", Payload.CLOUDEVENTS: "application/cloudevents+json"}


@dataclass(frozen=True, slots=True)
class DeliverWebhook:
    """Make one attempt. The id stays the same over attempts; the timestamp and the signature are each attempt's own."""

    endpoints: Endpoints
    deliveries: Deliveries
    outside: Poster
    seals: Seals
    tally: Tally
    clock: Clock
    chance: Callable[[], float]

    async def __call__(self, job: Job[Delivery]) -> Job[Delivery] | None:
        """Make one attempt; return the next."""
        delivery = job.held or await self.deliveries.claim(job.id)
        if delivery is None:
            return None
        endpoint = await self.endpoints.lately(delivery.endpoint_id)
        if endpoint is None or not endpoint.is_active:
            await self.deliveries.settle(replace(delivery, state=DeliveryState.SKIPPED_DISABLED))
            return None
        settled = await self._attempted(delivery, endpoint)
        await self.deliveries.settle(settled)
        if settled.state is not DeliveryState.PENDING:
            return None
        return Job(settled.due_at, settled.id, job.lane)

    async def _attempted(self, delivery: Delivery, endpoint: Endpoint) -> Delivery:
        at, started = self.clock.now(), time.monotonic()
        body = delivery.body.encode()
        secrets = [self.seals.unseal(secret.sealed) for secret in endpoint.signing(at)]
        headers = {"content-type": _CONTENT_TYPES[endpoint.payload]} | dict(
            headers_of(str(delivery.id), at, body, secrets)
        )
        answer = await self.outside.post(endpoint.url, headers, body)
        took = int((time.monotonic() - started) * 1_000)
        attempt = Attempt(at, took, answer.verdict, answer.status, answer.excerpt, answer.error)
        self.tally.attempt(attempt.outcome)
        if attempt.outcome is Verdict.GONE:
            await self._disable(endpoint)
        return delivery.after(attempt, answer, self.chance())

    async def _disable(self, endpoint: Endpoint) -> None:
        await self.endpoints.change(endpoint.id, lambda now: now.disabled("gone"))
        self.tally.disabled()
        log.error("webhook_disabled", endpoint=str(endpoint.id), reason="gone")
