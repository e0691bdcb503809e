"""What networks' routes stand on, and who may use them."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Body

from services.networks.application.ports import AreaCounts, AreaNames, OfferLinks
from services.networks.application.use_cases import Stores, UseCases
from shared.runtime.clock import Clock
from shared.web.paging import Cursors

COORDINATOR = ("coordinator",)
STAFF = ("coordinator", "officer", "supervisor")
READERS = (*STAFF, "auditor")
NOTIFY = ("service.notify",)

Patch = Annotated[dict[str, Any], Body(media_type="application/merge-patch+json")]


@dataclass(frozen=True, slots=True)
class HttpParts:
    """What the routes stand on; `secret` signs the cursors of listings."""

    do: UseCases
    stores: Stores
    links: OfferLinks
    area_names: AreaNames
    area_counts: AreaCounts
    clock: Clock
    secret: bytes


class IdPages:
    """Pages of a listing that is in order of id."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        self._cursors = Cursors(secret, purpose)

    def after(self, cursor: str | None) -> UUID | None:
        """Return the id after which a page begins."""
        return UUID(str(self._cursors.decode(cursor)[0])) if cursor else None

    def next(self, ids: list[UUID], limit: int) -> str | None:
        """Return the cursor of the next page; None where a page was not full."""
        return self._cursors.encode(str(ids[-1])) if len(ids) == limit else None
