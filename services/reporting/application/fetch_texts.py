"""When triage asks for the words of reports, which never travel with events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.mailboxes import Mailboxes
from services.reporting.application.ports import Reports


@dataclass(frozen=True, slots=True)
class FetchTexts:
    """Give out the words of a batch of reports, and of messages about reports."""

    reports: Reports
    mailboxes: Mailboxes

    async def __call__(self, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return the words by id; what has none, or is unknown, or was erased, is not in the answer."""
        texts = await self.reports.texts_of(ids)
        others = [id_ for id_ in ids if id_ not in texts]
        return {**texts, **await self.mailboxes.texts_of(others)} if others else texts
