"""Who may make which move."""

from collections.abc import Mapping
from types import MappingProxyType

from services.triage.domain.actions import Action
from services.triage.domain.case import Case
from services.triage.domain.errors import NotAuthorisedError
from services.triage.domain.move import HOME_AGENCY, Move

_STAFF = frozenset({"officer", "supervisor"})
_PROFESSIONALS = frozenset({"officer", "supervisor", "partner"})

#: Which roles may make a move; the platform's own account is in none of them.
AUTHORITY: Mapping[Action, frozenset[str]] = MappingProxyType(
    {
        Action.TAKE: _PROFESSIONALS,
        Action.ASSIGN: _STAFF,
        Action.RAISE: _PROFESSIONALS,
        Action.LOWER: frozenset({"supervisor"}),
        Action.CLOSE: _STAFF,
        Action.REOPEN: _STAFF,
        Action.CONTACT_MADE: _PROFESSIONALS,
        Action.REVIEW: _PROFESSIONALS,
        Action.SAFETY_PLAN: _PROFESSIONALS,
        Action.RECORD_DASH: frozenset({"dash_trained"}),
        Action.REFERRED: _PROFESSIONALS,
        Action.OFFER_HANDOVER: _PROFESSIONALS,
        Action.ACCEPT_HANDOVER: _PROFESSIONALS,
        Action.DECLINE_HANDOVER: _PROFESSIONALS,
        Action.WITHDRAW_HANDOVER: _PROFESSIONALS,
    }
)
_SENDERS = frozenset({Action.OFFER_HANDOVER, Action.WITHDRAW_HANDOVER})
_RECEIVERS = frozenset({Action.ACCEPT_HANDOVER, Action.DECLINE_HANDOVER})


def check_authority(case: Case, move: Move) -> None:
    """Raise NotAuthorisedError where this person may not make the move on this case."""
    entitled = AUTHORITY.get(move.action)
    if entitled is None:
        return
    if not entitled & move.actor.roles:
        wanted = " or ".join(sorted(entitled))
        raise NotAuthorisedError(f"'{move.action}' is for the role {wanted}.")
    if move.action in _SENDERS and "supervisor" not in move.actor.roles:
        _check_agency(move, case.owner.agency or HOME_AGENCY, "answers for the case")
    if move.action in _RECEIVERS and case.handover is not None:
        _check_agency(move, case.handover.to_agency, "is asked to take the case")


def _check_agency(move: Move, agency: str, does_what: str) -> None:
    if move.actor.home != agency:
        raise NotAuthorisedError(f"'{move.action}' is for the agency that {does_what}.")
