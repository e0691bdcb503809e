"""/v1/assets: the register of assets."""

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from services.networks.domain.asset import Asset
from services.networks.domain.errors import AssetNotFoundError, InvalidAssetError
from services.networks.entrypoints.http_parts import COORDINATOR, NOTIFY, HttpParts, IdPages, Patch
from services.networks.entrypoints.merge_patch import patched
from services.networks.entrypoints.views import AssetBody, AssetContactView, AssetView
from shared.runtime.ids import new_id
from shared.web.identity import require
from shared.web.paging import Cursor, Limit, Page
from shared.web.preconditions import etag, if_match


def asset_routes(parts: HttpParts) -> APIRouter:
    """Return the routes; entries are for coordinators, the contact for notify alone."""
    router = APIRouter(prefix="/v1/assets", tags=["assets"])
    coordinator = [Depends(require(*COORDINATOR))]
    pages = IdPages(parts.secret, "assets")

    def shown(asset: Asset, response: Response) -> AssetView:
        response.headers["ETag"] = etag(asset.version)
        return AssetView.shown(asset, parts.clock.now().date())

    @router.post("", status_code=HTTPStatus.CREATED, dependencies=coordinator, summary="Enter an asset, as proposed")
    async def enter(body: AssetBody, response: Response) -> AssetView:
        today = parts.clock.now().date()
        fields = {"last_confirmed": today} | body.fields()
        _check_confirmed(body, parts)
        asset = await parts.do.enter_asset(Asset(id=new_id(), **fields))
        response.headers["Location"] = f"/v1/assets/{asset.id}"
        return shown(asset, response)

    @router.get("", dependencies=coordinator, summary="List assets")
    async def page(limit: Limit = 50, cursor: Cursor = None) -> Page[AssetView]:
        assets = await parts.stores.assets.page(pages.after(cursor), limit)
        today = parts.clock.now().date()
        items = [AssetView.shown(asset, today) for asset in assets]
        return Page(items=items, next=pages.next([asset.id for asset in assets], limit))

    @router.get("/{asset_id}", dependencies=coordinator, summary="Show an asset")
    async def show(asset_id: UUID, response: Response) -> AssetView:
        return shown(await parts.stores.assets.get(asset_id), response)

    @router.patch("/{asset_id}", dependencies=coordinator, summary="Change an asset")
    async def change(
        asset_id: UUID, patch: Patch, version: Annotated[int, Depends(if_match)], response: Response
    ) -> AssetView:
        def change_of(asset: Asset) -> Asset:
            body = patched(AssetBody.of(asset), patch)
            _check_confirmed(body, parts)
            return replace(asset, **body.fields())

        return shown(await parts.do.change_asset(asset_id, version, change_of), response)

    @router.get("/{asset_id}/contact", dependencies=[Depends(require(*NOTIFY))], summary="Whom to write to")
    async def contact(asset_id: UUID, response: Response) -> AssetContactView:
        asset = await parts.stores.assets.get(asset_id)
        if asset.contact is None:
            raise AssetNotFoundError("this asset has no contact")
        response.headers["Cache-Control"] = "no-store"
        to = asset.contact
        return AssetContactView(name=asset.name, contact_name=to.name, email=to.email, language=to.language)

    return router


def _check_confirmed(body: AssetBody, parts: HttpParts) -> None:
    if body.last_confirmed is not None and body.last_confirmed > parts.clock.now().date():
        raise InvalidAssetError("last_confirmed lies in the future")
