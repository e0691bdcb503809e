"""When reports are submitted: assess each, open its case, announce the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.triage.application.open_case import opened_case
from services.triage.application.ports import Cases, Narrative, Narratives, Tally
from services.triage.domain.policy import Policy
from shared.contracts.reporting import ReportSubmitted
from shared.runtime.clock import Clock

_NO_WORDS = Narrative(None)


@dataclass(frozen=True, slots=True)
class TriageReports:
    """Triage a batch of reports. A report that has its case is left as it is, so that redelivery is harmless."""

    cases: Cases
    narratives: Narratives
    policy: Policy
    clock: Clock
    tally: Tally

    async def __call__(self, submitted: Sequence[ReportSubmitted]) -> None:
        """Open a case for every report that has none; TransientError passes, and all of them are tried again."""
        with_words = [one.report_id for one in submitted if one.has_text]
        words = await self.narratives.of(with_words) if with_words else {}
        opened = {}
        for one in submitted:
            new = opened_case(one, words.get(one.report_id, _NO_WORDS), self.policy)
            announcing = new.announcing.model_copy(update={"occurred_at": self.clock.now()})
            opened[new.case.id] = replace(new, announcing=announcing)
        for case in await self.cases.add(list(opened.values())):
            self.tally.opened(case)
