"""Traces for OpenTelemetry, when that is installed and an endpoint is named; nothing at all otherwise."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from shared.observability.correlation import current
from shared.runtime.errors import RefusedToStartError

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span as OtelSpan

_INSTALLED = "opentelemetry.exporter.otlp.proto.http"


class Span(Protocol):
    """A stretch of work that is being timed."""

    def rename(self, name: str) -> None:
        """Give the span a better name, once it is known."""
        ...

    def note(self, key: str, value: str | float) -> None:
        """Add an attribute; never one with personal data."""
        ...


class Telemetry(Protocol):
    """Where spans go. A component: `stop` sends what is left."""

    def span(self, name: str) -> AbstractContextManager[Span]:
        """Time a block as part of the current trace."""
        ...

    async def start(self) -> None:
        """Prepare."""
        ...

    async def run(self) -> None:
        """Do nothing until `stop`."""
        ...

    async def stop(self) -> None:
        """Send what is left."""
        ...


def telemetry_for(service: str, endpoint: str | None, sample_ratio: float) -> Telemetry:
    """Return where a service's spans go; an endpoint without the `telemetry` extra is refused at the start."""
    if endpoint is None:
        return NoTelemetry()
    if not _is_installed():
        raise RefusedToStartError("a telemetry endpoint is set, but the `telemetry` extra is not installed")
    return _OpenTelemetry(_provider(service, endpoint, sample_ratio))


class NoTelemetry:
    """Drops every span, at the cost of a function call."""

    def __init__(self) -> None:
        self._stopped = asyncio.Event()
        self._span = _NoSpan()

    @contextmanager
    def span(self, name: str) -> Iterator[Span]:  # noqa: ARG002 -- nobody will read the name
        """Time nothing."""
        yield self._span

    async def start(self) -> None:
        """Prepare nothing."""

    async def run(self) -> None:
        """Wait for the end."""
        await self._stopped.wait()

    async def stop(self) -> None:
        """End."""
        self._stopped.set()


class _NoSpan:
    def rename(self, name: str) -> None:
        """Forget the name."""

    def note(self, key: str, value: str | float) -> None:
        """Forget the attribute."""


class _OtelSpan:
    def __init__(self, span: "OtelSpan") -> None:
        self._span = span

    def rename(self, name: str) -> None:
        """Rename the span."""
        self._span.update_name(name)

    def note(self, key: str, value: str | float) -> None:
        """Set an attribute."""
        self._span.set_attribute(key, value)


class _OpenTelemetry:
    """Spans that continue the W3C trace of the current request or message."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._provider = provider
        self._stopped = asyncio.Event()
        self._tracer = provider.get_tracer("kith")

    @contextmanager
    def span(self, name: str) -> Iterator[Span]:
        """Time a block; what an exception says is not recorded, since it may quote a request."""
        with self._tracer.start_as_current_span(
            name, context=_parent(), record_exception=False, set_status_on_exception=False
        ) as span:
            yield _OtelSpan(span)

    async def start(self) -> None:
        """Prepare nothing: the exporter connects when it first sends."""

    async def run(self) -> None:
        """Wait for the end; the exporter has its own thread."""
        await self._stopped.wait()

    async def stop(self) -> None:
        """Send what is left, from a thread, since the exporter blocks."""
        self._stopped.set()
        await asyncio.to_thread(self._provider.shutdown)


def _parent() -> "Context | None":
    from opentelemetry import trace  # noqa: PLC0415 -- the extra may not be installed

    correlation = current()
    if correlation is None:
        return None
    ids = correlation.trace
    flags = trace.TraceFlags(trace.TraceFlags.SAMPLED if ids.sampled else trace.TraceFlags.DEFAULT)
    origin = trace.SpanContext(int(ids.trace_id, 16), int(ids.span_id, 16), is_remote=True, trace_flags=flags)
    return trace.set_span_in_context(trace.NonRecordingSpan(origin))


def _provider(service: str, endpoint: str, sample_ratio: float) -> "TracerProvider":
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 -- as above
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    from opentelemetry.sdk.trace.sampling import TraceIdRatioBased  # noqa: PLC0415

    provider = TracerProvider(
        resource=Resource.create({"service.name": f"kith-{service}"}), sampler=TraceIdRatioBased(sample_ratio)
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint)))
    return provider


def _is_installed() -> bool:
    try:
        return find_spec(_INSTALLED) is not None
    except ModuleNotFoundError:
        return False
