"""Are two versions of a schema readable both ways? Full compatibility: old readers new data, new readers old data."""

from collections.abc import Iterator, Mapping
from typing import Any

_SAID_FOR_PEOPLE = frozenset({"title", "description", "default", "examples", "$defs", "$id", "$schema"})


def incompatibilities(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Return what breaks a reader, each naming its field; empty where both ways work.

    Only optional fields may come and go. What a field may hold must stay the same: less would refuse old data, more
    would be refused by readers who were there before.
    """
    return list(_differences(_resolved(old, old), _resolved(new, new), ""))


def _differences(old: Mapping[str, Any], new: Mapping[str, Any], field: str) -> Iterator[str]:
    name = field or "the event"
    for keyword in sorted((old.keys() | new.keys()) - {"properties", "required", "items", "additionalProperties"}):
        before, after = old.get(keyword), new.get(keyword)
        if _ordered(before) != _ordered(after):
            yield f"{name}: {keyword} changed from {before} to {after}"
    for keyword in ("items", "additionalProperties"):
        before, after = old.get(keyword), new.get(keyword)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _differences(before, after, f"{field}[]")
        elif before != after:
            yield f"{name}: {keyword} changed"
    yield from _differences_of_fields(old, new, field)


def _differences_of_fields(old: Mapping[str, Any], new: Mapping[str, Any], field: str) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    needed_before, needed_after = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(before.keys() | after.keys()):
        path = f"{field}.{name}" if field else name
        if name in needed_before and name not in after:
            yield f"{path}: removed, and old readers require it"
        elif name in needed_after and name not in before:
            yield f"{path}: added as required, and old data lack it"
        elif (name in needed_before) != (name in needed_after):
            yield f"{path}: required {'before' if name in needed_before else 'now'} and optional otherwise"
        elif name in before and name in after:
            yield from _differences(before[name], after[name], path)


def _resolved(schema: Any, root: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_resolved(part, root) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    if "$ref" in schema:
        return _resolved(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    return {
        keyword: {name: _resolved(part, root) for name, part in value.items()}
        if keyword == "properties"
        else _resolved(value, root)
        for keyword, value in schema.items()
        if keyword not in _SAID_FOR_PEOPLE
    }


def _ordered(value: Any) -> Any:
    return sorted(value, key=str) if isinstance(value, list) else value
