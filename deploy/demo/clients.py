"""Four kinds of programs that send reports, each as a good client does: it insists, under one idempotency key."""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

import aiohttp

from deploy.demo.ledger import Ledger
from deploy.demo.reports import DayReport

_AGAIN = frozenset(
    {
        HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT,
    }
)  # fmt: skip
_TAKEN = frozenset({HTTPStatus.ACCEPTED, HTTPStatus.CREATED})
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
_PATIENCE = aiohttp.ClientTimeout(total=10)


class RefusedError(Exception):
    """The platform will not take this report, however often it is sent."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a reporter is given. Open311 tells neither the id nor the secret."""

    report_id: UUID | None = None
    status_url: str | None = None
    secret: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A report as one of the programs sends it."""

    url: str
    headers: dict[str, str]
    json: dict[str, Any] | None = None
    form: dict[str, str] | None = None


class Clients:
    """Sends reports until each is acknowledged or refused for good, and keeps count."""

    def __init__(self, session: aiohttp.ClientSession, state: dict[str, Any], run: str, ledger: Ledger) -> None:
        self._session = session
        self._reporting = str(state["reporting"])
        self._credentials = state["credentials"]
        self.run = run
        self._ledger = ledger

    async def send(self, report: DayReport) -> Receipt:
        """Send one report and return its receipt, or raise RefusedError."""
        request = self._request(report)
        self._ledger.posted += 1
        pause = _FIRST_PAUSE
        while True:
            receipt = await self._tried(request)
            if receipt is not None:
                return receipt
            self._ledger.sent_again += 1
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def withdraw(self, receipt: Receipt) -> None:
        """Take a report back, as its reporter may."""
        headers = {"X-Follow-Up-Secret": receipt.secret or ""}
        async with self._session.post(f"{receipt.status_url}/withdraw", headers=headers, timeout=_PATIENCE) as answer:
            answer.raise_for_status()

    async def _tried(self, request: Request) -> Receipt | None:
        """Send once; None where it should be sent again."""
        try:
            async with self._session.post(
                request.url, json=request.json, data=request.form, headers=request.headers, timeout=_PATIENCE
            ) as answer:
                if answer.status in _AGAIN:
                    return None
                body = await answer.json(content_type=None)
                if answer.status not in _TAKEN:
                    self._ledger.refused += 1
                    raise RefusedError(f"{answer.status} {_pointers(body)}")
                self._ledger.answers_replayed += answer.headers.get("Idempotent-Replayed") == "true"
                return self._receipt(body)
        except (aiohttp.ClientError, TimeoutError, ConnectionError, ValueError):
            return None

    def _receipt(self, body: Any) -> Receipt:
        if isinstance(body, list):
            self._ledger.promised_unnamed += 1
            return Receipt()
        report_id = UUID(body["id"])
        self._ledger.promised.add(report_id)
        return Receipt(report_id, body["status_url"], body["follow_up_secret"])

    def _request(self, report: DayReport) -> Request:
        headers = {"Idempotency-Key": f'"{self.run}-{report.id}"'}
        reports = f"{self._reporting}/v1/reports"
        match report.client:
            case "open311":
                url = f"{self._reporting}/open311/v2/requests.json"
                return Request(url, headers, form=self._form(report))
            case "partner":
                token = self._credentials["partner_housing"]["token"]
                return Request(reports, headers | {"Authorization": f"Bearer {token}"}, json=report.body)
            case _:
                key = self._credentials["web_client"]["api_key"]
                return Request(reports, headers | {"X-API-Key": key}, json=report.body)

    def _form(self, report: DayReport) -> dict[str, str]:
        form = {
            "api_key": self._credentials["open311"]["api_key"],
            "service_code": report.category or "unk.unclear",
            "description": report.text,
            "lat": str(report.location.lat),
            "long": str(report.location.lon),
        }
        if report.contact is None:
            return form
        given = {"first_name": report.contact.name, "email": report.contact.email, "phone": report.contact.phone}
        return form | {name: value for name, value in given.items() if value}


def _pointers(body: Any) -> str:
    """Return what was wrong, without repeating what was sent."""
    if isinstance(body, list):
        return "; ".join(str(error.get("description")) for error in body)
    errors = "; ".join(f"{error.get('pointer')} {error.get('detail')}" for error in body.get("errors", ()))
    return errors or str(body.get("detail", ""))
