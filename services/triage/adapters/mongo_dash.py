"""DASH answers in a collection of their own, whose rights are a database administrator's to narrow."""

from datetime import datetime
from uuid import UUID

from services.triage.domain.dash import Dash
from shared.persistence.store import Collection


class MongoDashAnswers:
    """Keeps answers. Nothing here reads them back: a trained person asks for them under the store's own rights."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def keep(self, dash_id: UUID, case_id: UUID, dash: Dash, at: datetime) -> None:
        """Insert the assessment unless it is there."""
        await self._collection.insert_absent(
            [
                {
                    "_id": dash_id,
                    "case_id": case_id,
                    "at": at,
                    "tool": dash.tool,
                    "answers": list(dash.answers),
                    "professional_judgement": dash.professional_judgement,
                    "da_events_12m": dash.da_events_12m,
                    "repeat_marac": dash.repeat_marac,
                }
            ]
        )

    async def discard(self, dash_id: UUID) -> None:
        """Delete the assessment."""
        await self._collection.delete_one({"_id": dash_id})
