"""The people who use triage over HTTP, and what they ask for."""

import httpx

from shared.contracts.reporting import ReportSubmitted
from tests.support.events import a_report
from tests.support.triage import Triage

OFFICER = {"Authorization": "Bearer officer:anna"}
SECOND_OFFICER = {"Authorization": "Bearer officer:abel"}
SUPERVISOR = {"Authorization": "Bearer supervisor:bea"}
SECOND_SUPERVISOR = {"Authorization": "Bearer supervisor:cem"}
COORDINATOR = {"Authorization": "Bearer coordinator:dot"}
AUDITOR = {"Authorization": "Bearer auditor:aud"}
HOUSING = {"Authorization": "Bearer partner:eli@housing"}
POLICE = {"Authorization": "Bearer partner:pat@police"}
REASON = {"reason": "seen and judged"}
FOUNDED = {
    "reason_code": "risk_reassessed",
    "information_relied_on": "What the visit showed.",
    "options_considered": "To wait another week.",
}

Headers = dict[str, str]


async def a_case_of(service: Triage, words: str, **changes: object) -> tuple[ReportSubmitted, str]:
    """Have a report triaged and return it with its case's id."""
    report = a_report().model_copy(update=changes)
    service.narratives.words[report.report_id] = words
    await service.parts.use_cases.triage_reports([report])
    found = await service.client.get("/v1/cases", params={"report_id": str(report.report_id)}, headers=OFFICER)
    return report, found.json()["items"][0]["id"]


async def read(service: Triage, case_id: str, headers: Headers) -> httpx.Response:
    """Ask for a case."""
    return await service.client.get(f"/v1/cases/{case_id}", headers=headers)


async def move(service: Triage, path: str, headers: Headers, version: int, **body: object) -> httpx.Response:
    """Ask for a move of a case that was seen at a version."""
    return await service.client.post(
        f"/v1/cases/{path}", headers=headers | {"If-Match": f'"{version}"'}, json=REASON | body
    )


async def offer(service: Triage, case_id: str, headers: Headers, version: int, **body: object) -> httpx.Response:
    """Offer a case to an agency."""
    return await move(service, f"{case_id}/handover", headers, version, **{"basis": "public_task"} | body)
