"""Speaking to the reporter: by when, that it was done, and what follows where it was not (1.1, 1.2)."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.case import PARTNERSHIP, Case
from services.triage.domain.level_moves import at_level
from services.triage.domain.move import Move
from services.triage.domain.reviews import EARLY_RESOLUTION
from services.triage.domain.timing import Timing


def contact_made(case: Case, move: Move, _: Timing) -> Case:
    """Record that a person spoke to the reporter; a message that the platform sends is none."""
    return replace(case, progress=replace(case.progress, contact_made_at=move.at))


def contact_overdue(case: Case, move: Move, timing: Timing) -> Case:
    """Remember which time was missed, so that it is announced once; from level 2 the case goes to the partnership."""
    missed = replace(case, progress=replace(case.progress, missed=case.progress.contact_due_at))
    if case.standing.level != EARLY_RESOLUTION:
        return missed
    return at_level(missed, PARTNERSHIP, move.at, timing)


def contact_clock(case: Case) -> datetime | None:
    """Return when the clock of the contact runs out; None where it does not run."""
    progress = case.progress
    runs = progress.contact_is_due and progress.missed != progress.contact_due_at
    return progress.contact_due_at if runs else None
