"""What the use cases need of the world for reaching people and webhooks, with the guarantees they build on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.notify.domain.notification import Contact, Notification, OfferStanding, Standing
from services.notify.domain.retry import Answer
from services.notify.domain.webhook import Delivery, Endpoint


@dataclass(frozen=True, slots=True)
class Awaiting:
    """An entry of a backlog: what is to be done, in which lane, and when."""

    id: UUID
    lane: str
    due_at: datetime


class Backlog(Protocol):
    """Stored work. Each piece is held by one process at a time, by a lease that runs out if the process dies."""

    async def awaiting(self, limit: int, *, after: UUID | None = None) -> Sequence[Awaiting]:
        """Return stored work that this process holds or nobody does, in the order of ids, after one of them."""
        ...


class Notifications(Backlog, Protocol):
    """Where messages to people wait and are remembered."""

    async def add(self, notifications: Sequence[Notification]) -> frozenset[UUID]:
        """Store those that are new, each with what it announces, held by this process; return their ids."""
        ...

    async def claim(self, identifier: UUID) -> Notification | None:
        """Return a waiting message, held by this process from now; None where it is done or held elsewhere."""
        ...

    async def settle(self, notification: Notification) -> None:
        """Store what an attempt led to; a state other than pending is announced with it, or not stored either."""
        ...


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one event says of a concern's standing; None is what it does not speak of."""

    concern_id: UUID
    level: int
    at: datetime
    contact_is_unsafe: bool
    for_community: bool | None = None
    closed: bool | None = None


class Standings(Protocol):
    """What notify remembers of concerns and offers, so that each message is checked against what is true now."""

    async def see(self, sightings: Sequence[Sighting]) -> None:
        """Remember the latest that was said of each concern, and for good that contact is unsafe.

        What an event does not speak of stays as it was. Harmless when repeated.
        """
        ...

    async def of(self, concern_id: UUID) -> Standing | None:
        """Return what is known of a concern."""
        ...

    async def end_offers(self, engagement_ids: Iterable[UUID]) -> None:
        """Remember that these offers are answered or taken back."""
        ...

    async def tell_of(self, engagement_id: UUID) -> None:
        """Remember that the asset is being told of an offer, before it is."""
        ...

    async def offer(self, engagement_id: UUID) -> OfferStanding:
        """Return what is known of an offer."""
        ...


class Contacts(Protocol):
    """Reporting, asked at the moment of sending."""

    async def of(self, report_id: UUID) -> Contact | None:
        """Return how to reach a reporter, or None where there is nothing or no longer. TransientError if unsure."""
        ...


@dataclass(frozen=True, slots=True)
class Asset:
    """Who to write to at a community group."""

    name: str
    email: str | None
    language: str = "en"


class Assets(Protocol):
    """Networks, asked at the moment of sending."""

    async def of(self, asset_id: UUID) -> Asset | None:
        """Return how to reach an asset, or None where it is gone."""
        ...

    async def link(self, engagement_id: UUID) -> str | None:
        """Return the one-time page on which an offer is answered, or None where there is none any longer."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """A written message: a subject that gives nothing away, plain text, and the same as HTML."""

    subject: str
    text: str
    html: str


class Letters(Protocol):
    """The messages there are, as versioned templates."""

    def write(self, template: str, facts: Mapping[str, str], language: str) -> Letter:
        """Write a message, in the reader's language where there is one, else in English."""
        ...

    def version_of(self, template: str) -> str:
        """Return a template's name with its version, as events name it."""
        ...


class MailRefusedError(Exception):
    """The mail server will never take this message."""


class Mailer(Protocol):
    """Hands a message over. TransientError when it may be tried again, MailRefusedError when that is of no use."""

    async def send(self, identifier: UUID, address: str, letter: Letter) -> None:
        """Send a message under an id that stays the same over tries, so that a reader's mail server can tell."""
        ...


Change = Callable[[Endpoint], Endpoint]


class Endpoints(Protocol):
    """The registered webhooks."""

    async def add(self, endpoint: Endpoint) -> None:
        """Store a new one."""
        ...

    async def get(self, identifier: UUID) -> Endpoint | None:
        """Return one."""
        ...

    async def lately(self, identifier: UUID) -> Endpoint | None:
        """Return one as it was a second ago at most."""
        ...

    async def all(self) -> Sequence[Endpoint]:
        """Return every one as it is now, so that none misses the event after its registration."""
        ...

    async def owned_by(self, owner: str) -> Sequence[Endpoint]:
        """Return an owner's, in the order they were made."""
        ...

    async def change(self, identifier: UUID, how: Change) -> Endpoint | None:
        """Change one as it is now and return it so; None where it is gone.

        No change undoes another that was made at the same time: `how` is then asked again, of what the other left.
        """
        ...

    async def remove(self, identifier: UUID) -> None:
        """Forget one."""
        ...


class Deliveries(Backlog, Protocol):
    """Where events wait for an endpoint, with the log of what was tried."""

    async def add(self, deliveries: Sequence[Delivery]) -> frozenset[UUID]:
        """Store those that are new, held by this process, in one round trip; return their ids."""
        ...

    async def claim(self, identifier: UUID) -> Delivery | None:
        """Return a pending delivery, held by this process from now; None where it is done or held elsewhere."""
        ...

    async def settle(self, delivery: Delivery) -> None:
        """Store what an attempt led to."""
        ...

    async def missed(self, endpoint_id: UUID, since: datetime) -> Sequence[Delivery]:
        """Return what was given up or skipped for an endpoint since a moment, the oldest first."""
        ...

    async def recent(self, endpoint_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return an endpoint's latest deliveries, the newest first."""
        ...


class Poster(Protocol):
    """Sends one HTTP POST to a partner and never follows a redirection or reaches into our own network."""

    def refuse(self, url: str) -> None:
        """Raise WebhookRefusedError where the URL alone shows that nothing may ever be sent there."""
        ...

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Send, and return what came of it; never raises for what the other side does."""
        ...


class Seals(Protocol):
    """Keeps signing secrets unreadable in the store."""

    def seal(self, secret: str) -> str:
        """Encrypt."""
        ...

    def unseal(self, sealed: str) -> str:
        """Decrypt what `seal` made."""
        ...


class Tally(Protocol):
    """Counts what happened, for the dashboards."""

    def mail(self, template: str, outcome: str) -> None:
        """Count a message by what became of it."""
        ...

    def attempt(self, outcome: str) -> None:
        """Count one try at a webhook."""
        ...

    def disabled(self) -> None:
        """Count a webhook that was switched off."""
        ...
