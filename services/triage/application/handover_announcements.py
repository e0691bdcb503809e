"""What is announced about a hand-over between agencies. A reason in words stays in the case; its code travels."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from services.triage.domain.actions import Action
from services.triage.domain.case import Case, Handover
from services.triage.domain.leads import published_role
from services.triage.domain.move import Move
from shared.contracts.event import Event
from shared.contracts.triage import (
    CaseEvent,
    HandoverAccepted,
    HandoverDeclined,
    HandoverExpired,
    HandoverOffered,
    HandoverWithdrawn,
)

Common = Callable[[type[CaseEvent]], Mapping[str, Any]]


def handover_announcements(before: Case, after: Case, move: Move, common: Common) -> Iterator[Event]:
    """Yield the event of a hand-over that was offered or came to its end by this move."""
    if before.handover == after.handover:
        return
    if before.handover is None and after.handover is not None:
        offered = after.handover
        yield HandoverOffered(
            **common(HandoverOffered), **_parties(offered), **_terms(offered), expires_at=offered.expires_at
        )
    elif before.handover is not None:
        yield _end_of(before.handover, move, common)


def _end_of(handover: Handover, move: Move, common: Common) -> Event:
    parties = _parties(handover)
    if move.action is Action.ACCEPT_HANDOVER:
        return HandoverAccepted(**common(HandoverAccepted), **parties, **_terms(handover))
    if move.action is Action.DECLINE_HANDOVER:
        return HandoverDeclined(**common(HandoverDeclined), **parties, decline_code=move.grounds.reason_code)
    if move.action is Action.HANDOVER_EXPIRED:
        return HandoverExpired(**common(HandoverExpired), **parties, expired_at=handover.expires_at)
    return HandoverWithdrawn(**common(HandoverWithdrawn), **parties)


def _parties(handover: Handover) -> Mapping[str, Any]:
    return {"handover_id": handover.id, "from_agency": handover.from_agency, "to_agency": handover.to_agency}


def _terms(handover: Handover) -> Mapping[str, Any]:
    return {"to_role": published_role(handover.to_role), "basis": handover.basis}
