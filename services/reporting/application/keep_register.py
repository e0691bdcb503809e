"""When something was decided about reports: keep the register of those that anybody may see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.reporting.application.public_ports import Decided, Mark, PublicReport, PublicReports, TimeLine
from services.reporting.domain.exposure import Exposure, withholds
from services.reporting.domain.public_status import closes
from shared.contracts.networks import EngagementEvent, EngagementFoundUnsafe, MatchingEnded
from shared.contracts.triage import CaseDeescalated, CaseEscalated, CaseEvent, CaseOpened
from shared.runtime.ids import derived_id

CHANGED = "changed"
_MADE = "made"

HeardEvent = CaseEvent | EngagementEvent | MatchingEnded


class Register(Protocol):
    """What is to hear of reports whose standing may have changed."""

    async def refresh(self, reports: Sequence[PublicReport]) -> None:
        """Show what may be seen and take back what may not; again it changes nothing."""
        ...


@dataclass(frozen=True, slots=True)
class KeepRegister:
    """Note what keeps a report from the public or lets it be seen, and bring every register up to date.

    It reads the reports after the facts are stored, so that the order of events makes no difference in the end.
    """

    reports: PublicReports
    registers: tuple[Register, ...]

    async def __call__(self, events: Sequence[HeardEvent]) -> None:
        """Take these events into account."""
        await self.reports.decide(list(_decided(events)))
        reports = await self.reports.with_ids(list({event.report_id for event in events}))
        for register in self.registers:
            await register.refresh(reports)


@dataclass(frozen=True, slots=True)
class RequestRegister:
    """Requests by when they were made, and what happened to them by when it did."""

    requests: TimeLine
    updates: TimeLine

    async def refresh(self, reports: Sequence[PublicReport]) -> None:
        """Put those that are listed, with their updates; drop the others."""
        listed = [report for report in reports if report.standing.exposure is Exposure.LISTED]
        hidden = [report for report in reports if report.standing.exposure is not Exposure.LISTED]
        await self.requests.change([request_mark(one) for one in listed], [request_mark(one) for one in hidden])
        await self.updates.change(
            [mark for one in listed for mark in update_marks(one)],
            [mark for one in hidden for mark in update_marks(one)],
        )


def request_mark(report: PublicReport) -> Mark:
    """Return a report's place among the requests: with its kind, whether it is closed and when it was last changed."""
    updated = str(second_of(report.progress.timeline[-1].at))
    says = (report.standing.kind or "", "closed" if closes(report.progress.status) else "open", updated)
    return Mark(second_of(report.received_at), report.id.hex, says)


def update_marks(report: PublicReport) -> Iterator[Mark]:
    """Yield the places of its arrival and of what happened to it since."""
    for number, entry in enumerate(report.progress.timeline):
        says = (report.id.hex, CHANGED if number else _MADE)
        yield Mark(second_of(entry.at), update_id_of(report, number), says)


def update_id_of(report: PublicReport, number: int) -> str:
    """Return the id of the nth thing that happened, the same as long as it is told the same way."""
    entry = report.progress.timeline[number]
    return derived_id(report.id, "update", entry.at.isoformat(), entry.status).hex


def second_of(moment: datetime) -> int:
    """Return the second in which a moment lies."""
    return int(moment.timestamp())


def _decided(events: Sequence[HeardEvent]) -> Iterator[tuple[UUID, Decided]]:
    for event in events:
        match event:
            case CaseOpened():
                flagged = any(flag.blocking for flag in event.flags)
                if withholds(event.level, flagged=flagged):
                    yield event.report_id, Decided(withheld=True)
                else:
                    yield event.report_id, Decided(found=event.category, expected_at=event.due_at)
            case CaseEscalated() | CaseDeescalated():
                flagged = any(flag.blocking for flag in event.flags)
                if withholds(event.level, flagged=flagged) or withholds(event.previous_level):
                    yield event.report_id, Decided(withheld=True)
            case EngagementFoundUnsafe():
                yield event.report_id, Decided(withheld=True)
            case CaseEvent() if withholds(event.level):
                yield event.report_id, Decided(withheld=True)
