"""What became of messages and deliveries, for staff: states and ids, never a name, an address or a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

Kind = Literal["email", "webhook"]


@dataclass(frozen=True, slots=True)
class Line:
    """One message or delivery as the list shows it."""

    id: UUID
    kind: Kind
    state: str
    event_id: UUID
    tries: int
    due_at: datetime
    what: str
    whom: str
    reason: str | None = None


class Ledger(Protocol):
    """Something that keeps messages or deliveries."""

    async def latest(self, limit: int, *, state: str | None = None, before: UUID | None = None) -> Sequence[Line]:
        """Return the newest, in the order of ids, older than one of them."""
        ...


@dataclass(frozen=True, slots=True)
class ListDeliveries:
    """Show the newest of both kinds as one list."""

    mail: Ledger
    webhooks: Ledger

    async def __call__(
        self, limit: int, *, kind: Kind | None = None, state: str | None = None, before: UUID | None = None
    ) -> Sequence[Line]:
        """Return a page, the newest first."""
        ledgers = [
            ledger for name, ledger in (("email", self.mail), ("webhook", self.webhooks)) if kind in (None, name)
        ]
        lines = [line for ledger in ledgers for line in await ledger.latest(limit, state=state, before=before)]
        return sorted(lines, key=lambda line: line.id, reverse=True)[:limit]
