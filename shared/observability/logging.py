"""One JSON line per event: a constant event name, details as fields, the current ids, and no personal data."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import orjson
import structlog

from shared.observability.correlation import current

PERSONAL_FIELDS = frozenset(
    {
        "name",
        "names",
        "first_name",
        "last_name",
        "full_name",
        "contact",
        "contact_name",
        "email",
        "e_mail",
        "mail",
        "phone",
        "telephone",
        "mobile",
        "address",
        "postcode",
        "text",
        "narrative",
        "free_text",
        "body",
        "content",
        "lat",
        "lon",
        "latitude",
        "longitude",
        "password",
        "secret",
        "client_secret",
        "follow_up_secret",
        "token",
        "api_key",
        "authorization",
        "recipient",
        "to",
        "subject",
        "query_string",
    }
)
"""Field names whose values never reach a log line, whoever logs them."""

_E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.:+-])(?:\+\d{1,3}|0)[ -]?\(?\d{2,5}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\w-])")
_WITHHELD = "[withheld]"
_FRAMES = 4

_Event = MutableMapping[str, Any]


def get_logger(name: str | None = None) -> Any:
    """Return a logger: `log.info("event_name", field=value)`. The event's name is a constant, in snake_case."""
    return structlog.stdlib.get_logger(name or "kith")


def configure_logging(service: str, *, level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send everything, the libraries' own lines included, to `stream` (standard output) as JSON lines."""
    shared_steps: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _Stamp(service),
        without_exception_text,
        without_personal_fields,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared_steps,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_library_line, *shared_steps],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _json_line],
        )
    )
    _route_everything_to(handler, level)


def without_personal_fields(_: object, __: str, event: _Event) -> _Event:
    """Drop fields that could name a person, and blot out addresses and numbers in what is left."""
    dropped = sorted(key for key in event if key.lower() in PERSONAL_FIELDS)
    for key in dropped:
        del event[key]
    if dropped:
        event["withheld"] = dropped
    for key, value in event.items():
        event[key] = _blotted(value)
    return event


def without_exception_text(_: object, __: str, event: _Event) -> _Event:
    """Reduce an exception to its type and where it arose; its words may quote a request."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event.update(facts_of(error))
    return event


def facts_of(error: BaseException) -> dict[str, Any]:
    """Return what may be logged of an exception: its type and where it arose, never its words."""
    return {"error_type": _qualified(type(error)), "error_at": where_it_arose(error)}


def where_it_arose(error: BaseException) -> list[str]:
    """Return the innermost frames of an exception as `file:line function`, without any of its values."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return [f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}" for frame in frames]


class _Stamp:
    """Adds the service's name and the current ids to each line."""

    def __init__(self, service: str) -> None:
        self._service = service

    def __call__(self, _: object, __: str, event: _Event) -> _Event:
        event["service"] = self._service
        correlation = current()
        if correlation is not None:
            event.setdefault("request_id", correlation.request_id)
            event.setdefault("correlation_id", str(correlation.correlation_id))
            event.setdefault("trace_id", correlation.trace.trace_id)
        return event


def _library_line(_: object, __: str, event: _Event) -> _Event:
    event["message"] = event.get("event")
    event["event"] = "library_message"
    return event


def _json_line(_: object, __: str, event: _Event) -> str:
    return orjson.dumps(event, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _blotted(value: Any) -> Any:
    match value:
        case str():
            return _PHONE.sub(_WITHHELD, _E_MAIL.sub(_WITHHELD, value))
        case dict():
            return {
                key: _WITHHELD if str(key).lower() in PERSONAL_FIELDS else _blotted(held) for key, held in value.items()
            }
        case list() | tuple() | set() | frozenset():
            return [_blotted(held) for held in value]
        case _:
            return value


def _qualified(kind: type) -> str:
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _route_everything_to(handler: logging.Handler, level: str) -> None:
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for ours in ("kith", "shared", "services", "deploy", "__main__"):
        logging.getLogger(ours).setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = name != "uvicorn.access"  # an access line holds the query string
