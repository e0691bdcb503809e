"""Report ⇄ document: one document holds the report, its dedup key and what it announces."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from services.reporting.application.records import KnownReport, NewReport, Place
from services.reporting.domain import guidance
from services.reporting.domain.identifiers import Mark, kinds_of
from services.reporting.domain.standing import Standing
from services.reporting.domain.status import Fact, Happening
from shared.persistence.store import Document, Update

#: A case makes a handful of facts; beyond this many the oldest are let go.
MOST_FACTS = 100

#: Answers that say nothing are not stored: each report has a dozen of them, and the contract's defaults restore them.
_SAYS_NOTHING = (None, "unknown", ())

#: What a KnownReport is made of: everything but words, contact and the outbox's entries.
KNOWN_FIELDS = (
    "reference", "received_at", "fingerprint", "danger_signals", "advice", "facts", "outbox_seq", "marks",
)  # fmt: skip


def document_of(report: NewReport, sealed_contact: Mapping[str, Any] | None) -> Document:
    """Return the report as a document, without its outbox."""
    submission = report.submission
    key = submission.key
    document: Document = {
        "_id": report.id,
        "reference": report.reference,
        "idempotency": key.digest if key else str(report.id),
        "fingerprint": key.fingerprint if key else "",
        "client": submission.client,
        "received_at": report.received_at,
        "intake": {name: value for name, value in vars(submission.intake).items() if value not in _SAYS_NOTHING},
        "areas": list(report.areas),
        "cell": report.cell,
        "danger_signals": list(report.danger_signals),
        "advice": list(report.advice),
        "guidance": guidance.VERSION,
        "facts": [],
    }
    if submission.text is not None:
        document["text"] = submission.text
    if report.marks:
        document["marks"] = [[mark.kind, mark.start, mark.end] for mark in report.marks]
    if submission.place != Place():
        place = submission.place
        document["place"] = {"lat": place.lat, "lon": place.lon, "area_ref": place.area_ref}
    if submission.concern is not None:
        document["concern"] = submission.concern
    if submission.happened_on is not None:
        document["happened_on"] = submission.happened_on.isoformat()
    if sealed_contact is not None:
        document["contact"] = sealed_contact
    return document


def known_from(document: Mapping[str, Any]) -> KnownReport:
    """Return what the use cases need of a stored report."""
    return KnownReport(
        id=document["_id"],
        reference=document["reference"],
        received_at=document["received_at"],
        fingerprint=document["fingerprint"],
        urgent=bool(document["danger_signals"]),
        advice=tuple(document["advice"]),
        facts=facts_from(document),
        last_event=document["outbox_seq"],
        warnings=kinds_of(marks_from(document)),
    )


def marks_from(document: Mapping[str, Any]) -> tuple[Mark, ...]:
    """Return what identifies somebody in a stored report's words."""
    return tuple(Mark(*held) for held in document.get("marks", ()))


def noting(facts: Sequence[tuple[UUID, Fact]]) -> list[Update]:
    """Return the writes that add each fact once to its report, whatever order they are carried out in."""
    return [
        Update({"_id": report_id, "facts.id": {"$ne": fact.id}}, {"$push": {"facts": pushed_fact(fact)}})
        for report_id, fact in facts
    ]


def pushed_fact(fact: Fact) -> Document:
    """Return what `$push` takes to add a fact."""
    held: Document = {"id": fact.id, "at": fact.at, "what": str(fact.what)}
    if fact.standing is not None:
        standing = fact.standing
        held |= {"level": standing.level, "contact_allowed": standing.contact_allowed, "flags": list(standing.flags)}
    return {"$each": [held], "$slice": -MOST_FACTS}


def fact_from(stored: Mapping[str, Any]) -> Fact:
    """Return a fact as `pushed_fact` stored it."""
    told = "level" in stored
    standing = Standing(stored["level"], stored["contact_allowed"], tuple(stored["flags"])) if told else None
    return Fact(stored["id"], stored["at"], Happening(stored["what"]), standing)


def facts_from(document: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Return what is known to have happened to a stored report."""
    return tuple(fact_from(fact) for fact in document["facts"])
