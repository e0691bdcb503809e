"""When triage asks for the words of reports, which never travel with events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.ports import Reports


@dataclass(frozen=True, slots=True)
class FetchTexts:
    """Give out the words of a batch of reports."""

    reports: Reports

    async def __call__(self, report_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return the words by report; a report without any, or unknown, or erased, is not in the answer."""
        return await self.reports.texts_of(report_ids)
