"""DASH over HTTP: recorded by trained people; the answers are never shown again."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from services.triage.application.use_cases import UseCases
from services.triage.domain.dash import Dash
from services.triage.domain.errors import MoveNotAllowedError
from services.triage.entrypoints.case_views import CaseView, case_view_of
from services.triage.entrypoints.http_parts import ProfessionalLooking, SeenVersion, actor_of
from services.triage.entrypoints.problems import not_allowed
from shared.web.identity import require
from shared.web.preconditions import etag


class DashRequest(BaseModel):
    """One assessment: an answer to each question of the tool, in its order, and the professional's own judgement."""

    model_config = ConfigDict(extra="forbid")

    tool: Literal["safelives_dash", "police_dash_2009"]
    answers: list[bool] = Field(min_length=24, max_length=27)
    professional_judgement: bool
    da_events_12m: int = Field(ge=0, le=1000)
    repeat_marac: bool


def dash_routes(use_cases: UseCases) -> APIRouter:
    """Return the route that records a DASH."""
    trained = Depends(require("dash_trained"))
    router = APIRouter(prefix="/v1/cases/{case_id}/dash", tags=["domestic abuse"], dependencies=[trained])

    @router.post("", summary="Record a DASH; a case that meets a MARAC criterion gets a referral task")
    async def record(
        case_id: UUID, asked: DashRequest, mover: ProfessionalLooking, seen: SeenVersion, response: Response
    ) -> CaseView:
        """Keep the answers in their restricted store and return the case with what follows from them."""
        await mover.at(case_id, use_cases, "dash")
        dash = Dash(**asked.model_dump(exclude={"answers"}), answers=tuple(asked.answers))
        try:
            case = await use_cases.casework.record_dash(case_id, seen, dash, actor_of(mover.principal))
        except MoveNotAllowedError as error:
            raise not_allowed(error) from None
        await use_cases.casework.view_cases.noted(case, mover.view("dash"))
        response.headers["ETag"] = etag(case.version)
        return case_view_of(case)

    return router
