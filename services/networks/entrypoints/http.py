"""Networks' HTTP interface, joined."""

from fastapi import APIRouter

from services.networks.entrypoints.http_areas import area_routes
from services.networks.entrypoints.http_assets import asset_routes
from services.networks.entrypoints.http_checks import check_routes
from services.networks.entrypoints.http_engagements import engagement_routes
from services.networks.entrypoints.http_hsds import feeds
from services.networks.entrypoints.http_parts import HttpParts
from services.networks.entrypoints.http_people import group_routes, people_routes
from services.networks.entrypoints.http_reviews import review_routes
from services.networks.entrypoints.offer_pages import offer_pages

__all__ = ["HttpParts", "routers"]


def routers(parts: HttpParts) -> tuple[APIRouter, ...]:
    """Return every router of networks."""
    return (
        review_routes(parts),
        asset_routes(parts),
        check_routes(parts),
        engagement_routes(parts),
        people_routes(parts),
        group_routes(parts),
        area_routes(parts),
        offer_pages(parts),
        *feeds(parts),
    )
