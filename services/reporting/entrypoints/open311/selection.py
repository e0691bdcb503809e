"""Which requests a query asks for, by GeoReport's rules: ninety days at most, the last ninety when it does not say."""

from services.reporting.application.public_ports import Mark, Period
from services.reporting.application.public_requests import Slice, Wanted
from services.reporting.entrypoints.open311.arguments import Arguments
from services.reporting.entrypoints.open311.errors import refusal
from shared.web.paging import Cursors
from shared.web.problem import ProblemError

MOST = 1_000
_PAGE = 100
_LAST_PAGE = 1_000_000
_SPAN = 90 * 86_400
_STATUSES = frozenset({"open", "closed"})


def wanted_in(arguments: Arguments, now: int) -> Wanted:
    """Return what is asked for; without dates of making, dates of change alone decide."""
    statuses = arguments.several("status")
    if statuses is not None and not statuses <= _STATUSES:
        raise refusal("status has to be open, closed or both")
    updated = period_in(arguments, ("updated_after", "updated_before"), now)
    made = period_in(arguments, ("start_date", "end_date"), now)
    if made is None and updated is None:
        made = Period(now - _SPAN, now)
    return Wanted(made, arguments.several("service_code"), statuses, updated)


def period_in(arguments: Arguments, names: tuple[str, str], now: int) -> Period | None:
    """Return a period of ninety days at most; an end that is not given is as far off as that, or now."""
    first, last = (arguments.moment(name) for name in names)
    if first is None and last is None:
        return None
    if last is None and first is not None:
        last = max(first, min(first + _SPAN, now))
    elif first is None and last is not None:
        first = last - _SPAN
    assert first is not None and last is not None  # noqa: S101, PT018 - both were given or computed
    if first > last:
        raise refusal(f"{names[0]} is later than {names[1]}")
    if last - first > _SPAN:
        raise refusal(f"{names[0]} and {names[1]} may span 90 days at most")
    return Period(first, last)


def slice_in(arguments: Arguments, cursors: Cursors) -> Slice:
    """Return the part of the list that is asked for: by page, or from where a cursor stands."""
    page = arguments.whole("page", least=1, most=_LAST_PAGE)
    size = arguments.whole("page_size", least=1, most=MOST)
    cursor = arguments.one("cursor")
    if cursor is None:
        take = size or (MOST if page is None else _PAGE)
        return Slice(take, ((page or 1) - 1) * take)
    try:
        second, name = cursors.decode(cursor)
    except ProblemError:
        raise refusal("cursor is not one that was given out here") from None
    return Slice(size or _PAGE, after=Mark(int(second), str(name)))
