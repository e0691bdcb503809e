"""The page that explains an API, with its script and style from this process: no third party learns who reads it."""

from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from shared.web.problem import MEDIA_TYPE

_ASSETS = "/docs/assets"

_PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "A problem detail (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "trace_id": {"type": "string", "description": "Tell us this when you ask about the problem."},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {
                    "pointer": {"type": "string", "format": "json-pointer"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_PROBLEM_RESPONSE = {
    "description": "Anything else is a problem detail.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def serve_docs(app: FastAPI) -> None:
    """Add the page and its parts."""
    app.mount(_ASSETS, StaticFiles(directory=str(files("fastapi_offline") / "static")), name="docs-assets")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=f"{app.title}: its API",
            swagger_js_url=f"{_ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{_ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{_ASSETS}/favicon.png",
        )


def with_problems(document: dict[str, Any]) -> dict[str, Any]:
    """Say in an OpenAPI document that every error is a problem detail, in place of FastAPI's own error form."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas["Problem"] = _PROBLEM_SCHEMA
    for path in document.get("paths", {}).values():
        for operation in path.values():
            responses = operation.get("responses")
            if responses is not None:
                _describe(responses)
    return document


def _describe(responses: dict[str, Any]) -> None:
    responses.setdefault("default", _PROBLEM_RESPONSE)
    content = responses.get("422", {}).get("content", {})
    if "HTTPValidationError" in str(content):
        del responses["422"]
