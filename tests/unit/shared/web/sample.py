"""An application with a few routes, as every service builds one."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import httpx
from fastapi import APIRouter, FastAPI, HTTPException, Request
from prometheus_client import CollectorRegistry
from pydantic import BaseModel, ConfigDict, Field, field_validator

from shared.runtime.errors import TransientError
from shared.runtime.health import Health
from shared.web.strict_json import read_json


class CaseClosedError(Exception):
    """A service's own error."""


class Place(BaseModel):
    lat: float = Field(ge=-90, le=90)


class Intake(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=50)
    place: Place | None = None

    @field_validator("text")
    @classmethod
    def _no_shouting(cls, text: str) -> str:
        if text.isupper():
            raise ValueError(f"please do not shout {text}")
        return text


def sample_routes() -> APIRouter:
    router = APIRouter(prefix="/v1")

    @router.post("/intakes/{number}")
    async def submit(number: int, intake: Intake) -> Intake:
        return intake

    @router.post("/raw")
    async def raw(request: Request) -> dict[str, Any]:
        return {"read": read_json(await request.body())}

    @router.post("/form")
    async def form(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    @router.get("/fails/{kind}")
    async def fails(kind: str) -> None:
        errors: dict[str, Exception] = {
            "closed": CaseClosedError("The case is closed."),
            "outage": TransientError("mongodb://user:hunter2@store"),
            "bug": RuntimeError("jane@example.org said so"),
            "teapot": HTTPException(418, headers={"X-Tea": "yes"}),
            "limit": HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "slowly"),
        }
        raise errors[kind]

    return router


@dataclass(frozen=True, slots=True)
class Api:
    """A client of the application, and what the application was built from."""

    client: httpx.AsyncClient
    app: FastAPI
    health: Health
    registry: CollectorRegistry

    async def send(
        self, body: bytes, *, path: str = "/v1/intakes/1", media: str = "application/json"
    ) -> httpx.Response:
        return await self.client.post(path, content=body, headers={"Content-Type": media})
