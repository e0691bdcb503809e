"""The portable subset of MongoDB's filters and updates, on dictionaries: what the in-memory store is made of."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from operator import ge, gt, le, lt
from typing import Any
from uuid import UUID

from shared.persistence.store import Document

_MISSING = object()
_PLAIN = (bool, int, float, str, bytes, UUID, type(None))
_RANKS: tuple[tuple[type | tuple[type, ...], int], ...] = (
    (type(None), 0),
    ((int, float), 1),
    (str, 2),
    (dict, 3),
    (list, 4),
    ((bytes, UUID), 5),
    (datetime, 7),
)


def as_stored(value: Any) -> Any:
    """Copy a value as a store would give it back: moments to the millisecond, in UTC; enumerations as plain values."""
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a document's keys are strings")
        return {str(key): as_stored(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_stored(item) for item in value]
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("a stored moment is aware")
        return value.astimezone(UTC).replace(microsecond=value.microsecond // 1000 * 1000)
    for plain in (str, int, float):
        if isinstance(value, plain) and not isinstance(value, bool):
            return plain(value)
    if isinstance(value, _PLAIN):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a document")


def matches(document: Mapping[str, Any], query: Mapping[str, Any]) -> bool:
    """Tell whether a document meets a filter."""
    return all(_meets(document, path, condition) for path, condition in query.items())


def updated(document: Document, update: Mapping[str, Mapping[str, Any]], *, inserting: bool = False) -> Document:
    """Return the document with an update's operators applied."""
    if not update or not all(operator in _OPERATORS for operator in update):
        raise ValueError(f"not an update of the portable subset: {sorted(update)}")
    paths = [path for fields in update.values() for path in fields]
    if len(set(paths)) != len(paths):
        raise ValueError("two operators name the same field")
    changed: Document = as_stored(document)
    for operator, fields in update.items():
        if operator == "$setOnInsert" and not inserting:
            continue
        for path, argument in fields.items():
            _OPERATORS[operator](changed, path, as_stored(argument))
    return changed


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same to a store, where True is not 1."""
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def seed_of(query: Mapping[str, Any]) -> Document:
    """Return what an upsert starts from: the filter's equalities."""
    seed: Document = {}
    for path, condition in query.items():
        if path == "$and":
            for part in condition:
                seed |= seed_of(part)
        elif not path.startswith("$") and not _is_operator(condition):
            _set(seed, path, as_stored(condition))
    return seed


def sort_key(document: Mapping[str, Any], path: str, direction: int) -> tuple[int, Any]:
    """Return what a document is sorted by: its smallest value going up, its largest going down, missing first."""
    values = [value for value in _values(document, path) if not isinstance(value, list)] or [None]
    keys = [_comparable(value) for value in values]
    return min(keys) if direction > 0 else max(keys)


def value_at(document: Mapping[str, Any], path: str) -> Any:
    """Return the value at a path, None where there is none."""
    return next(_values(document, path), None)


def projected(document: Document, fields: tuple[str, ...]) -> Document:
    """Return only these fields of a document."""
    kept: Document = {}
    for field in fields:
        head, _, rest = field.partition(".")
        if head not in document:
            continue
        if not rest:
            kept[head] = document[head]
        elif isinstance(document[head], list):
            parts = [projected(item, (rest,)) for item in document[head]]
            kept[head] = [there | part for there, part in zip(kept.get(head, [{}] * len(parts)), parts, strict=True)]
        else:
            kept[head] = kept.get(head, {}) | projected(document[head], (rest,))
    return kept


def _meets(document: Mapping[str, Any], path: str, condition: Any) -> bool:
    if path == "$and":
        return all(matches(document, part) for part in condition)
    if path == "$or":
        return any(matches(document, part) for part in condition)
    values = list(_values(document, path))
    if not _is_operator(condition):
        return _equals(values, as_stored(condition))
    return all(_CONDITIONS[operator](values, argument) for operator, argument in condition.items())


def _is_operator(condition: Any) -> bool:
    return isinstance(condition, Mapping) and any(key.startswith("$") for key in condition)


def _values(value: Any, path: str) -> Iterator[Any]:
    """Yield what lies at a path, looking into every element of an array on the way and at its end."""
    head, _, rest = path.partition(".")
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                yield from _values(item, path)
        return
    found = value.get(head, _MISSING) if isinstance(value, Mapping) else _MISSING
    if found is _MISSING:
        return
    if rest:
        yield from _values(found, rest)
        return
    yield found
    if isinstance(found, list):
        yield from found


def _equals(values: list[Any], wanted: Any) -> bool:
    return any(same(value, wanted) for value in values) or (wanted is None and not values)


def _any(values: list[Any], wanted: Any) -> bool:
    return any(_equals(values, as_stored(each)) for each in wanted)


def _compared(relation: Callable[[Any, Any], bool]) -> Callable[[list[Any], Any], bool]:
    def condition(values: list[Any], bound: Any) -> bool:
        rank, limit = _comparable(as_stored(bound))
        keys = [_comparable(value) for value in values]
        return any(key[0] == rank and relation(key[1], limit) for key in keys)

    return condition


def _element(values: list[Any], query: Mapping[str, Any]) -> bool:
    arrays = [value for value in values if isinstance(value, list)]
    return any(matches(item, query) for array in arrays for item in array if isinstance(item, dict))


_CONDITIONS: dict[str, Callable[[list[Any], Any], bool]] = {
    "$eq": lambda values, wanted: _equals(values, as_stored(wanted)),
    "$ne": lambda values, wanted: not _equals(values, as_stored(wanted)),
    "$in": _any,
    "$nin": lambda values, wanted: not _any(values, wanted),
    "$lt": _compared(lt),
    "$lte": _compared(le),
    "$gt": _compared(gt),
    "$gte": _compared(ge),
    "$exists": lambda values, wanted: bool(values) is bool(wanted),
    "$elemMatch": _element,
}


def _comparable(value: Any) -> tuple[int, Any]:
    if isinstance(value, bool):
        return 6, value
    for kinds, rank in _RANKS:
        if isinstance(value, kinds):
            return rank, value.bytes if isinstance(value, UUID) else (0 if value is None else value)
    raise TypeError(f"{type(value).__name__} cannot be compared")


def _parent(document: Document, path: str) -> tuple[Document, str]:
    *heads, last = path.split(".")
    for head in heads:
        document = document.setdefault(head, {})
    return document, last


def _set(document: Document, path: str, value: Any) -> None:
    parent, last = _parent(document, path)
    parent[last] = value


def _unset(document: Document, path: str, _: Any) -> None:
    parent, last = _parent(document, path)
    parent.pop(last, None)


def _increase(document: Document, path: str, amount: Any) -> None:
    parent, last = _parent(document, path)
    parent[last] = parent.get(last, 0) + amount


def _keep_if(relation: Callable[[Any, Any], bool]) -> Callable[[Document, str, Any], None]:
    def operator(document: Document, path: str, value: Any) -> None:
        parent, last = _parent(document, path)
        if last not in parent or relation(_comparable(value), _comparable(parent[last])):
            parent[last] = value

    return operator


def _each(argument: Any) -> list[Any]:
    return list(argument["$each"]) if isinstance(argument, dict) and "$each" in argument else [argument]


def _push(document: Document, path: str, argument: Any) -> None:
    parent, last = _parent(document, path)
    pushed = [*parent.get(last, []), *_each(argument)]
    kept = argument.get("$slice", len(pushed)) if isinstance(argument, dict) else len(pushed)
    parent[last] = pushed[kept:] if kept < 0 else pushed[:kept]


def _add(document: Document, path: str, argument: Any) -> None:
    parent, last = _parent(document, path)
    there = parent.setdefault(last, [])
    there.extend(item for item in _each(argument) if item not in there)


def _pull(document: Document, path: str, argument: Any) -> None:
    parent, last = _parent(document, path)
    if last not in parent:
        return
    if _is_operator(argument):
        parent[last] = [item for item in parent[last] if not matches({"item": item}, {"item": argument})]
    elif isinstance(argument, dict):
        parent[last] = [item for item in parent[last] if not matches(item, argument)]
    else:
        parent[last] = [item for item in parent[last] if item != argument]


_OPERATORS: dict[str, Callable[[Document, str, Any], None]] = {
    "$set": _set,
    "$setOnInsert": _set,
    "$unset": _unset,
    "$inc": _increase,
    "$max": _keep_if(gt),
    "$min": _keep_if(lt),
    "$push": _push,
    "$addToSet": _add,
    "$pull": _pull,
}
