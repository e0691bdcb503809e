"""Webhooks as HTTP shows them: what is asked for and what is answered."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.notify.domain.webhook import Delivery, Endpoint, Payload

_Word = Annotated[str, Field(min_length=1, max_length=100)]


class WebhookWish(BaseModel):
    """What a partner asks for."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, Field(min_length=1, max_length=2_048, description="Where to POST: https, on the internet.")]
    streams: Annotated[list[_Word], Field(min_length=1, max_length=10)]
    types: Annotated[list[_Word], Field(max_length=50, description="Types of event; every type where empty.")] = []
    payload: Payload = Payload.STANDARD


class RecoveryWish(BaseModel):
    """From when to send again."""

    model_config = ConfigDict(extra="forbid")

    since: AwareDatetime


class WebhookView(BaseModel):
    """A webhook; its secret is never shown again."""

    id: UUID
    url: str
    streams: list[str]
    types: list[str]
    payload: Payload
    state: str
    disabled_reason: str | None
    created_at: datetime


class NewWebhookView(WebhookView):
    """A webhook with the secret that signs from now on."""

    secret: str


class WebhookList(BaseModel):
    """A caller's webhooks."""

    webhooks: list[WebhookView]


class AttemptView(BaseModel):
    """One try."""

    at: datetime
    milliseconds: int
    outcome: str
    status: int | None
    error: str | None
    excerpt: str


class DeliveryView(BaseModel):
    """One event on its way, with every try."""

    id: UUID
    event_id: UUID
    event_type: str
    state: str
    tries: int
    next_attempt_at: datetime | None
    attempts: list[AttemptView]


class AttemptsView(BaseModel):
    """The latest deliveries."""

    deliveries: list[DeliveryView]


class TestView(BaseModel):
    """The test event on its way."""

    delivery_id: UUID


class RecoveryView(BaseModel):
    """How much is sent again."""

    recovering: int


def webhook_view(endpoint: Endpoint) -> WebhookView:
    """Return a webhook as it is shown."""
    return WebhookView(
        id=endpoint.id,
        url=endpoint.url,
        streams=list(endpoint.streams),
        types=list(endpoint.types),
        payload=endpoint.payload,
        state=endpoint.state,
        disabled_reason=endpoint.disabled_reason,
        created_at=endpoint.created_at,
    )


def new_webhook_view(endpoint: Endpoint, secret: str) -> NewWebhookView:
    """Return a webhook with its secret."""
    return NewWebhookView(secret=secret, **webhook_view(endpoint).model_dump())


def delivery_view(delivery: Delivery) -> DeliveryView:
    """Return a delivery as it is shown."""
    pending = delivery.state == "pending"
    return DeliveryView(
        id=delivery.id,
        event_id=delivery.event_id,
        event_type=delivery.event_type,
        state=delivery.state,
        tries=delivery.tries,
        next_attempt_at=delivery.due_at if pending else None,
        attempts=[
            AttemptView(
                at=attempt.at,
                milliseconds=attempt.milliseconds,
                outcome=attempt.outcome,
                status=attempt.status,
                error=attempt.error,
                excerpt=attempt.excerpt,
            )
            for attempt in delivery.attempts
        ],
    )
