"""/hsds: the public directory as an Open Referral UK feed. Anybody may read it, from any page, and keep a copy.

`/hsds/v1` is the same feed in the envelope of version 1.0, for clients that still ask for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from services.networks.application.taxonomy_ids import CODE_OF_TAXONOMY, CODE_OF_TERM
from services.networks.domain.asset import Asset
from services.networks.domain.directory import Directory
from services.networks.domain.directory_search import found
from services.networks.domain.errors import ListingNotFoundError
from services.networks.domain.taxonomy import TAXONOMIES, TERM_OF, TERMS
from services.networks.entrypoints.hsds_answers import Cut, answered, cut_of, hsds_page, legacy_page
from services.networks.entrypoints.hsds_queries import FeedRoute, PageAsked, PlacesAsked, ServicesAsked
from services.networks.entrypoints.hsds_views import (
    HsdsApi,
    HsdsFullServiceAtLocation,
    HsdsPage,
    HsdsService,
    HsdsServiceAtLocation,
    HsdsServiceSummary,
    HsdsTaxonomy,
    HsdsTerm,
    LegacyPage,
)
from services.networks.entrypoints.hsds_writing import (
    full_service_at_location_view,
    placed_id,
    service_at_location_view,
    service_view,
    summary_view,
    taxonomy_view,
    term_view,
)
from services.networks.entrypoints.http_parts import HttpParts

FEED = "/hsds"
_TAXONOMY_OF = {taxonomy.code: taxonomy for taxonomy in TAXONOMIES}


@dataclass(frozen=True, slots=True)
class Envelope:
    """How pages of one version are wrapped."""

    prefix: str
    page: Callable[[Cut, Sequence[BaseModel]], BaseModel]
    model: Any


ENVELOPES = (Envelope(f"{FEED}/v1", legacy_page, LegacyPage), Envelope(FEED, hsds_page, HsdsPage))


def feeds(parts: HttpParts) -> tuple[APIRouter, ...]:
    """Return the feed's routes, in each envelope."""
    return tuple(
        routes(parts, envelope) for envelope in ENVELOPES for routes in (_about, _vocabularies, _services, _places)
    )


def _router(envelope: Envelope) -> APIRouter:
    return APIRouter(prefix=envelope.prefix, tags=["open referral uk"], route_class=FeedRoute)


def _about(_: HttpParts, envelope: Envelope) -> APIRouter:
    router = _router(envelope)

    @router.get("", include_in_schema=False)
    @router.get("/", response_model=HsdsApi, summary="What this feed is")
    async def about(request: Request) -> Response:
        return answered(request, HsdsApi(openapi_url=str(request.url_for("openapi"))))

    return router


def _vocabularies(_: HttpParts, envelope: Envelope) -> APIRouter:
    router, page_model = _router(envelope), envelope.model

    @router.get("/taxonomies", response_model=page_model[HsdsTaxonomy], summary="Vocabularies")
    async def taxonomies(request: Request, query: PageAsked) -> Response:
        cut = cut_of(TAXONOMIES, query)
        return answered(request, envelope.page(cut, [taxonomy_view(item) for item in TAXONOMIES[cut.held]]))

    @router.get("/taxonomies/{taxonomy_id}", response_model=HsdsTaxonomy, summary="A vocabulary")
    async def taxonomy(request: Request, taxonomy_id: UUID) -> Response:
        return answered(request, taxonomy_view(_TAXONOMY_OF[_code(CODE_OF_TAXONOMY, taxonomy_id)]))

    @router.get("/taxonomy_terms", response_model=page_model[HsdsTerm], summary="Words of the vocabularies")
    async def terms(request: Request, query: PageAsked) -> Response:
        cut = cut_of(TERMS, query)
        return answered(request, envelope.page(cut, [term_view(item) for item in TERMS[cut.held]]))

    @router.get("/taxonomy_terms/{term_id}", response_model=HsdsTerm, summary="A word of a vocabulary")
    async def term(request: Request, term_id: UUID) -> Response:
        return answered(request, term_view(TERM_OF[_code(CODE_OF_TERM, term_id)]))

    return router


def _services(parts: HttpParts, envelope: Envelope) -> APIRouter:
    router = _router(envelope)

    @router.get("/services", response_model=envelope.model[HsdsServiceSummary], summary="Services")
    async def services(request: Request, query: ServicesAsked) -> Response:
        directory = await parts.do.show_directory()
        matching = found(directory, query.asked())
        cut = cut_of(matching, query)
        return answered(request, envelope.page(cut, [summary_view(a, directory.day) for a in matching[cut.held]]))

    @router.get("/services/{service_id}", response_model=HsdsService, summary="A service, whole")
    async def service(request: Request, service_id: UUID) -> Response:
        directory = await parts.do.show_directory()
        asset = directory.assets.get(service_id)
        if asset is None:
            raise ListingNotFoundError("there is no such service in this directory")
        return answered(request, service_view(asset, directory.day, await _area_names(parts, asset)))

    return router


def _places(parts: HttpParts, envelope: Envelope) -> APIRouter:
    router = _router(envelope)

    @router.get("/service_at_locations", response_model=envelope.model[HsdsServiceAtLocation], summary="At places")
    async def places(request: Request, query: PlacesAsked) -> Response:
        directory = await parts.do.show_directory()
        placed = [asset for asset in found(directory, query.asked()) if asset.listing.place]
        cut = cut_of(placed, query)
        views = [service_at_location_view(asset, directory.day) for asset in placed[cut.held]]
        return answered(request, envelope.page(cut, views))

    @router.get("/service_at_locations/{placed}", response_model=HsdsFullServiceAtLocation, summary="A service's place")
    async def place(request: Request, placed: UUID) -> Response:
        directory = await parts.do.show_directory()
        asset = _placed(directory, placed)
        view = full_service_at_location_view(asset, directory.day, await _area_names(parts, asset))
        return answered(request, view)

    return router


def _placed(directory: Directory, identifier: UUID) -> Asset:
    for asset in directory.assets.values():
        if asset.listing.place and placed_id(asset) == identifier:
            return asset
    raise ListingNotFoundError("there is no such place in this directory")


def _code(codes: Mapping[UUID, str], identifier: UUID) -> str:
    if identifier not in codes:
        raise ListingNotFoundError("there is no such word or vocabulary in this directory")
    return codes[identifier]


async def _area_names(parts: HttpParts, asset: Asset) -> Mapping[str, str]:
    return {code: await parts.area_names.name(code) for code in asset.areas}
