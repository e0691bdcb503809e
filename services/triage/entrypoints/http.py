"""Triage over HTTP: the policy here, every other matter in a file of its own."""

from typing import Any

from fastapi import APIRouter

from services.triage.application.use_cases import UseCases
from services.triage.entrypoints.assessments import assessments
from services.triage.entrypoints.http_cases import case_routes
from services.triage.entrypoints.http_dash import dash_routes
from services.triage.entrypoints.http_moves import handover_routes, move_routes
from services.triage.entrypoints.http_patterns import pattern_routes
from shared.web.paging import Cursors
from shared.web.rate_limit import RateLimiter


def routers(use_cases: UseCases, secret: bytes, limiter: RateLimiter) -> tuple[APIRouter, ...]:
    """Return triage's routes over its use cases; `secret` signs the cursors of lists."""
    return (
        assessments(use_cases.assess_intake, limiter),
        _policy(use_cases),
        case_routes(use_cases, Cursors(secret, "cases")),
        move_routes(use_cases),
        handover_routes(use_cases),
        dash_routes(use_cases),
        pattern_routes(use_cases.ask_for_patterns, Cursors(secret, "patterns")),
    )


def _policy(use_cases: UseCases) -> APIRouter:
    router = APIRouter(prefix="/v1", tags=["policy"])

    @router.get("/policy", summary="The policy in force")
    async def policy() -> dict[str, Any]:
        """Return every rule, category, flag, grade and weight by which decisions are made, with version and hash."""
        return dict(use_cases.describe_policy())

    return router
