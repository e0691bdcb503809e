"""What GeoReport shows of kinds, requests and what happened to them; of nobody's contact, ever."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from services.reporting.application.keep_register import update_id_of
from services.reporting.application.public_ports import PublicReport
from services.reporting.application.public_requests import Happened, status_of
from services.reporting.domain.categories import KIND_OF, Kind
from services.reporting.domain.exposure import Exposure
from services.reporting.domain.public_status import NOTES, closes
from services.reporting.domain.public_words import public_words

Centre = Callable[[str], tuple[float, float]]


def service_of(kind: Kind) -> dict[str, Any]:
    """Return a kind as a service."""
    words = ["private"] if kind.is_private else []
    return {
        "service_code": kind.id,
        "service_name": kind.name,
        "description": kind.name,
        "metadata": True,
        "type": kind.service_type,
        "keywords": ", ".join([*words, *kind.id.partition(".")[2].split("_")]),
        "group": kind.group,
    }


def request_of(report: PublicReport, centre: Centre, *, extended: bool = False) -> dict[str, Any]:
    """Return a request as anybody may see it: the middle of its cell for its place, a note for its progress.

    One that nobody has weighed yet has neither place nor words.
    """
    kind = KIND_OF[report.standing.kind or ""]
    listed = report.standing.exposure is Exposure.LISTED
    lat, long = centre(report.cell) if listed and report.cell else (None, None)
    told = report.standing.numbered and listed
    request: dict[str, Any] = {
        "service_request_id": report.reference,
        "status": status_of(report),
        "status_notes": NOTES[report.progress.status],
        "service_name": kind.name,
        "service_code": kind.id,
        "description": public_words(kind.id, report.text) if told else None,
        "agency_responsible": None,
        "service_notice": None,
        "requested_datetime": moment_of(report.received_at),
        "updated_datetime": moment_of(report.progress.timeline[-1].at),
        "expected_datetime": moment_of(report.expected_at) if report.expected_at else None,
        "address": None,
        "address_id": None,
        "zipcode": None,
        "lat": lat,
        "long": long,
        "media_url": None,
    }
    return request | (_extensions_of(report, kind, listed=listed) if extended else {})


def update_of(happened: Happened) -> dict[str, Any]:
    """Return one thing that happened to a request."""
    entry = happened.request.progress.timeline[happened.number]
    return {
        "update_id": update_id_of(happened.request, happened.number),
        "service_request_id": happened.request.reference,
        "status": "closed" if closes(entry.status) else "open",
        "description": NOTES[entry.status],
        "updated_datetime": moment_of(entry.at),
        "media_url": None,
        "external_status_code": str(entry.status),
        "customer_reference": None,
    }


def moment_of(moment: datetime) -> str:
    """Return a moment as GeoReport writes it, without fractions."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _extensions_of(report: PublicReport, kind: Kind, *, listed: bool) -> dict[str, Any]:
    answers = report.answers if listed else {}
    return {
        "extended_attributes": {"group": kind.group, "h3_cell": report.cell if listed else None},
        "attributes": [{"code": name.upper(), "value": _said(value)} for name, value in answers.items()],
        "notes": [
            {"datetime": moment_of(entry.at), "description": NOTES[entry.status], "type": str(entry.status)}
            for entry in report.progress.timeline
        ],
    }


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
