"""The routes by which what is personal is erased."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from services.reporting.application.personal_data import Part
from services.reporting.application.use_cases import UseCases
from shared.web.identity import Principal, require

_Supervisor = Annotated[Principal, Depends(require("supervisor"))]


class EraseIn(BaseModel):
    """What to erase and why. Words and places are kept where a public task or a legal claim needs them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parts: Annotated[list[Part], Field(min_length=1, max_length=len(Part))] = [Part.CONTACT]
    reason: Literal["subject_request", "objection", "recorded_in_error", "court_order"]


class ErasedOut(BaseModel):
    """What is gone for good."""

    report_id: UUID
    erased_at: datetime
    parts: list[Part]


def privacy_router(use_cases: UseCases) -> APIRouter:
    """Return the routes of erasure."""
    router = APIRouter(tags=["privacy"])

    @router.post("/v1/reports/{report_id}:erase", summary="Erase personal parts of a report for good")
    async def erase(report_id: UUID, asked: EraseIn, supervisor: _Supervisor, response: Response) -> ErasedOut:
        response.headers["Cache-Control"] = "no-store"
        removal = await use_cases.erase_report(report_id, asked.parts, by=supervisor.subject, reason=asked.reason)
        return ErasedOut(report_id=report_id, erased_at=removal.at, parts=list(removal.parts))

    return router
