"""What every home for the evidence of cases must do; subclassed once per backend."""

from abc import ABC, abstractmethod
from dataclasses import replace

import pytest

from services.triage.adapters.mongo_cases import MongoCases
from services.triage.adapters.mongo_evidence import MongoEvidence
from services.triage.application.announcements import announcements_of
from services.triage.application.evidence import Evidence
from services.triage.application.ports import OpenedCase
from services.triage.domain.actions import Action
from services.triage.domain.case import Case
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.moves import moved
from shared.contracts.intake import IntakeFields
from shared.runtime.ids import new_id
from tests.contract.triage.cases_contract import opening
from tests.support.cases import NOON, a_case, a_move, timing

WORDS = Evidence(new_id(), NOON, IntakeFields(category="env.litter", repeat_count=2), ("knife",), has_text=True)
LATER = Evidence(new_id(), NOON, IntakeFields(weapon="yes"), kind="occurrence")


def unread(case: Case) -> OpenedCase:
    return replace(opening(case), evidence=WORDS, unread_since=NOON)


class EvidenceContract(ABC):
    """The suite."""

    @abstractmethod
    async def homes(self) -> tuple[MongoCases, MongoEvidence]: ...

    async def test_evidence_comes_back_as_it_went_in(self) -> None:
        cases, evidence = await self.homes()
        case = a_case(level=3)
        await cases.add([unread(case)])

        assessed = await evidence.assessed(case.id)

        assert (assessed.case, assessed.evidence, assessed.unread_since) == (case, (WORDS,), NOON)
        assert assessed.decision["level"] == 3

    async def test_a_case_of_nobody_is_reported_as_such(self) -> None:
        _, evidence = await self.homes()

        with pytest.raises(CaseNotFoundError):
            await evidence.assessed(new_id())

    async def test_what_waits_to_be_read_is_found_until_it_was(self) -> None:
        cases, evidence = await self.homes()
        waiting, read = a_case(), a_case()
        await cases.add([unread(waiting), opening(read)])

        found = [case_id async for case_id in evidence.unread(10)]

        assert found == [waiting.id]

    async def test_of_two_who_decide_again_one_is_stored_with_all_that_belongs_to_it(self) -> None:
        cases, evidence = await self.homes()
        case = a_case(level=2)
        await cases.add([unread(case)])
        before = await evidence.assessed(case.id)
        move = a_move(Action.REVIEW)
        after = moved(case, move, timing)
        decided = replace(before, case=after, decision={"level": 4}, evidence=(WORDS, LATER), unread_since=None)

        await evidence.reassess(decided, announcing=announcements_of(case, after, move))
        with pytest.raises(StaleCaseError):
            await evidence.reassess(decided, announcing=[])

        held = await evidence.assessed(case.id)
        assert (held.case, held.evidence, held.decision, held.unread_since) == (
            after,
            (WORDS, LATER),
            {"level": 4},
            None,
        )
        assert [case_id async for case_id in evidence.unread(10)] == []
