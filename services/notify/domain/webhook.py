"""Webhooks: an endpoint a partner registered, and the delivery of one event to it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from services.notify.domain.retry import WEBHOOK_LADDER, Answer, Verdict, delay_after

ROTATION = timedelta(hours=24)
"""How long a secret that was replaced still signs, beside the new one."""
KEPT_ATTEMPTS = 25
PROBE_TYPE = "kith.webhook.tested.v1"


class Payload(StrEnum):
    """The two forms a body may have."""

    STANDARD = "standard"
    CLOUDEVENTS = "cloudevents"


class EndpointState(StrEnum):
    """Whether anything is sent to an endpoint."""

    ACTIVE = "active"
    DISABLED = "disabled"


class DeliveryState(StrEnum):
    """How far one delivery has come."""

    PENDING = "pending"
    DELIVERED = "delivered"
    EXHAUSTED = "exhausted"
    SKIPPED_DISABLED = "skipped_disabled"


@dataclass(frozen=True, slots=True)
class SealedSecret:
    """A signing secret as it is kept: encrypted, with the moment after which it signs no more."""

    sealed: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a partner wants which events, and how it may check that they are ours."""

    id: UUID
    owner: str
    agreement: str
    url: str
    streams: tuple[str, ...]
    types: tuple[str, ...]
    payload: Payload
    secrets: tuple[SealedSecret, ...]
    created_at: datetime
    state: EndpointState = EndpointState.ACTIVE
    disabled_reason: str | None = None

    @property
    def is_active(self) -> bool:
        """Whether anything may be sent to it."""
        return self.state is EndpointState.ACTIVE

    def wants(self, stream: str, event_type: str) -> bool:
        """Whether the partner asked for events of this type on this stream."""
        return stream in self.streams and (not self.types or event_type in self.types)

    def signing(self, at: datetime) -> tuple[SealedSecret, ...]:
        """Return the secrets that sign at a moment, the newest first."""
        return tuple(secret for secret in self.secrets if secret.until is None or secret.until > at)

    def enabled(self) -> "Endpoint":
        """Return it switched on."""
        return replace(self, state=EndpointState.ACTIVE, disabled_reason=None)

    def disabled(self, reason: str) -> "Endpoint":
        """Return it switched off."""
        return replace(self, state=EndpointState.DISABLED, disabled_reason=reason)

    def rotated(self, sealed: str, at: datetime) -> "Endpoint":
        """Return it with a new secret; the one before signs for another day, older ones no more."""
        newest, *_ = self.secrets
        return replace(self, secrets=(SealedSecret(sealed), replace(newest, until=at + ROTATION)))


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, as the log shows it."""

    at: datetime
    milliseconds: int
    outcome: Verdict
    status: int | None = None
    excerpt: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one endpoint; its id is the message id, the same for every attempt."""

    id: UUID
    endpoint_id: UUID
    event_id: UUID
    event_type: str
    event_at: datetime
    body: str
    due_at: datetime
    state: DeliveryState = DeliveryState.PENDING
    tries: int = 0
    attempts: tuple[Attempt, ...] = field(default=())

    def after(self, attempt: Attempt, answer: Answer, chance: float) -> "Delivery":
        """Return the delivery as one attempt leaves it: done, given up, or due again."""
        tries = self.tries + 1
        attempts = (*self.attempts, attempt)[-KEPT_ATTEMPTS:]
        tried = replace(self, tries=tries, attempts=attempts)
        if attempt.outcome is Verdict.DELIVERED:
            return replace(tried, state=DeliveryState.DELIVERED)
        if attempt.outcome is Verdict.GONE:
            return replace(tried, state=DeliveryState.SKIPPED_DISABLED)
        wait = delay_after(tries, WEBHOOK_LADDER, chance, answer)
        if wait is None:
            return replace(tried, state=DeliveryState.EXHAUSTED)
        return replace(tried, due_at=attempt.at + wait)
