"""Webhooks over HTTP: a partner's own, and nobody else's."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.notify.application.webhooks import Webhooks, Wish
from services.notify.domain.agreement import Agreement
from services.notify.domain.errors import StreamUnknownError, WebhookRefusedError
from services.notify.entrypoints.callers import Reader, caller_from
from services.notify.entrypoints.webhook_views import (
    AttemptsView,
    NewWebhookView,
    RecoveryView,
    RecoveryWish,
    TestView,
    WebhookList,
    WebhookView,
    WebhookWish,
    delivery_view,
    new_webhook_view,
    webhook_view,
)
from shared.web.problem import ProblemError

_NOT_STORED = {"Cache-Control": "no-store"}


def webhooks_router(webhooks: Webhooks, agreements: Sequence[Agreement]) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"])

    @router.post("", status_code=HTTPStatus.CREATED, summary="Register; the secret is shown this once")
    async def register(wish: WebhookWish, principal: Reader, response: Response) -> NewWebhookView:
        asked = Wish(wish.url, tuple(wish.streams), tuple(wish.types), wish.payload)
        try:
            endpoint, secret = await webhooks.register(caller_from(principal, agreements), asked)
        except WebhookRefusedError as error:
            raise _refusal(error.field, str(error)) from error
        except StreamUnknownError as error:
            raise _refusal("streams", str(error)) from error
        response.headers.update(_NOT_STORED | {"Location": f"/v1/webhooks/{endpoint.id}"})
        return new_webhook_view(endpoint, secret)

    @router.get("", summary="Your webhooks")
    async def all_of_mine(principal: Reader) -> WebhookList:
        found = await webhooks.of(caller_from(principal, agreements))
        return WebhookList(webhooks=[webhook_view(endpoint) for endpoint in found])

    @router.get("/{identifier}", summary="One of your webhooks")
    async def one(identifier: UUID, principal: Reader) -> WebhookView:
        return webhook_view(await webhooks.one(caller_from(principal, agreements), identifier))

    @router.delete("/{identifier}", status_code=HTTPStatus.NO_CONTENT, summary="Remove one")
    async def remove(identifier: UUID, principal: Reader) -> None:
        await webhooks.remove(caller_from(principal, agreements), identifier)

    @router.get("/{identifier}/attempts", summary="The latest deliveries and every try")
    async def attempts(
        identifier: UUID, principal: Reader, limit: Annotated[int, Query(ge=1, le=200)] = 50
    ) -> AttemptsView:
        found = await webhooks.attempts(caller_from(principal, agreements), identifier, limit)
        return AttemptsView(deliveries=[delivery_view(delivery) for delivery in found])

    _add_moves(router, webhooks, agreements)
    return router


def _add_moves(router: APIRouter, webhooks: Webhooks, agreements: Sequence[Agreement]) -> None:
    @router.post("/{identifier}/rotate", summary="A new secret; for 24 hours both sign")
    async def rotate(identifier: UUID, principal: Reader, response: Response) -> NewWebhookView:
        endpoint, secret = await webhooks.rotate(caller_from(principal, agreements), identifier)
        response.headers.update(_NOT_STORED)
        return new_webhook_view(endpoint, secret)

    @router.post("/{identifier}/enable", summary="Switch one on again")
    async def enable(identifier: UUID, principal: Reader) -> WebhookView:
        return webhook_view(await webhooks.enable(caller_from(principal, agreements), identifier))

    @router.post("/{identifier}/test", status_code=HTTPStatus.ACCEPTED, summary="Send an event that says nothing")
    async def test(identifier: UUID, principal: Reader) -> TestView:
        return TestView(delivery_id=await webhooks.test(caller_from(principal, agreements), identifier))

    @router.post("/{identifier}/recover", status_code=HTTPStatus.ACCEPTED, summary="Send again what was missed")
    async def recover(identifier: UUID, wish: RecoveryWish, principal: Reader) -> RecoveryView:
        count = await webhooks.recover(caller_from(principal, agreements), identifier, wish.since)
        return RecoveryView(recovering=count)


def _refusal(field: str, detail: str) -> ProblemError:
    return ProblemError(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "What was sent does not have the form that is asked for.",
        type="/problems/validation",
        errors=[{"pointer": f"/{field}", "detail": detail}],
    )
