"""Finds where a JSON text goes wrong, token by token and without recursion, so that a refusal can name the field."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LARGEST = (1 << 63) - 1

_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")
      | (?P<number>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.]))
      | (?P<endless>[+-]?(?:NaN|Infinity|inf|nan)\b)
      | (?P<word>true\b|false\b|null\b)
      | (?P<mark>[{}\[\],:])
      | (?P<end>\Z)
    )""",
    re.VERBOSE | re.ASCII,
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_DIGITS = 19


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that makes a JSON text unfit, and the path of keys and positions that leads to it."""

    path: tuple[object, ...]
    detail: str


@dataclass(slots=True)
class _Open:
    """An object or array that is being read."""

    is_object: bool
    at: object = None
    keys: set[str] = field(default_factory=set)
    key_is_next: bool = False


def fault_in(body: bytes, max_depth: int) -> Fault | None:
    """Return the first fault of a JSON text, or None when only its grammar can be wrong."""
    text = body.decode("utf-8", "surrogateescape")
    if text.startswith("\ufeff"):
        return Fault((), "begins with a byte order mark")
    return next(_faults(text, max_depth), None)


def _faults(text: str, max_depth: int) -> Iterator[Fault]:
    open_now: list[_Open] = []
    for found in _tokens(text):
        path = tuple(part.at for part in open_now if part.at is not None)
        if found is None:
            yield Fault(path, "is not valid JSON")
            return
        token = found.group(found.lastgroup or 0)
        if found.lastgroup == "mark":
            _follow(token, open_now)
            if len(open_now) > max_depth:
                yield Fault(path, f"is nested deeper than {max_depth} levels")
                return
            continue
        if open_now and open_now[-1].key_is_next and found.lastgroup == "string":
            yield from _faults_of_key(token, open_now)
            continue
        detail = _fault_of_value(str(found.lastgroup), token)
        if detail:
            yield Fault(path, detail)


def _tokens(text: str) -> Iterator[re.Match[str] | None]:
    """Yield each token, and None where the text stops being one."""
    position = 0
    while True:
        found = _TOKEN.match(text, position)
        if found is None:
            yield None
            return
        if found.lastgroup == "end":
            return
        yield found
        position = found.end()


def _follow(mark: str, open_now: list[_Open]) -> None:
    match mark:
        case "{":
            open_now.append(_Open(is_object=True, key_is_next=True))
        case "[":
            open_now.append(_Open(is_object=False, at=0))
        case "}" | "]":
            if open_now:
                open_now.pop()
        case "," if open_now and open_now[-1].is_object:
            open_now[-1].key_is_next = True
            open_now[-1].at = None
        case "," if open_now and isinstance(open_now[-1].at, int):
            open_now[-1].at += 1


def _faults_of_key(token: str, open_now: list[_Open]) -> Iterator[Fault]:
    here = open_now[-1]
    outer = tuple(part.at for part in open_now[:-1] if part.at is not None)
    detail = _fault_of_value("string", token)
    if detail:
        yield Fault(outer, f"has a key that {detail}")
        return
    key = json.loads(token)
    if key in here.keys:
        yield Fault((*outer, key), "is given more than once")
    here.keys.add(key)
    here.at = key
    here.key_is_next = False


def _fault_of_value(kind: str, token: str) -> str | None:
    match kind:
        case "endless":
            return "is not a finite number"
        case "number":
            return "is a number beyond 64 bits" if _too_large(token) else None
        case "string" if _SURROGATE.search(token):
            return "is not valid UTF-8"
        case "string":
            return _fault_of_escapes(token)
        case _:
            return None


def _fault_of_escapes(token: str) -> str | None:
    if "\\" not in token:
        return None
    try:
        held = json.loads(token)
    except json.JSONDecodeError:
        return "holds an escape that JSON does not know"
    return "holds half of a surrogate pair" if _SURROGATE.search(held) else None


def _too_large(token: str) -> bool:
    digits = token.lstrip("-")
    if digits.isdigit():
        return len(digits) > _MOST_DIGITS or int(digits) > LARGEST
    value = float(token)
    return not math.isfinite(value) or abs(value) > LARGEST
