"""What no setting may undo: an artefact may be as careful as this release or more, never less."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from services.triage.domain.categories import CATEGORIES, CategoryPolicy
from services.triage.domain.clock_rules import CLOCKS
from services.triage.domain.leads import LEAD_ROLES
from services.triage.domain.terms import THRESHOLDS, Terms

_PARTNERSHIP, _HIGHEST = 3, 4


class PolicyRefusedError(ValueError):
    """A policy that may not be put in force; `reasons` name each rule or part and what is wrong with it."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = tuple(reasons)


def breaches(terms: Terms) -> Iterator[str]:
    """Yield every way in which the terms are less careful than is allowed, by rule."""
    missing, unknown = CATEGORIES.keys() - terms.categories.keys(), terms.categories.keys() - CATEGORIES.keys()
    yield from (f"CAT {name}: the category is missing" for name in sorted(missing))
    yield from (f"CAT {name}: there is no such category" for name in sorted(unknown))
    for name, row in CATEGORIES.items():
        if name in terms.categories:
            yield from _of_category(terms.categories[name], row)
    yield from _of_numbers(terms)
    yield from terms.case_review.breaches()
    yield from terms.marac.breaches()
    matrix = terms.matrix
    if not 0 < matrix.medium_from < matrix.high_from <= matrix.highest:
        yield f"RAM: the bands start at {matrix.medium_from} and {matrix.high_from} of {matrix.highest} points"


def _of_category(row: CategoryPolicy, built_in: CategoryPolicy) -> Iterator[str]:
    least = built_in.level if built_in.level >= _PARTNERSHIP else 1
    if not least <= row.level <= _HIGHEST:
        yield f"CAT {row.id}: level {row.level}; it is {least} at least and {_HIGHEST} at most"
    if row.community_eligible and not (built_in.community_eligible and row.level < _PARTNERSHIP):
        yield f"C4 {row.id}: it is never offered to a community"
    if built_in.level >= _PARTNERSHIP and row.grade > built_in.grade:
        yield f"CAT {row.id}: grade {row.grade.name}; it is never slower than {built_in.grade.name}"
    if row.lead not in LEAD_ROLES:
        yield f"CAT {row.id}: the policy names no lead role {row.lead!r}"
    if row.weight < 0 or (row.weight > 0 and row.id.startswith("saf.")):
        yield f"CAT {row.id}: harm weight {row.weight}; it is 0 for safeguarding and 0 at least for the rest"


def _of_numbers(terms: Terms) -> Iterator[str]:
    for kind, held, built_in in (("threshold", terms.thresholds, THRESHOLDS), ("clock", terms.clocks, CLOCKS)):
        for one in fields(built_in):
            value, most = getattr(held, one.name), getattr(built_in, one.name)
            if not 1 <= value <= most:
                yield f"{kind} {one.name}: {value}; it is {most} at most and 1 at least"
