"""/v1/areas: what areas are called, and how often the police recorded what in them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, Field

from services.networks.entrypoints.http_parts import COORDINATOR, READERS, HttpParts
from services.networks.entrypoints.listing_views import Text
from services.networks.entrypoints.views import Code
from shared.web.identity import require


class AreaNamesBody(BaseModel):
    """Names by code."""

    names: Annotated[dict[Code, Text], Field(max_length=2000)]


class AreaCountView(BaseModel):
    """Incidents of one category in one month, as the police published them."""

    month: str
    category: str
    count: int


class AreaCountsView(BaseModel):
    """An area's counts with their source, which the licence asks to be shown."""

    area: str
    name: str
    items: list[AreaCountView]
    attribution: str = (
        "Contains public sector information licensed under the Open Government Licence v3.0. "
        "Crime data: data.police.uk."
    )


def area_routes(parts: HttpParts) -> APIRouter:
    """Return the routes; counts of small areas are for staff, since small numbers can point to people."""
    router = APIRouter(prefix="/v1/areas", tags=["areas"])

    @router.put("/names", status_code=204, dependencies=[Depends(require(*COORDINATOR))], summary="Name areas")
    async def name(body: AreaNamesBody) -> None:
        await parts.area_names.put(body.names)

    @router.get("/{code}/police-counts", dependencies=[Depends(require(*READERS))], summary="Police counts by month")
    async def counts(code: Annotated[str, Path(max_length=64)]) -> AreaCountsView:
        found = await parts.area_counts.of_area(code)
        items = [AreaCountView(month=c.month, category=c.category, count=c.count) for c in found]
        return AreaCountsView(area=code, name=await parts.area_names.name(code), items=items)

    return router
