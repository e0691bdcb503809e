"""When a case was opened: look again at whether local people may be asked, and ask the first of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.networks.application.announcements import announcements
from services.networks.application.concerns import concern_of
from services.networks.application.offer_next import OfferNext, Step
from services.networks.application.ports import Engagements
from services.networks.domain.concern import refusals
from services.networks.domain.engagement import Ending, Engagement
from shared.contracts.event import Event
from shared.contracts.triage import CaseOpened
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class BeginMatching:
    """Start the search for help for every case that allows it. Hearing of a case again changes nothing."""

    engagements: Engagements
    offer_next: OfferNext
    clock: Clock

    async def __call__(self, opened: Sequence[CaseOpened]) -> None:
        """Begin each case once. Cases that triage forbids leave no trace here: the reasons are in its record."""
        allowed = {case.case_id: case for case in opened if case.community.allowed}
        known = await self.engagements.get_many(allowed) if allowed else {}
        begun = [await self._begun(case) for case_id, case in allowed.items() if case_id not in known]
        stored = await self.engagements.add([(step.engagement, told) for step, told in begun]) if begun else frozenset()
        lost = {case_id: step for step, _ in begun if (case_id := step.engagement.concern.case_id) not in stored}
        winners = await self.engagements.get_many(lost) if lost else {}
        for case_id, step in lost.items():
            winner = winners.get(case_id)
            await self.offer_next.undo(step, winner.engagement if winner else None)

    async def _begun(self, case: CaseOpened) -> tuple[Step, Sequence[Event]]:
        concern, at = concern_of(case), self.clock.now()
        stands_against = refusals(concern)
        if stands_against:
            counted = tuple(f"{name}:1" for name in stands_against)
            step = Step(Engagement(concern).ended(Ending.NOT_ALLOWED, counted))
        else:
            step = await self.offer_next(Engagement(concern), at)
        return step, announcements(None, step.engagement, at, case.event_id)
