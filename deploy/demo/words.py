"""What the demo says of an event: one line each, in words, with nothing in it that a screen should not show."""

from typing import Any

from deploy.demo.ledger import LOCAL_LEVELS
from deploy.demo.reports import DayReport
from shared.contracts.event import Event
from shared.contracts.networks import EngagementEvent, MatchingEnded
from shared.contracts.triage import CaseAssigned, CaseClosed, CaseDeescalated, CaseEscalated, CaseEvent, CaseOpened

IN, TRIAGE, COMMUNITY, PARTNERS, PLATFORM = "in", "triage", "community", "partners", "platform"
LANES = (IN, TRIAGE, COMMUNITY, PARTNERS)
_LONGEST = 100
_REASONS = 3
_PLAIN = frozenset({"CAT", "G1", "G2", "G3", "G4"})
"""Rules that only repeat the category and the grade, which the line shows anyway."""


def reported(report: DayReport) -> str:
    """Return a line about one of the demo's own reports, which are made up and may be shown."""
    text = " ".join(report.text.split())
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"{report.client:<7} {report.category or '(no category)'}: {short}"


def happened(event: Event) -> tuple[str, str] | None:
    """Return the lane and the line of an event on the log; None for what other lanes show already."""
    match event:
        case CaseEvent():
            return TRIAGE, _about_case(event)
        case MatchingEnded():
            return COMMUNITY, f"no (further) offer: {event.reason}  {' '.join(event.refusals)}".rstrip()
        case EngagementEvent():
            what = event.type.removeprefix("kith.engagement.").removesuffix(".v1").replace("_", " ")
            return COMMUNITY, f"{event.category} in {event.area}: {what} (offer {event.offer_number})"
        case _:
            return None


def received(partner: str, event: dict[str, Any]) -> str:
    """Return a line about what a partner got, by stream or by webhook."""
    data = event.get("data", {})
    shown = [str(data[name]) for name in ("level", "grade", "category", "outcome") if data.get(name) is not None]
    return f"{partner:<8} {str(event.get('type', '')).removeprefix('kith.').removesuffix('.v1')} {' '.join(shown)}"


def _about_case(event: CaseEvent) -> str:
    match event:
        case CaseOpened():
            return _opened(event)
        case CaseEscalated() | CaseDeescalated():
            way = "up" if event.level > event.previous_level else "down"
            return f"{event.category}: {way} from level {event.previous_level} to {event.level} ({event.reason_code})"
        case CaseAssigned():
            to = f"{event.owner_role}, {event.agency}" if event.agency else event.owner_role
            return f"{event.category}: in hand with {to}"
        case CaseClosed():
            return f"{event.category}: closed, {event.outcome}"
        case _:
            return f"{event.category}: {event.type}"


def _opened(event: CaseOpened) -> str:
    telling = [reason for reason in event.reasons if reason.rule not in _PLAIN] or event.reasons
    because = "; ".join(f"{reason.rule} {reason.because}" for reason in telling[:_REASONS])
    more = f" (+{len(event.reasons) - _REASONS})" if len(event.reasons) > _REASONS else ""
    against = " ".join(event.community.blockers)
    asked = " · a community may be asked" if event.community.allowed else f" · not for a community ({against})"
    asked = asked if event.level in LOCAL_LEVELS else ""
    return f"level {event.level} {event.grade:<9} {event.category}{asked}: {because}{more}"
