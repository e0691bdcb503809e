"""What became of a report, as its reporter may see it: a fold over facts, whatever order they arrive in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.reporting.domain.standing import Standing, latest


class Status(StrEnum):
    """Where a report stands, in words that name no level, no flag and nobody."""

    RECEIVED = "received"
    IN_HAND = "in_hand"
    WITH_COMMUNITY = "with_community"
    WITH_PARTNER = "with_partner"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


class Happening(StrEnum):
    """What other services, or the reporter, did about a report; the names are stored."""

    CASE_OPENED = "case_opened"
    CASE_RECONSIDERED = "case_reconsidered"
    OFFICER_TOOK_IT = "officer_took_it"
    PARTNER_TOOK_IT = "partner_took_it"
    COMMUNITY_TOOK_IT = "community_took_it"
    COMMUNITY_DID_IT = "community_did_it"
    COMMUNITY_ENDED = "community_ended"
    CASE_RESOLVED = "case_resolved"
    CASE_WITHDRAWN = "case_withdrawn"
    REPORT_WITHDRAWN = "report_withdrawn"
    CASE_RESOLVED_BY_PARTNER = "case_resolved_by_partner"
    CASE_NOT_TAKEN_FURTHER = "case_not_taken_further"
    REPORTER_DISPUTED = "reporter_disputed"
    REPORTER_SETTLED = "reporter_settled"
    """The reporter agrees that it is settled; that changes no status."""
    CASE_JUDGED = "case_judged"
    """Triage judged the case anew; the reporter is told nothing of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One happening, known by the id of the event that told us."""

    id: UUID
    at: datetime
    what: Happening
    standing: Standing | None = None
    """How the case was judged by then, where the event said so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    at: datetime
    status: Status
    message: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The present status and how it came about."""

    status: Status
    timeline: tuple[Entry, ...]


_COMMUNITY = frozenset({Status.WITH_COMMUNITY})
_NOBODY_YET = frozenset({Status.RECEIVED, Status.RESOLVED})
_NOT_OURS = frozenset({Status.RECEIVED, Status.RESOLVED, Status.WITH_COMMUNITY})
_ANY = frozenset(Status) - {Status.WITHDRAWN}

_TELL_US = "Tell us within 14 days if it is not."
RECEIVED_MESSAGE = "We have your report."

#: happening: (the statuses in which it changes something, the status after it, what the reporter reads)
MOVES: dict[Happening, tuple[frozenset[Status], Status, str]] = {
    Happening.CASE_OPENED: (_NOBODY_YET, Status.IN_HAND, "Your report has been looked at and is being dealt with."),
    Happening.CASE_RECONSIDERED: (_NOT_OURS, Status.IN_HAND, "Your report has been looked at again."),
    Happening.OFFICER_TOOK_IT: (_ANY, Status.IN_HAND, "Somebody is now responsible for your report."),
    Happening.PARTNER_TOOK_IT: (_ANY, Status.WITH_PARTNER, "A partner organisation is now responsible."),
    Happening.COMMUNITY_TOOK_IT: (_ANY, Status.WITH_COMMUNITY, "People locally have offered to help with this."),
    Happening.COMMUNITY_DID_IT: (_COMMUNITY, Status.WITH_COMMUNITY, "What was offered locally has been done."),
    Happening.COMMUNITY_ENDED: (_COMMUNITY, Status.IN_HAND, "Your report is back with the team."),
    Happening.CASE_RESOLVED: (_ANY, Status.RESOLVED, f"Our team has closed your report as settled. {_TELL_US}"),
    Happening.CASE_RESOLVED_BY_PARTNER: (
        _ANY,
        Status.RESOLVED,
        f"The partner organisation has closed your report as settled. {_TELL_US}",
    ),
    Happening.CASE_NOT_TAKEN_FURTHER: (
        _ANY,
        Status.RESOLVED,
        f"Our team has closed your report and will not take it further. {_TELL_US}",
    ),
    Happening.REPORTER_DISPUTED: (
        frozenset({Status.RESOLVED}),
        Status.IN_HAND,
        "You told us that it is not settled. A person looks at it again and tells you what they decide.",
    ),
    Happening.REPORTER_SETTLED: (frozenset(), Status.RESOLVED, ""),
    Happening.CASE_WITHDRAWN: (_ANY, Status.WITHDRAWN, "Your report was withdrawn."),
    Happening.REPORT_WITHDRAWN: (_ANY, Status.WITHDRAWN, "You withdrew your report."),
    Happening.CASE_JUDGED: (frozenset(), Status.IN_HAND, ""),
}

_ENDINGS = frozenset(what for what, (_, after, message) in MOVES.items() if after is Status.RESOLVED and message)
_CLOSED = frozenset({Status.RESOLVED, Status.WITHDRAWN})


def progress_of(received_at: datetime, facts: Iterable[Fact]) -> Progress:
    """Return the status and timeline; the same facts in any order, or told twice, give the same answer.

    Withdrawn is final. An officer or partner who took a report keeps it when somebody else reconsiders it.
    """
    status = Status.RECEIVED
    timeline = [Entry(received_at, status, RECEIVED_MESSAGE)]
    for fact in _in_order(facts):
        counts_in, after, message = MOVES[fact.what]
        if status in counts_in:
            status = after
            timeline.append(Entry(max(fact.at, received_at), after, message))
    return Progress(status, _without_repeats(timeline))


def closed_at(received_at: datetime, facts: Iterable[Fact]) -> datetime | None:
    """Return since when a report is closed; None while it is open."""
    progress = progress_of(received_at, facts)
    return progress.timeline[-1].at if progress.status in _CLOSED else None


def disputed(facts: Iterable[Fact]) -> bool:
    """Tell whether the reporter has said that it is not settled since it was last closed."""
    told = [fact.what for fact in _in_order(facts) if fact.what in _ENDINGS or fact.what is Happening.REPORTER_DISPUTED]
    return bool(told) and told[-1] is Happening.REPORTER_DISPUTED


def standing_of(facts: Iterable[Fact]) -> Standing | None:
    """Return how the case of a report is judged; None before triage has."""
    return latest(fact.standing for fact in _in_order(facts))


def _in_order(facts: Iterable[Fact]) -> Sequence[Fact]:
    once = {fact.id: fact for fact in facts}
    return sorted(once.values(), key=lambda fact: (fact.at, fact.id))


def _without_repeats(timeline: Sequence[Entry]) -> tuple[Entry, ...]:
    kept = timeline[:1]
    for entry in timeline[1:]:
        if (entry.status, entry.message) != (kept[-1].status, kept[-1].message):
            kept = [*kept, entry]
    return tuple(kept)
