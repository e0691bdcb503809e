"""What a person is given of a case under their right of access (7.4), and what a human has to look at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.triage.domain.access import Access
from services.triage.domain.case import Case

#: What is never given without a human's look, and the exemption that may apply.
WITHHELD = (
    ("reasons and particulars of moves", "third parties: DPA 2018 Sch. 2 para. 16"),
    ("category, flags, level and decision record", "crime and safeguarding: DPA 2018 Sch. 2 para. 2, Sch. 3"),
    ("DASH answers", "serious harm: DPA 2018 Sch. 3; never leave their store"),
)


_TELLING = frozenset({"dash", "referred", "raise", "lower", "safety-plan"})


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done, by which roles and which agency: nobody's name and nobody's words."""

    at: datetime
    what: str
    roles: tuple[str, ...]
    agency: str | None


@dataclass(frozen=True, slots=True)
class SubjectAccess:
    """The part of an export that needs no look; `withheld` names the rest."""

    opened_at: datetime | None
    outcome: str | None
    steps: tuple[Step, ...]
    views: tuple[Step, ...]
    withheld: tuple[tuple[str, str], ...] = WITHHELD


def export(case: Case, accesses: Sequence[Access], *, of_reporter: bool) -> SubjectAccess:
    """Return what the reporter is given: what was done and who looked, by role and agency.

    Somebody who was complained about is given nothing from here, as each item would tell that a report exists: a human
    answers them.
    """
    if not of_reporter:
        everything = (("the case as a whole", "the reporter's identity: DPA 2018 Sch. 2 para. 16"), *WITHHELD)
        return SubjectAccess(None, None, (), (), everything)
    steps = tuple(_step(entry.at, entry.action, dict(entry.particulars)) for entry in case.history)
    views = tuple(Step(one.at, _shown(one.what), one.roles, one.agency) for one in accesses)
    return SubjectAccess(case.opened_at, case.outcome, steps, views)


def _step(at: datetime, action: str, particulars: dict[str, str]) -> Step:
    return Step(at, _shown(action), tuple(particulars.get("roles", "").split()), particulars.get("agency"))


def _shown(action: str) -> str:
    """Return what was done, where that does not tell how grave the case is held to be."""
    return "move" if action in _TELLING else action
