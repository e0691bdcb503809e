"""All routes of the service."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter

from services.reporting.entrypoints.batches import BATCH_PATH, MOST_BYTES, batch_router
from services.reporting.entrypoints.channels import EMAIL_PATH, MAIL, MOST_MAIL_BYTES, channels_router
from services.reporting.entrypoints.http import REPORTS_PATH, Desk, intake_router, reporters_router, siblings_router
from services.reporting.entrypoints.http_concerns import ConcernsDesk, concerns_router
from services.reporting.entrypoints.http_follow_up import follow_up_router, team_router
from services.reporting.entrypoints.http_photos import MEDIA_TYPES, MOST_PHOTO_BYTES, PHOTOS_PATH, photo_router
from services.reporting.entrypoints.http_privacy import privacy_router
from services.reporting.entrypoints.open311.desk import GeoReport
from services.reporting.entrypoints.open311.documentation import URLENCODED
from services.reporting.entrypoints.open311.routes import OPEN311_PATH, open311_router
from shared.web.body_guard import BodyLimits
from shared.web.signed_requests import SignedSenders

LIMITS = BodyLimits(
    read_by_route=frozenset({REPORTS_PATH, BATCH_PATH}),
    other_types={OPEN311_PATH: frozenset({URLENCODED}), EMAIL_PATH: frozenset({MAIL}), PHOTOS_PATH: MEDIA_TYPES},
    larger={BATCH_PATH: MOST_BYTES, EMAIL_PATH: MOST_MAIL_BYTES, PHOTOS_PATH: MOST_PHOTO_BYTES},
)
"""What bodies the routes take."""


def routers(
    desk: Desk, open311: GeoReport, concerns: ConcernsDesk, senders: Mapping[str, SignedSenders]
) -> Sequence[APIRouter]:
    """Return the routers; `senders` are the gateways of each channel."""
    return (
        intake_router(desk),
        batch_router(desk),
        channels_router(desk, senders),
        concerns_router(concerns),
        reporters_router(desk),
        siblings_router(desk),
        open311_router(open311),
        privacy_router(desk.use_cases.personal),
        follow_up_router(desk.use_cases.personal, desk.answers),
        photo_router(desk.use_cases.personal.attach_photo),
        team_router(desk.use_cases.personal, desk.answers),
    )
