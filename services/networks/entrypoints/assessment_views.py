"""What the interface takes and shows of networks' assessments."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from services.networks.domain.network_assessment import Axis, Confidence, NetworkAssessment, Strength

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True)


class AxisBody(_Body):
    """One axis and the evidence it rests on; `unknown` needs none."""

    strength: Strength
    evidence: Annotated[tuple[Sentence, ...], Field(max_length=20)] = ()

    def axis(self) -> Axis:
        """Return what the body says."""
        return Axis(self.strength, self.evidence)


class AssessmentBody(_Body):
    """What a network does for safety in one context. Write of the network, never of a person in it."""

    context: Sentence
    protective: AxisBody
    risky: AxisBody
    confidence: Confidence
    review_on: date

    def assessment(self, author: str, at: datetime) -> NetworkAssessment:
        """Return the assessment as its author makes it now."""
        return NetworkAssessment(
            self.context, self.protective.axis(), self.risky.axis(), self.confidence, author, at, self.review_on
        )


class AssessmentView(AssessmentBody):
    """An assessment as coordinators see it; one that is not current is for the record only."""

    author: str
    at: datetime
    is_current: bool = False

    @classmethod
    def of(cls, assessment: NetworkAssessment, today: date) -> Self:
        """Return the view of an assessment on a day."""
        view = cls.model_validate(assessment)
        return view.model_copy(update={"is_current": assessment.is_current_on(today)})
