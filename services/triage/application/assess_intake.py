"""When somebody asks what a report would get, without sending it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.triage.application.open_case import intake_of
from services.triage.application.ports import Narrative
from services.triage.domain.decision import Occasion, record_of
from services.triage.domain.policy import Policy, assess
from shared.contracts.intake import IntakeFields
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id


@dataclass(frozen=True, slots=True)
class AssessIntake:
    """Return the decision record that the report would get now. Nothing is stored and nobody is told."""

    policy: Policy
    clock: Clock

    def __call__(self, fields: IntakeFields, text: str | None) -> Mapping[str, Any]:
        """Assess under ids that belong to nothing."""
        occasion = Occasion(report_id=new_id(), decision_id=new_id(), at=self.clock.now())
        return record_of(assess(intake_of(fields, Narrative(text)), occasion=occasion, policy=self.policy))
