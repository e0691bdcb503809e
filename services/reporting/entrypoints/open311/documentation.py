"""What the OpenAPI document says of GeoReport's routes, whose arguments are read by their own rules."""

from typing import Any

from services.reporting.entrypoints.open311.forms import Form

URLENCODED = "application/x-www-form-urlencoded"

#: An empty argument is as good as none; beyond this GeoReport's own rules decide.
_PATTERNS = {"page": r"^\s*[0-9]*\s*$", "page_size": r"^\s*[0-9]*\s*$"}
_ERRORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["code", "description"],
        "properties": {"code": {"type": "integer"}, "description": {"type": "string"}},
    },
}
_MEANINGS = {
    400: "Something is missing or cannot be understood.",
    403: "The key is missing or nobody's.",
    404: "There is no such thing, or it is nobody's business.",
    429: "Too much at once; Retry-After says when to come back.",
    503: "Please send it again in a moment.",
}


def responses(form: Form, *more: int, success: int = 200) -> dict[int | str, dict[str, Any]]:
    """Describe the answers of a route in one form."""
    media_type = form.media_type.partition(";")[0]
    schema: dict[str, Any] = {"schema": _ERRORS} if form.ending == "json" else {}
    told: dict[int | str, Any] = {
        code: {"description": _MEANINGS[code], "content": {media_type: schema}} for code in (400, 404, 503, *more)
    }
    return {success: {"description": "As GeoReport v2 has it.", "content": {media_type: {}}}, **told}


def query(*names: str) -> dict[str, Any]:
    """Describe arguments that a route takes from its query, all of them optional strings."""
    return {"parameters": [_parameter(name) for name in ("jurisdiction_id", *names)]}


def form_body(*required: str) -> dict[str, Any]:
    """Describe a form's arguments; any others are ignored."""
    properties = {name: {"type": "string"} for name in ("api_key", "jurisdiction_id", *required)}
    schema = {"type": "object", "required": list(required), "properties": properties}
    return {"requestBody": {"required": True, "content": {URLENCODED: {"schema": schema}}}}


def _parameter(name: str) -> dict[str, Any]:
    pattern = {"pattern": _PATTERNS[name]} if name in _PATTERNS else {}
    return {"name": name, "in": "query", "required": False, "schema": {"type": "string", **pattern}}
