"""JSON merge patch (RFC 7396): change what is named, remove what is null, leave the rest."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from shared.web.errors import validation_problem

B = TypeVar("B", bound=BaseModel)


def patched(body: B, patch: Mapping[str, Any]) -> B:
    """Return the body after the patch, or raise the 422 that names the field."""
    try:
        return type(body).model_validate(_merged(body.model_dump(mode="json"), patch))
    except ValidationError as error:
        errors = error.errors(include_url=False)
        raise validation_problem([{**found, "loc": ("body", *found["loc"])} for found in errors]) from None


def _merged(target: Any, patch: Any) -> Any:
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), value)
    return merged
