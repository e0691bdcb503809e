"""All routes of GeoReport v2."""

from fastapi import APIRouter
from starlette.responses import Response

from services.reporting.entrypoints.open311.desk import GeoReport
from services.reporting.entrypoints.open311.forms import FORMS
from services.reporting.entrypoints.open311.request_routes import add_request_routes, sending_router
from services.reporting.entrypoints.open311.service_routes import add_service_routes
from services.reporting.entrypoints.open311.update_routes import add_update_routes

OPEN311_PATH = "/open311/"


def open311_router(geo: GeoReport) -> APIRouter:
    """Return the routes in both forms, those by which requests are sent first."""
    reading = APIRouter(tags=["open311"], default_response_class=Response)
    for form in FORMS:
        add_service_routes(reading, geo, form)
        add_request_routes(reading, geo, form)
        add_update_routes(reading, geo, form)
    router = APIRouter()
    router.include_router(sending_router(geo))
    router.include_router(reading)
    return router
