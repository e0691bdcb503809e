"""Triage over HTTP: every matter in a file of its own."""

from fastapi import APIRouter

from services.triage.application.use_cases import UseCases
from services.triage.entrypoints.assessments import assessments
from services.triage.entrypoints.http_case_reviews import case_review_routes
from services.triage.entrypoints.http_cases import case_routes
from services.triage.entrypoints.http_dash import dash_routes
from services.triage.entrypoints.http_moves import handover_routes, move_routes
from services.triage.entrypoints.http_patterns import pattern_routes
from services.triage.entrypoints.http_problems import problem_routes
from services.triage.entrypoints.policy_page import policy_page
from shared.web.paging import Cursors
from shared.web.rate_limit import RateLimiter


def routers(use_cases: UseCases, secret: bytes, limiter: RateLimiter) -> tuple[APIRouter, ...]:
    """Return triage's routes over its use cases; `secret` signs the cursors of lists."""
    return (
        assessments(use_cases.assess_intake, limiter),
        policy_page(use_cases.describe_policy),
        case_routes(use_cases, Cursors(secret, "cases")),
        move_routes(use_cases),
        handover_routes(use_cases),
        dash_routes(use_cases),
        case_review_routes(use_cases.casework.case_reviews),
        problem_routes(use_cases.casework.problems),
        pattern_routes(use_cases.ask_for_patterns, Cursors(secret, "patterns")),
    )
