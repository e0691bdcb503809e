"""What happened, counted from the outside: what clients were promised, and what then stood on the log."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts.event import Event
from shared.contracts.reporting import ReportSubmitted
from shared.contracts.triage import CaseClosed, CaseOpened

LOCAL_LEVELS = (1, 2)
_OPEN311 = "open311"


@dataclass(slots=True)
class Ledger:
    """Promises and facts. A fact that is published again under its own id counts once and is noted as repeated."""

    posted: int = 0
    sent_again: int = 0
    answers_replayed: int = 0
    refused: int = 0
    promised: set[UUID] = field(default_factory=set)
    """Reports acknowledged with their id."""
    promised_unnamed: int = 0
    """Reports acknowledged through Open311, which tells no id."""
    submitted: dict[UUID, str] = field(default_factory=dict)
    """Every report on the log, with its channel."""
    openings: dict[UUID, set[UUID]] = field(default_factory=dict)
    """By report, the ids of the events that say its case was opened."""
    cases: dict[UUID, set[UUID]] = field(default_factory=dict)
    opened_at: Counter[int] = field(default_factory=Counter)
    settled: int = 0
    """Cases closed as resolved at a level that communities and front-line officers settle."""
    allowed: int = 0
    delays: list[float] = field(default_factory=list)
    types: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    mails: int = 0
    streamed: dict[str, set[str]] = field(default_factory=dict)
    hooked: set[str] = field(default_factory=set)
    hooks_refused: int = 0
    gaps: int = 0
    _seen: set[UUID] = field(default_factory=set)

    @property
    def acknowledged(self) -> int:
        """How many reports somebody was told are stored for good."""
        return len(self.promised) + self.promised_unnamed

    @property
    def lost(self) -> int:
        """How many acknowledged reports have no case. Those of Open311, which have no name, are counted."""
        named = len(self.promised - self.openings.keys())
        unnamed = {report for report, channel in self.submitted.items() if channel == _OPEN311} - self.promised
        return named + max(0, self.promised_unnamed - len(unnamed & self.openings.keys()))

    @property
    def undecided(self) -> int:
        """How many reports on the log have no case yet."""
        return len(self.submitted.keys() - self.openings.keys())

    @property
    def duplicates(self) -> int:
        """How many cases, openings or reports there are too many."""
        openings = sum(len(ids) - 1 for ids in self.openings.values())
        cases = sum(len(ids) - 1 for ids in self.cases.values())
        unasked = max(0, len(self.submitted) - self.acknowledged) if self.all_answered else 0
        return openings + cases + unasked

    @property
    def all_answered(self) -> bool:
        """Whether every report that was sent has been acknowledged or refused."""
        return self.posted == self.acknowledged + self.refused

    def delay(self, quantile: float) -> float:
        """Return, in milliseconds, the time from report to decision that this share of reports stayed below."""
        ordered = sorted(self.delays)
        return ordered[min(len(ordered) - 1, int(quantile * len(ordered)))] * 1000 if ordered else 0.0

    def take(self, event: Event) -> bool:
        """Count a fact from the log; False where it was counted before."""
        if event.event_id in self._seen:
            self.repeated += 1
            return False
        self._seen.add(event.event_id)
        self.types[event.type] += 1
        if isinstance(event, ReportSubmitted):
            self.submitted[event.report_id] = event.intake.channel
        if isinstance(event, CaseOpened):
            self._opened(event)
        if isinstance(event, CaseClosed):
            self.settled += event.level in LOCAL_LEVELS and event.outcome == "resolved"
        self.mails += event.type == "kith.notification.sent.v1" and getattr(event, "medium", "") == "email"
        return True

    def _opened(self, event: CaseOpened) -> None:
        self.openings.setdefault(event.report_id, set()).add(event.event_id)
        self.cases.setdefault(event.report_id, set()).add(event.case_id)
        self.opened_at[event.level] += 1
        self.allowed += event.community.allowed
        self.delays.append((event.occurred_at - event.received_at).total_seconds())
