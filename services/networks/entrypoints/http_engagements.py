"""/v1/engagements: what was asked of whom, and the answers that staff enter for an asset."""

from types import MappingProxyType
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import EngagementNotFoundError
from services.networks.domain.offers import Move
from services.networks.entrypoints.http_parts import NOTIFY, READERS, STAFF, HttpParts
from services.networks.entrypoints.views import EngagementsView, EngagementView, LinkView
from shared.web.identity import require

Answer = Literal["accept", "decline", "done", "not-safe"]
MOVE_OF = MappingProxyType[Answer, Move](
    {"accept": Move.ACCEPT, "decline": Move.DECLINE, "done": Move.COMPLETE, "not-safe": Move.FIND_UNSAFE}
)


def engagement_routes(parts: HttpParts) -> APIRouter:
    """Return the routes; reading is for staff and auditors, answering for staff, the link for notify alone."""
    router = APIRouter(prefix="/v1/engagements", tags=["engagements"])
    reader = [Depends(require(*READERS))]

    @router.get("", dependencies=reader, summary="A case's offers")
    async def of_case(case_id: UUID) -> EngagementsView:
        stored = (await parts.stores.engagements.get_many([case_id])).get(case_id)
        if stored is None:
            return EngagementsView(case_id=case_id, items=[], ending=None, refusals=[])
        engagement = stored.engagement
        return EngagementsView(
            case_id=case_id,
            items=[EngagementView.of(engagement, offer) for offer in engagement.offers],
            ending=engagement.ending,
            refusals=list(engagement.refusals),
        )

    @router.get("/{engagement_id}", dependencies=reader, summary="One offer")
    async def show(engagement_id: UUID) -> EngagementView:
        return _view((await parts.stores.engagements.find(engagement_id)).engagement, engagement_id)

    @router.post("/{engagement_id}/{answer}", dependencies=[Depends(require(*STAFF))], summary="Answer for the asset")
    async def answer(engagement_id: UUID, answer: Answer) -> EngagementView:
        return _view(await parts.do.answer_offer(engagement_id, MOVE_OF[answer]), engagement_id)

    @router.get("/{engagement_id}/link", dependencies=[Depends(require(*NOTIFY))], summary="Where to answer it")
    async def link(engagement_id: UUID, response: Response) -> LinkView:
        stored = await parts.stores.engagements.find(engagement_id)
        if not stored.engagement.offer(engagement_id).is_open:
            raise EngagementNotFoundError("this offer is no longer open, so nobody is to be sent its link")
        response.headers["Cache-Control"] = "no-store"
        return LinkView(url=parts.links.url(engagement_id))

    return router


def _view(engagement: Engagement, engagement_id: UUID) -> EngagementView:
    return EngagementView.of(engagement, engagement.offer(engagement_id))
