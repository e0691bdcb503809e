"""Traces are optional: without an endpoint nothing happens, with one they continue the current trace."""

from aiohttp import web
from aiohttp.test_utils import TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from shared.observability.correlation import correlated, correlation_of
from shared.observability.telemetry import NoTelemetry, telemetry_for

TRACE = "0af7651916cd43dd8448eb211c80319c"


async def test_without_an_endpoint_there_is_no_telemetry() -> None:
    telemetry = telemetry_for("triage", None, 1.0)

    with telemetry.span("anything") as span:
        span.note("a", 1)

    assert isinstance(telemetry, NoTelemetry)


async def test_a_span_joins_the_current_trace_and_is_sent_by_the_stop() -> None:
    received: list[bytes] = []

    async def collect(request: web.Request) -> web.Response:
        received.append(await request.read())
        return web.Response()

    app = web.Application()
    app.router.add_post("/v1/traces", collect)
    async with TestServer(app) as server:
        telemetry = telemetry_for("triage", str(server.make_url("/v1/traces")), 1.0)
        with correlated(correlation_of(f"00-{TRACE}-b7ad6b7169203331-01", None)), telemetry.span("first") as span:
            span.rename("GET /v1/cases")
            span.note("http.response.status_code", 200)
        await telemetry.stop()

    sent = ExportTraceServiceRequest.FromString(received[0]).resource_spans[0].scope_spans[0].spans[0]
    assert sent.trace_id.hex() == TRACE
    assert sent.name == "GET /v1/cases"
