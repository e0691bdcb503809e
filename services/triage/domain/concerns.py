"""M1: what a report tells of besides its main concern. The gravest sets the level, the rest become items of their own.

Two matters in one sentence are taken for one. What carries a blocking flag is never split off: it belongs to the case.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from services.triage.domain.categories import CategoryPolicy
from services.triage.domain.clock_rules import deadlines
from services.triage.domain.findings import Findings, by_support
from services.triage.domain.flags import BLOCKING
from services.triage.domain.grades import Grade
from services.triage.domain.rules import Fired
from services.triage.domain.signals import Reading, Status
from services.triage.domain.terms import Terms

_SENTENCE_ENDS = re.compile(
    r"[.!?;\n]+|\b(?:also|separately|on top of that|another thing|the other thing|as well as that)\b", re.IGNORECASE
)
_NO_MATTER_OF_ITS_OWN = frozenset({"com.feels_unsafe", "com.idea_or_offer", "unk.unclear"})


@dataclass(frozen=True, slots=True)
class Item:
    """A further concern of the same report: linked to the case, with a lead and a clock of its own."""

    id: UUID
    category: str
    level: int
    grade: Grade
    lead_role: str
    due_at: datetime


def further_concerns(findings: Findings, read: Callable[[str], Reading]) -> tuple[str, ...]:
    """Return the categories, in the order of the text, of sentences about something else than the main concern."""
    main = set(findings.categories)
    if not set(findings.text_categories) - main:
        return ()
    found = []
    for text in (findings.intake.text, *findings.intake.further):
        parts = [part for part in _SENTENCE_ENDS.split(text) if part.strip()]
        found += [_subject(read(part), main, findings.terms) for part in parts] if len(parts) > 1 else []
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _subject(reading: Reading, main: AbstractSet[str], terms: Terms) -> str | None:
    if any(signal.flag in BLOCKING and signal.status is Status.AFFIRMED for signal in reading.signals):
        return None
    subjects = [name for name in by_support(reading.categories, terms.categories) if name not in _NO_MATTER_OF_ITS_OWN]
    return subjects[0] if subjects and main.isdisjoint(subjects) else None


def further_floors(concerns: tuple[str, ...], categories: Mapping[str, CategoryPolicy]) -> tuple[Fired, ...]:
    """M1: every concern of the report gives a floor."""
    return tuple(
        Fired("M1", f"It also tells of {name}, which starts at level {categories[name].level}.", categories[name].level)
        for name in concerns
    )


def items_of(
    concerns: tuple[str, ...], report_id: UUID, at: datetime, holidays: AbstractSet[date], terms: Terms
) -> tuple[Item, ...]:
    """Return each concern as an item with the routine handling of its category."""
    items = []
    for name in concerns:
        row = terms.categories[name]
        due = deadlines(at, row.grade, row.level, holidays, terms.clocks).review
        items.append(Item(uuid5(report_id, f"item/{name}"), name, row.level, row.grade, row.lead, due))
    return tuple(items)


def item_record(item: Item) -> Mapping[str, object]:
    """Return the item as the decision record holds it."""
    return {
        "id": str(item.id),
        "category": item.category,
        "level": item.level,
        "grade": item.grade.name,
        "lead_role": item.lead_role,
        "due_at": item.due_at.isoformat(),
    }


def item_in(record: Mapping[str, Any]) -> Item:
    """Return the item that the record holds."""
    return Item(
        UUID(record["id"]),
        record["category"],
        record["level"],
        Grade[record["grade"]],
        record["lead_role"],
        datetime.fromisoformat(record["due_at"]),
    )
