"""Where the messages about reports are kept: the port."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from services.reporting.domain.mailbox import Message
from shared.contracts.reporting import ReportMessaged


class Mailboxes(Protocol):
    """The messages, with their words and what they announce. Every call may raise TransientError."""

    async def add(self, message: Message, *, announcing: Sequence[ReportMessaged]) -> Message:
        """Return the message once it and its announcements are durable; one with this id that is there is returned.

        MailboxFullError where the report has as many as it may have.
        """
        ...

    async def of(self, report_id: UUID) -> Sequence[Message]:
        """Return what was written about a report, in order of time."""
        ...

    async def texts_of(self, message_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return the words of those messages that are here and have any."""
        ...
