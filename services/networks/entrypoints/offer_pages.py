"""/offers/{token}: the page behind an offer's link. Looking changes nothing; each answer is a button, used once."""

import base64
import hashlib
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType

import jinja2
from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import (
    EngagementNotFoundError,
    LinkNotValidError,
    MoveNotAllowedError,
    UnknownError,
)
from services.networks.domain.offers import MOVES, Move, Offer, OfferState
from services.networks.domain.safe_helping import KEEP_SAFE, NEVER_ASKED
from services.networks.entrypoints.http_engagements import MOVE_OF, Answer
from services.networks.entrypoints.http_parts import HttpParts

_TEMPLATES = Path(__file__).parent / "templates"
_BUTTONS: tuple[tuple[Answer, str], ...] = (
    ("accept", "Yes, we can help"),
    ("done", "It is done"),
    ("decline", "No, not this time"),
    ("not-safe", "This is not safe"),
)
_SAID = MappingProxyType(
    {
        OfferState.OFFERED: "Would you like to help with this?",
        OfferState.ACCEPTED: "Thank you for taking this on.",
        OfferState.DECLINED: "Thank you for telling us. Nothing more is asked of you.",
        OfferState.EXPIRED: "The time to answer is over. Nothing more is asked of you.",
        OfferState.RECALLED: "This is no longer needed. Thank you for being there.",
        OfferState.COMPLETED: "Thank you. It is marked as done.",
        OfferState.UNSAFE: "Thank you for telling us. Professionals take over now; please keep away.",
    }
)


def offer_pages(parts: HttpParts) -> APIRouter:
    """Return the pages. The link is the permission; it shows category, area, need and the council's contact only."""
    router = APIRouter(prefix="/offers", include_in_schema=False, default_response_class=HTMLResponse)
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, enable_async=False)
    style = (_TEMPLATES / "page.css").read_text()
    headers = _headers(style)

    def message(status: HTTPStatus, title: str, text: str) -> HTMLResponse:
        page = templates.get_template("message.html").render(style=style, title=title, text=text)
        return HTMLResponse(page, status, headers)

    async def page(token: str, engagement: Engagement, offer: Offer, status: HTTPStatus, note: str) -> HTMLResponse:
        asset = await parts.stores.assets.get(offer.asset_id)
        now = parts.clock.now()
        state = OfferState.EXPIRED if offer.is_due(now) else offer.state
        shown = templates.get_template("offer.html").render(
            style=style,
            about=ELIGIBLE[engagement.concern.category],
            area=await parts.area_names.name(offer.area),
            council_contact=asset.council_contact or "the council's community team",
            expires_at=offer.expires_at,
            is_waiting=state is OfferState.OFFERED,
            said=_SAID[state],
            note=note,
            keep_safe=KEEP_SAFE,
            never_asked=NEVER_ASKED,
            buttons=[(f"/offers/{token}/{answer}", answer, label) for answer, label in _BUTTONS if _may(state, answer)],
        )
        return HTMLResponse(shown, status, headers)

    @router.get("/{token}")
    async def look(token: str) -> HTMLResponse:
        try:
            engagement_id = parts.links.engagement_id(token)
            engagement = (await parts.stores.engagements.find(engagement_id)).engagement
        except (LinkNotValidError, UnknownError):
            return message(HTTPStatus.NOT_FOUND, *_NOT_OURS)
        return await page(token, engagement, engagement.offer(engagement_id), HTTPStatus.OK, "")

    @router.post("/{token}/{answer}")
    async def answer(token: str, answer: Answer) -> HTMLResponse:
        try:
            engagement_id = parts.links.engagement_id(token)
            engagement = await parts.do.answer_offer(engagement_id, MOVE_OF[answer])
        except (LinkNotValidError, EngagementNotFoundError):
            return message(HTTPStatus.NOT_FOUND, *_NOT_OURS)
        except MoveNotAllowedError:
            engagement = (await parts.stores.engagements.find(engagement_id)).engagement
            offer = engagement.offer(engagement_id)
            return await page(token, engagement, offer, HTTPStatus.CONFLICT, "That answer cannot be given any more.")
        return await page(token, engagement, engagement.offer(engagement_id), HTTPStatus.OK, "")

    return router


_NOT_OURS = (
    "This link does not work",
    "Please check that the whole address was copied, or ask the person named in the message.",
)


def _may(state: OfferState, answer: Answer) -> bool:
    move = MOVE_OF[answer]
    return (state, move) in MOVES and (state in {OfferState.OFFERED, OfferState.ACCEPTED} or move is Move.FIND_UNSAFE)


def _headers(style: str) -> dict[str, str]:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
        "X-Content-Type-Options": "nosniff",
    }
