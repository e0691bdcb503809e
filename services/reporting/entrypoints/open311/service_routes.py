"""What this endpoint is, which services it has, and what it asks for each."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.domain.categories import KIND_OF, KINDS
from services.reporting.entrypoints.open311.arguments import query_of
from services.reporting.entrypoints.open311.desk import PATH, GeoReport, Profile
from services.reporting.entrypoints.open311.documentation import query, responses
from services.reporting.entrypoints.open311.errors import answered, not_found
from services.reporting.entrypoints.open311.forms import FORMS, Form
from services.reporting.entrypoints.open311.questions import definition_of
from services.reporting.entrypoints.open311.views import service_of

#: When the services and their questions last changed.
CHANGESET = "2026-11-22T00:00:00Z"
_SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
_SERVICES = [service_of(kind) for kind in KINDS]


def add_service_routes(router: APIRouter, geo: GeoReport, form: Form) -> None:
    """Add the routes in one form."""

    @router.get(f"/open311/discovery.{form.ending}", summary="What this endpoint is", responses=responses(form))
    async def discovery() -> Response:
        return form.answer("discovery", _discovery_of(geo.profile))

    @router.get(
        f"{PATH}/services.{form.ending}",
        summary="The kinds of request",
        responses=responses(form),
        openapi_extra=query("lat", "long"),
    )
    async def services(request: Request) -> Response:
        async def listed() -> Response:
            geo.profile.check(query_of(request))
            return form.answer("services", _SERVICES)

        return await answered(form, listed())

    @router.get(
        f"{PATH}/services/{{service_code}}.{form.ending}",
        summary="What is asked for a kind of request",
        responses=responses(form),
        openapi_extra=query(),
    )
    async def definition(service_code: str, request: Request) -> Response:
        async def defined() -> Response:
            geo.profile.check(query_of(request))
            if service_code not in KIND_OF:
                raise not_found("service_code does not exist")
            return form.answer("service_definition", definition_of(service_code))

        return await answered(form, defined())


def _discovery_of(profile: Profile) -> dict[str, Any]:
    return {
        "changeset": CHANGESET,
        "contact": profile.contact,
        "key_service": profile.key_service,
        "endpoints": [
            {
                "specification": _SPECIFICATION,
                "url": profile.url + PATH,
                "changeset": CHANGESET,
                "type": "test" if profile.is_test else "production",
                "formats": [form.media_type.partition(";")[0] for form in reversed(FORMS)],
            }
        ],
    }
