"""The answers of the hot route as bytes: what is the same in many of them is built once."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from starlette.responses import Response

from services.reporting.application.ports import Secrets
from services.reporting.application.read_status import ReportStatus
from services.reporting.application.records import Accepted
from services.reporting.domain.guidance import Advice, Guidance
from services.reporting.domain.identifiers import WARNINGS

_JSON = "application/json"
_PRIVATE = {"Cache-Control": "no-store"}


class Answers:
    """Writes answers. Advice comes in a few dozen combinations, each encoded once."""

    def __init__(self, public_url: str, secrets: Secrets, guidance: Guidance) -> None:
        """Take the address under which clients reach the service."""
        self._public_url = public_url.rstrip("/")
        self._secrets = secrets
        self._guidance = guidance
        self._advice: dict[tuple[str, ...], orjson.Fragment] = {}

    def status_url(self, reference: str) -> str:
        """Return where a report's status is read."""
        return f"{self._public_url}/v1/reports/{reference}"

    def accepted(self, accepted: Accepted, more: Mapping[str, str]) -> Response:
        """Return the 202, with `more` headers."""
        body = self.receipt(accepted)
        headers = {"Location": body["status_url"], **_PRIVATE, **more}
        if accepted.replayed:
            headers["Idempotent-Replayed"] = "true"
        return Response(orjson.dumps(body), 202, headers, _JSON)

    def received(self, accepted: Accepted | None, more: Mapping[str, str]) -> Response:
        """Return the 202 for a gateway, which carries the reply and never the secret; None was no report."""
        advice = self._guidance.texts_of(accepted.advice) if accepted else ()
        reference = accepted.reference if accepted else None
        thanks = f"Thank you. We have your message; its number is {reference}."
        body = {
            "id": str(accepted.id) if accepted else None,
            "reference": reference,
            "reply": " ".join([thanks, *(one.text for one in advice)]) if accepted else None,
            "advice": self.advice(accepted.advice) if accepted else [],
        }
        replayed = {"Idempotent-Replayed": "true"} if accepted and accepted.replayed else {}
        return Response(orjson.dumps(body), 202, {**_PRIVATE, **more, **replayed}, _JSON)

    def receipt(self, accepted: Accepted) -> dict[str, Any]:
        """Return what the sender of a report keeps."""
        status_url = self.status_url(accepted.reference)
        return {
            "id": str(accepted.id),
            "reference": accepted.reference,
            "status_url": status_url,
            "follow_up_secret": self._secrets.follow_up_secret_of(accepted.id),
            "advice": self.advice(accepted.advice),
            "warnings": warnings_of(accepted.warnings),
            "possible_duplicates": [],
        }

    def status(self, status: ReportStatus) -> Response:
        """Return a report's status."""
        body = {
            "id": str(status.id),
            "reference": status.reference,
            "status": status.progress.status,
            "timeline": [
                {"at": entry.at, "status": entry.status, "message": entry.message} for entry in status.progress.timeline
            ],
            "advice": self.advice(status.advice),
        }
        return Response(orjson.dumps(body, option=orjson.OPT_UTC_Z), headers=_PRIVATE, media_type=_JSON)

    def narratives(self, texts: Mapping[UUID, str]) -> Response:
        """Return the words of reports."""
        body: dict[str, Any] = {"narratives": {str(id_): {"text": text} for id_, text in texts.items()}}
        return Response(orjson.dumps(body), headers=_PRIVATE, media_type=_JSON)

    def texts_of(self, ids: tuple[str, ...]) -> tuple[Advice, ...]:
        """Return advice in today's wording."""
        return self._guidance.texts_of(ids)

    def advice(self, ids: tuple[str, ...]) -> orjson.Fragment:
        """Return advice as JSON."""
        encoded = self._advice.get(ids)
        if encoded is None:
            texts = [{"id": advice.id, "text": advice.text} for advice in self._guidance.texts_of(ids)]
            encoded = self._advice[ids] = orjson.Fragment(orjson.dumps(texts))
        return encoded


def warnings_of(kinds: Sequence[str]) -> list[dict[str, str]]:
    """Return what a writer is told about identifiers among the words; nothing is quoted."""
    return [{"id": kind, "text": WARNINGS[kind]} for kind in kinds]
