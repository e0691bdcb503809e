"""When somebody asks what has been reported, and what became of it, without any credential."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.keep_register import CHANGED, request_mark, second_of, update_id_of
from services.reporting.application.public_ports import Mark, Period, PublicReport, PublicReports, TimeLine
from services.reporting.domain.exposure import Exposure
from services.reporting.domain.public_status import closes
from services.reporting.domain.reference import reference_from

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which requests are asked for. None asks for any; `updated` looks at the last change."""

    made: Period | None
    kinds: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    updated: Period | None = None

    def has(self, mark: Mark) -> bool:
        """Tell whether a mark of the register is among them."""
        kind, status, updated = mark.says
        return (
            (self.made is None or self.made.first <= mark.second <= self.made.last)
            and (self.kinds is None or kind in self.kinds)
            and (self.statuses is None or status in self.statuses)
            and (self.updated is None or self.updated.first <= int(updated) <= self.updated.last)
        )


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list: so many from a position on, after passing over some."""

    take: int
    skip: int = 0
    after: Mark | None = None

    def reaches(self, mark: Mark) -> bool:
        """Tell whether a mark comes after the position."""
        return self.after is None or (mark.second, mark.name) > (self.after.second, self.after.name)


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a list; `last` is where the next part goes on, None at the end."""

    requests: tuple[PublicReport, ...]
    last: Mark | None


@dataclass(frozen=True, slots=True)
class Happened:
    """The nth thing that happened to a request."""

    request: PublicReport
    number: int


@dataclass(frozen=True, slots=True)
class PublicRequests:
    """Answer from the registers, and look again at the reports themselves before anything is shown."""

    reports: PublicReports
    requests: TimeLine
    updates: TimeLine

    async def numbered(self, typed: Sequence[str]) -> Sequence[PublicReport]:
        """Return those requests whose numbers these are and which may be seen, in the order asked."""
        references = list(dict.fromkeys(reference for one in typed if (reference := reference_from(one)) is not None))
        found = {one.reference: one for one in await self.reports.with_references(references)}
        shown = [found[each] for each in references if each in found]
        return [one for one in shown if one.standing.exposure is not Exposure.HIDDEN]

    async def with_token(self, token: UUID) -> PublicReport | None:
        """Return the report that a client was given this token for, whether it may be seen or not."""
        found = await self.reports.with_ids([token])
        return next((one for one in found if _was_numbered(one)), None)

    async def with_number(self, typed: str) -> PublicReport | None:
        """Return the report that a client was given this number for, whether it may be seen or not."""
        reference = reference_from(typed)
        found = await self.reports.with_references([reference]) if reference else ()
        return next((one for one in found if _was_numbered(one)), None)

    async def listed(self, wanted: Wanted, part: Slice) -> Listed:
        """Return a part of the list, in the order in which requests were made."""
        marks: list[Mark] = []
        skipped = 0
        async for mark in self._marks(wanted):
            if not wanted.has(mark) or not part.reaches(mark):
                continue
            skipped += 1
            if skipped <= part.skip:
                continue
            marks.append(mark)
            if len(marks) > part.take:
                break
        shown = marks[: part.take]
        found = {one.id: one for one in await self.reports.with_ids([UUID(mark.name) for mark in shown])}
        requests = (found[id_] for mark in shown if (id_ := UUID(mark.name)) in found)
        return Listed(
            tuple(one for one in requests if _is_listed(one) and wanted.has(request_mark(one))),
            Mark(shown[-1].second, shown[-1].name) if len(marks) > part.take else None,
        )

    async def happened(self, period: Period, part: Slice) -> Sequence[Happened]:
        """Return what happened to listed requests in a period, in order, their arrival left out."""
        changes = [mark async for mark in self.updates.within(period) if mark.says[1] == CHANGED]
        marks = changes[part.skip : part.skip + part.take]
        found = {one.id: one for one in await self.reports.with_ids(list({UUID(mark.says[0]) for mark in marks}))}
        shown = {id_: one for id_, one in found.items() if _is_listed(one)}
        numbers = {
            update_id_of(one, number): Happened(one, number)
            for one in shown.values()
            for number in range(1, len(one.progress.timeline))
        }
        return [numbers[mark.name] for mark in marks if mark.name in numbers]

    async def _marks(self, wanted: Wanted) -> AsyncIterator[Mark]:
        if wanted.made is not None:
            async for mark in self.requests.within(wanted.made):
                yield mark
        elif wanted.updated is not None:
            for mark in await self._changed(wanted.updated):
                yield mark

    async def _changed(self, period: Period) -> Sequence[Mark]:
        """Return the requests that were made or changed in a period, in the order in which they were made."""
        ids = list({UUID(mark.says[0]) async for mark in self.updates.within(period)})
        marks: list[Mark] = []
        for start in range(0, len(ids), _AT_ONCE):
            found = await self.reports.with_ids(ids[start : start + _AT_ONCE])
            marks += [request_mark(one) for one in found if _is_listed(one)]
        return sorted(marks)


def status_of(report: PublicReport) -> str:
    """Return GeoReport's word for where a request stands."""
    return "closed" if closes(report.progress.status) else "open"


def updated_second(report: PublicReport) -> int:
    """Return when a request was last changed."""
    return second_of(report.progress.timeline[-1].at)


def _is_listed(report: PublicReport) -> bool:
    return report.standing.exposure is Exposure.LISTED


def _was_numbered(report: PublicReport) -> bool:
    return report.standing.numbered and not report.standing.attached
