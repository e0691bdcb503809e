"""Cases as lists show them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from services.triage.domain.case import Case
from services.triage.entrypoints.case_views import CaseView, case_view_of
from shared.contracts.vocabulary import Grade


class SealedRow(BaseModel):
    """A case at level 4 in a list: that there is one, how urgent it is and until when.

    It has no field for anything else, such as whether the person may be contacted or what may be done.
    """

    id: UUID
    version: int
    state: str
    level: Literal[4]
    grade: Grade
    opened_at: datetime
    due_at: datetime
    category: Literal["sealed"] = "sealed"
    reduced: Literal[True] = True


CaseRow = CaseView | SealedRow


def listed(case: Case) -> CaseRow:
    """Return a case as lists show it."""
    if not case.sealed:
        return case_view_of(case)
    standing = case.standing
    return SealedRow(
        id=case.id,
        version=case.version,
        state=case.state.value,
        level=4,
        grade=standing.grade,
        opened_at=case.opened_at,
        due_at=standing.due_at,
    )
