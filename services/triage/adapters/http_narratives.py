"""The words of reports, read from reporting under triage's own account, many reports in one request."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from services.triage.application.ports import UNREAD, Narrative, Narratives
from shared.runtime.errors import TransientError
from shared.web.client import JsonClient

MOST_IDS = 250
"""Ids of one request: the longest texts of so many reports still fit into one answer."""


class NarrativesUnavailableError(TransientError):
    """Reporting cannot be asked for words right now."""


@dataclass(frozen=True, slots=True)
class HttpNarratives:
    """Reads words from reporting; while reporting is out, NarrativesUnavailableError asks the caller to wait."""

    client: JsonClient

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        """Return a narrative for each id; where the words are gone, a person has to find out what was meant."""
        found: dict[UUID, Narrative] = {}
        for start in range(0, len(report_ids), MOST_IDS):
            found |= await self._some(report_ids[start : start + MOST_IDS])
        return found

    async def _some(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        answer = await self.client.post("/v1/narratives:fetch", {"report_ids": [str(one) for one in report_ids]})
        if answer.status != HTTPStatus.OK:
            raise NarrativesUnavailableError(f"reporting answered {answer.status}")
        words = answer.body["narratives"]
        return {one: _narrative_in(words.get(str(one))) for one in report_ids}


def _narrative_in(found: Mapping[str, str] | None) -> Narrative:
    return Narrative(found["text"]) if found and found.get("text") else UNREAD


@dataclass(frozen=True, slots=True)
class ImpatientNarratives:
    """Words for urgent reports: waits for them `seconds` and no longer, then says that they are unread.

    What is urgent counts as danger now until a person has read it (U4, I2).
    """

    narratives: Narratives
    seconds: float = 0.4

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        """Return a narrative for each id, `unread` where it could not be had in time."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self.narratives.of(report_ids)
        except (TimeoutError, TransientError):
            return dict.fromkeys(report_ids, UNREAD)
