"""Assessments of networks and their documents, as pure functions both ways."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from services.networks.domain.network_assessment import Axis, Confidence, NetworkAssessment, Strength


def assessment_document(assessment: NetworkAssessment) -> dict[str, Any]:
    """Return an assessment's fields; its review date as text."""
    return asdict(assessment) | {"review_on": assessment.review_on.isoformat()}


def assessment_from(document: Mapping[str, Any]) -> NetworkAssessment:
    """Return the assessment that a document holds."""
    return NetworkAssessment(
        context=document["context"],
        protective=_axis(document["protective"]),
        risky=_axis(document["risky"]),
        confidence=Confidence(document["confidence"]),
        author=document["author"],
        at=document["at"],
        review_on=date.fromisoformat(document["review_on"]),
    )


def _axis(document: Mapping[str, Any]) -> Axis:
    return Axis(Strength(document["strength"]), tuple(document["evidence"]))
