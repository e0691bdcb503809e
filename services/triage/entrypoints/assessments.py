"""Dry runs over HTTP: what a report would get, for anybody, at a pace that leaves the service to its work."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from services.triage.application.assess_intake import AssessIntake
from services.triage.entrypoints.decision_views import DecisionView
from services.triage.entrypoints.views import AssessmentRequest
from shared.web.rate_limit import RateLimiter


def assessments(assess_intake: AssessIntake, limiter: RateLimiter) -> APIRouter:
    """Return the route for dry runs; who asks too often is told when to ask again."""
    router = APIRouter(prefix="/v1", tags=["assessments"])

    @router.post("/assessments", summary="Assess a report without storing anything", response_model=DecisionView)
    async def assess(asked: AssessmentRequest, request: Request, response: Response) -> Mapping[str, Any]:
        """Return the decision record that this report would get; nothing is stored and nobody is told."""
        allowance = limiter.check(request.client.host if request.client else "unknown")
        response.headers.update(allowance.headers)
        return assess_intake(asked, asked.text)

    return router
