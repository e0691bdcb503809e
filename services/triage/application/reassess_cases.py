"""When there is new evidence: words that could not be read at first, another occurrence, a message (T0)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from services.triage.application.announcements import announcements_of, case_id_of
from services.triage.application.evidence import Assessed, AssessedCases, Evidence
from services.triage.application.open_case import evidence_in, evidence_of, intake_of
from services.triage.application.ports import UNREAD, Narrative, Narratives
from services.triage.domain.actions import Action
from services.triage.domain.decision import Decision, Occasion, record_of
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.evidence import united
from services.triage.domain.move import PLATFORM, Grounds, Move
from services.triage.domain.moves import moved
from services.triage.domain.policy import Policy, assess
from services.triage.domain.reassessed_case import goes_up_by
from services.triage.domain.reassessment import Earlier, earlier_in, risen, superseding
from services.triage.domain.report import Intake
from services.triage.domain.timing import Timing
from shared.contracts.reporting import ReportMessaged, ReportSubmitted
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError
from shared.runtime.ids import derived_id

_TRIES = 5
_SAID = {
    "words_read": "The words have been read now.",
    "words_gone": "The words cannot be read any more; a person has to ask.",
    "new_evidence": "There is new evidence.",
}


@dataclass(frozen=True, slots=True)
class ReassessCases:
    """Run the whole policy again on all the evidence. The result rises or stays, and is stored once.

    TransientError passes while the words cannot be had; whoever calls tries again.
    """

    cases: AssessedCases
    narratives: Narratives
    policy: Policy
    timing: Timing
    clock: Clock

    async def read(self, case_id: UUID) -> bool:
        """Decide again a case whose words were unread; tell whether this call did it."""
        for _ in range(_TRIES):
            try:
                before = await self.cases.assessed(case_id)
                if before.unread_since is None:
                    return False
                await self._again(before)
            except CaseNotFoundError:
                return False
            except StaleCaseError:
                continue
            return True
        raise TransientError(f"case {case_id} keeps changing under our hands")

    async def more(self, case_id: UUID, evidence: Evidence) -> bool:
        """Add evidence to a case and decide again; the same source a second time changes nothing."""
        for _ in range(_TRIES):
            try:
                before = await self.cases.assessed(case_id)
                if not before.evidence or any(one.source == evidence.source for one in before.evidence):
                    return False
                await self._again(replace(before, evidence=(*before.evidence, evidence)), "new_evidence")
            except CaseNotFoundError:
                return False
            except StaleCaseError:
                continue
            return True
        raise TransientError(f"case {case_id} keeps changing under our hands")

    async def occurred(self, submitted: ReportSubmitted) -> None:
        """Take a report of somebody else's concern as a further occurrence of it."""
        await self.more(case_id_of(submitted.concern_id), evidence_of(submitted, "occurrence"))

    async def written(self, events: Sequence[ReportMessaged]) -> None:
        """Take what reporters wrote as evidence; what the team wrote tells us nothing new."""
        for event in events:
            if event.written_by == "reporter":
                await self.more(case_id_of(event.report_id), evidence_in(event))

    async def _again(self, before: Assessed, why: str | None = None) -> None:
        intake = await self._intake(before.evidence)
        why = why or ("words_gone" if intake.unread else "words_read")
        earlier = earlier_in(before.decision)
        decision = self._decided(before, intake, earlier, why)
        newest = before.evidence[-1]
        incident_at = newest.at if why == "new_evidence" and newest.kind == "occurrence" else None
        again = ("a new incident",) if goes_up_by(incident_at, before.case) else ()
        rose = (*risen(decision, earlier), *again)
        move = Move(
            action=Action.RISK_ROSE if rose else Action.REASSESSED,
            actor=PLATFORM,
            reason=f"{_SAID[why]} Rose: {', '.join(rose)}." if rose else f"{_SAID[why]} Nothing rose.",
            at=decision.occasion.at,
            cause=decision.occasion.decision_id,
            grounds=Grounds(reason_code=why, policy_version=self.policy.version),
            decision=decision,
            incident_at=incident_at,
        )
        case = moved(before.case, move, self.timing)
        unread = decision.occasion.at if intake.unread and why == "new_evidence" else None
        after = replace(before, case=case, decision=record_of(decision), unread_since=unread)
        await self.cases.reassess(after, announcing=announcements_of(before.case, case, move))

    async def _intake(self, evidence: tuple[Evidence, ...]) -> Intake:
        """Read all words anew; TransientError where reporting cannot be asked."""
        wanted = [one.source for one in evidence if one.has_text]
        words = await self.narratives.of(wanted) if wanted else {}
        intakes = [
            replace(
                intake_of(one.fields, words.get(one.source, UNREAD) if one.has_text else Narrative(None)),
                danger_signals=one.danger_signals,
            )
            for one in evidence
        ]
        return united(intakes[0], intakes[1:], occurrences=sum(one.kind == "occurrence" for one in evidence))

    def _decided(self, before: Assessed, intake: Intake, earlier: Earlier, why: str) -> Decision:
        """Decide under an id that follows from the evidence: one decision per evidence and policy version (P11)."""
        sources = (str(one.source) for one in before.evidence)
        occasion = Occasion(
            report_id=before.case.report_id,
            decision_id=derived_id(before.case.report_id, "decision", self.policy.version, why, *sources),
            at=self.clock.now(),
            previous_decision_id=earlier.decision_id,
            supersedes_reason=why,
        )
        return superseding(assess(intake, occasion=occasion, policy=self.policy), earlier)
