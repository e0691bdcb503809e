"""All routes of the service."""

from collections.abc import Sequence

from fastapi import APIRouter

from services.reporting.entrypoints.http import Desk, intake_router, reporters_router, siblings_router
from services.reporting.entrypoints.http_follow_up import follow_up_router, team_router
from services.reporting.entrypoints.http_privacy import privacy_router
from services.reporting.entrypoints.open311.desk import GeoReport
from services.reporting.entrypoints.open311.routes import open311_router


def routers(desk: Desk, open311: GeoReport) -> Sequence[APIRouter]:
    """Return the routers."""
    return (
        intake_router(desk),
        reporters_router(desk),
        siblings_router(desk),
        open311_router(open311),
        privacy_router(desk.use_cases.personal),
        follow_up_router(desk.use_cases.personal, desk.answers),
        team_router(desk.use_cases.personal, desk.answers),
    )
