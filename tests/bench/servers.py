"""The endpoints that the intake is measured against, each a process: `python -m tests.bench.servers KIND PORT STORE`.

`bare` is the endpoint with no storage behind it: same layers, same body, same answer. `single` is the same with one
insert of the whole report for every request.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable

import uvicorn
from fastapi import APIRouter, FastAPI
from prometheus_client import CollectorRegistry

from services.reporting.entrypoints.views import AcceptedOut, ReportIn
from shared.persistence.mongo import connect
from shared.runtime.health import Health
from shared.runtime.ids import new_id
from shared.web.app import create_app

Keep = Callable[[AcceptedOut, ReportIn], Awaitable[None]]


async def nothing(_answer: AcceptedOut, _body: ReportIn) -> None:
    """Keep nothing."""


def one_insert(store: str) -> Keep:
    """Return what inserts each report by itself."""
    collection = connect(store, f"bench_{new_id().hex[-8:]}").collection("reports")

    async def keep(answer: AcceptedOut, body: ReportIn) -> None:
        await collection.insert({"_id": answer.id, "reference": answer.reference, "report": body.model_dump()})

    return keep


def endpoint(keep: Keep) -> FastAPI:
    """Return an application with the intake's route."""
    router = APIRouter()

    @router.post("/v1/reports", status_code=202)
    async def submit(body: ReportIn) -> AcceptedOut:
        report_id = new_id()
        answer = AcceptedOut(
            id=report_id,
            reference=report_id.hex[-12:],
            status_url=f"http://127.0.0.1/v1/reports/{report_id}",
            follow_up_secret=report_id.hex,
            advice=[],
            warnings=[],
            possible_duplicates=[],
        )
        await keep(answer, body)
        return answer

    registry = CollectorRegistry()
    return create_app(service="bench", routers=[router], problems={}, health=Health(), registry=registry)


def main() -> None:
    """Serve until killed."""
    kind, port, store = sys.argv[1:4]
    app = endpoint(nothing if kind == "bare" else one_insert(store))
    configuration = uvicorn.Config(app, port=int(port), loop="uvloop", http="httptools", access_log=False)
    configuration.log_level = "warning"
    asyncio.run(uvicorn.Server(configuration).serve())


if __name__ == "__main__":
    main()
