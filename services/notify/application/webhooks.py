"""What a partner does with its webhooks: register, look, rotate, test, recover, switch on again, remove."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import orjson

from services.notify.application.dispatcher import Dispatcher, Job
from services.notify.application.ports import Change, Deliveries, Endpoints, Poster, Seals
from services.notify.application.projection import structured
from services.notify.application.signing import new_secret
from services.notify.domain.agreement import Agreement
from services.notify.domain.disclosure import PUBLIC_FIELDS, Fact
from services.notify.domain.errors import (
    TooManyWebhooksError,
    WebhookDisabledError,
    WebhookRefusedError,
    WebhookUnknownError,
)
from services.notify.domain.streams import named
from services.notify.domain.webhook import (
    PROBE_TYPE,
    Delivery,
    DeliveryState,
    Endpoint,
    Payload,
    SealedSecret,
)
from shared.contracts.event import timestamp
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id, new_id

MOST_PER_OWNER = 20
RECOVERABLE = timedelta(days=14)
_NONE_SUCH = "You have no webhook with this id."


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: whose webhooks are meant, and what may be shared with them."""

    owner: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Wish:
    """A webhook as its owner describes it."""

    url: str
    streams: tuple[str, ...]
    types: tuple[str, ...]
    payload: Payload


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Each owner sees and changes its own webhooks only; those of others do not exist for it."""

    endpoints: Endpoints
    deliveries: Deliveries
    dispatcher: Dispatcher[Delivery]
    outside: Poster
    seals: Seals
    clock: Clock

    async def register(self, caller: Caller, wish: Wish) -> tuple[Endpoint, str]:
        """Store a webhook; return it with its secret, which is shown this once."""
        streams = named(",".join(wish.streams))
        caller.agreement.allows(streams)
        if unknown := sorted(set(wish.types) - PUBLIC_FIELDS.keys()):
            raise WebhookRefusedError("types", f"No stream carries {', '.join(unknown)}.")
        self.outside.refuse(wish.url)
        if len(await self.endpoints.owned_by(caller.owner)) >= MOST_PER_OWNER:
            raise TooManyWebhooksError(f"No more than {MOST_PER_OWNER} webhooks can be registered.")
        secret = new_secret()
        endpoint = Endpoint(
            id=new_id(),
            owner=caller.owner,
            agreement=caller.agreement.id,
            url=wish.url,
            streams=tuple(stream.name for stream in streams),
            types=wish.types,
            payload=wish.payload,
            secrets=(SealedSecret(self.seals.seal(secret)),),
            created_at=self.clock.now(),
        )
        await self.endpoints.add(endpoint)
        return endpoint, secret

    async def of(self, caller: Caller) -> Sequence[Endpoint]:
        """Return the caller's webhooks."""
        return await self.endpoints.owned_by(caller.owner)

    async def one(self, caller: Caller, identifier: UUID) -> Endpoint:
        """Return one of the caller's, or WebhookUnknownError."""
        endpoint = await self.endpoints.get(identifier)
        if endpoint is None or endpoint.owner != caller.owner:
            raise WebhookUnknownError(_NONE_SUCH)
        return endpoint

    async def remove(self, caller: Caller, identifier: UUID) -> None:
        """Forget one; what was waiting for it is sent no more."""
        await self.one(caller, identifier)
        await self.endpoints.remove(identifier)

    async def rotate(self, caller: Caller, identifier: UUID) -> tuple[Endpoint, str]:
        """Return it with a new secret; for a day the one before signs as well."""
        secret = new_secret()
        sealed, now = self.seals.seal(secret), self.clock.now()
        return await self._changed(caller, identifier, lambda endpoint: endpoint.rotated(sealed, now)), secret

    async def enable(self, caller: Caller, identifier: UUID) -> Endpoint:
        """Switch one on again. What it missed is sent when it is recovered, not before."""
        return await self._changed(caller, identifier, Endpoint.enabled)

    async def test(self, caller: Caller, identifier: UUID) -> UUID:
        """Send an event that says nothing, through everything that a real one goes through."""
        endpoint = await self._active(caller, identifier)
        event_id, now = new_id(), self.clock.now()
        fact = Fact(event_id, PROBE_TYPE, "/services/notify", str(endpoint.id), now, 1, {})
        delivery = Delivery(
            id=derived_id(event_id, str(endpoint.id)),
            endpoint_id=endpoint.id,
            event_id=event_id,
            event_type=PROBE_TYPE,
            event_at=now,
            body=_probe_body(fact, endpoint),
            due_at=now,
        )
        await self.deliveries.add([delivery])
        self._dispatch([delivery])
        return delivery.id

    async def recover(self, caller: Caller, identifier: UUID, since: datetime) -> int:
        """Send again what was given up or skipped since a moment, the oldest first; return how many."""
        endpoint = await self._active(caller, identifier)
        now = self.clock.now()
        missed = await self.deliveries.missed(endpoint.id, max(since, now - RECOVERABLE))
        again = [replace(delivery, state=DeliveryState.PENDING, tries=0, due_at=now) for delivery in missed]
        for delivery in again:
            await self.deliveries.settle(delivery)
        self._dispatch(again)
        return len(again)

    async def attempts(self, caller: Caller, identifier: UUID, limit: int) -> Sequence[Delivery]:
        """Return the latest deliveries with their attempts, the newest first."""
        endpoint = await self.one(caller, identifier)
        return await self.deliveries.recent(endpoint.id, limit)

    async def _changed(self, caller: Caller, identifier: UUID, how: Change) -> Endpoint:
        endpoint = await self.one(caller, identifier)
        changed = await self.endpoints.change(endpoint.id, how)
        if changed is None:
            raise WebhookUnknownError(_NONE_SUCH)
        return changed

    async def _active(self, caller: Caller, identifier: UUID) -> Endpoint:
        endpoint = await self.one(caller, identifier)
        if not endpoint.is_active:
            raise WebhookDisabledError("The webhook is switched off; switch it on first.")
        return endpoint

    def _dispatch(self, deliveries: Sequence[Delivery]) -> None:
        self.dispatcher.add(
            Job(delivery.due_at, delivery.id, str(delivery.endpoint_id), delivery) for delivery in deliveries
        )


def _probe_body(fact: Fact, endpoint: Endpoint) -> str:
    data: dict[str, object] = {"webhook_id": str(endpoint.id)}
    if endpoint.payload is Payload.CLOUDEVENTS:
        return orjson.dumps(structured(fact, data)).decode()
    return orjson.dumps({"type": fact.type, "timestamp": timestamp(fact.at), "data": data}).decode()
