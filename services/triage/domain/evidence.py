"""The union of evidence (T0): a report and all that was said later about the same concern, as one intake.

Field by field the more serious answer counts; every text is kept and read by itself. The order in which later evidence
arrived changes nothing but the order of the texts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from services.triage.domain.categories import CATEGORIES, UNCLEAR
from services.triage.domain.report import NO, UNKNOWN, YES, Intake

_YES_FIRST = (YES, NO, UNKNOWN)
#: The answers of each field that has an order, the most serious first; what is not listed is less than all of them.
_GRAVEST_FIRST: Mapping[str, Sequence[object]] = MappingProxyType({
    "when": ("now", "today", "last_night", "this_week", "ongoing_pattern", "last_week", "longer_ago", "not_applicable"),
    "where_kind": ("place_of_worship", "own_home", "neighbour_home"),
    "ongoing": (True, False),
    "previous_action": ("none", "some", "resolved"),
    "reporter_role": ("victim", "professional", "witness", "third_party", "volunteer"),
    "reporter_age_band": ("under_18", "65_plus", "18_24", "25_64"),
    "targeted": _YES_FIRST,
    "hate_perceived": _YES_FIRST,
    "injured": _YES_FIRST,
    "weapon": _YES_FIRST,
    "getting_worse": _YES_FIRST,
    "children_present": _YES_FIRST,
    "impact": ("severe", "some", "none", UNKNOWN),
    "support_network": ("none", "few", "ok", UNKNOWN),
    "safe_contact": ("none", "text_only", "no_phone", "no_post", "any"),
    "share_with_community": (NO, YES, UNKNOWN),
})  # fmt: skip


def united(first: Intake, later: Sequence[Intake] = (), *, occurrences: int = 0) -> Intake:
    """Return one intake with all the evidence; `occurrences` are incidents that were told of later, one by one."""
    if not later:
        return first
    all_of_it = (first, *later)
    texts = [text for one in all_of_it for text in (one.text, *one.further) if text.strip()]
    return replace(
        first,
        **{name: _gravest(order, (getattr(one, name) for one in all_of_it)) for name, order in _GRAVEST_FIRST.items()},
        text=texts[0] if texts else "",
        further=tuple(texts[1:]),
        category=_gravest_category(one.category for one in all_of_it),
        danger_signals=_each_once(all_of_it, lambda one: one.danger_signals),
        vulnerability=_each_once(all_of_it, lambda one: one.vulnerability),
        unread=any(one.unread for one in all_of_it),
        repeat_count=_incidents([one.repeat_count for one in all_of_it], occurrences),
        previous_reports=_most(one.previous_reports for one in all_of_it),
        people_involved=_most(one.people_involved for one in all_of_it),
    )


def _gravest(order: Sequence[object], answers: Iterable[Any]) -> Any:
    given = [answer for answer in answers if answer is not None]
    listed = [answer for answer in given if answer in order]
    return min(listed, key=order.index) if listed else next(iter(given), None)


def _gravest_category(chosen: Iterable[str | None]) -> str | None:
    """Of equals the one kept from communities, then the one chosen first; any subject says more than none."""
    names = [name for name in chosen if name is not None]
    subjects = [name for name in names if name != UNCLEAR] or names
    return max(
        subjects, key=lambda name: (CATEGORIES[name].level, not CATEGORIES[name].community_eligible), default=None
    )


def _each_once(intakes: Sequence[Intake], field: Callable[[Intake], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in intakes for value in field(one)))


def _most(numbers: Iterable[int | None]) -> int | None:
    return max((number for number in numbers if number is not None), default=None)


def _incidents(counts: Sequence[int | None], occurrences: int) -> int | None:
    told = _most(counts)
    return max(told or 0, (counts[0] if counts[0] is not None else 1) + occurrences) if occurrences else told
