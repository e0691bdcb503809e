"""Hand-over between agencies: offered, then accepted, declined, withdrawn or expired. Nobody owns a case by default."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from services.triage.domain.case import Case, Handover, Owner
from services.triage.domain.errors import UnreasonableMoveError
from services.triage.domain.move import HOME_AGENCY, Move
from services.triage.domain.timing import Timing

#: What allows a case to travel to another agency: consent, or a duty or power under its code (7.1, 7.2).
LAWFUL_BASES: Mapping[str, str] = MappingProxyType(
    {
        "consent": "the person agreed to it, and it is recorded",
        "vital_interests": "UK GDPR Art. 6(1)(d), 9(2)(c): somebody's life or safety",
        "public_task": "UK GDPR Art. 6(1)(e) with DPA 2018 Sch. 1 where the data are special",
        "law_enforcement": "DPA 2018 Part 3: a competent authority's law enforcement purpose",
        "cda_1998_s115": "Crime and Disorder Act 1998 s.115: necessary or expedient for the Act",
        "children_act_1989_s17_s47": "Children Act 1989 s.17, s.47: a child in need or at risk",
        "care_act_2014_s42": "Care Act 2014 s.42: an adult with care and support needs at risk",
        "modern_slavery_act_2015_s52": "Modern Slavery Act 2015 s.52: duty to notify",
        "ctsa_2015_s26": "Counter-Terrorism and Security Act 2015 s.26: Prevent duty",
        "asbcpa_2014_s104": "ASB, Crime and Policing Act 2014 s.104: ASB case review",
    }
)
#: Why an agency does not take a case [HOUSE]; the words beside the code stay in the case.
DECLINE_REASONS = (
    "not_our_remit",
    "wrong_area",
    "not_enough_information",
    "no_capacity",
    "conflict_of_interest",
    "already_with_us",
    "other",
)


def offered(case: Case, move: Move, timing: Timing) -> Case:
    """Ask an agency to take the case; it has as long as a person has to look at a case of this grade."""
    offer = move.offer
    if offer is None:
        raise UnreasonableMoveError("Name the agency in 'agency' and what allows the hand-over in 'basis'.")
    if offer.basis not in LAWFUL_BASES:
        raise UnreasonableMoveError(f"Say what allows the hand-over in 'basis': one of {', '.join(LAWFUL_BASES)}.")
    sender = case.owner.agency or HOME_AGENCY
    if offer.to_agency == sender:
        raise UnreasonableMoveError(f"The case is with {sender} already; assign it there in 'agency'.")
    _, expires_at = timing(case.standing.level, case.standing.grade, move.at)
    handover = Handover(
        id=offer.id,
        from_agency=sender,
        to_agency=offer.to_agency,
        to_role=offer.to_role,
        basis=offer.basis,
        offered_by=move.actor.subject,
        offered_at=move.at,
        expires_at=expires_at,
    )
    return replace(case, handover=handover)


def accepted(case: Case, move: Move, _: Timing) -> Case:
    """Make the agency that accepts the owner, from this moment on."""
    handover = case.handover
    if handover is None:
        raise UnreasonableMoveError("Nobody is asked to take the case.")
    owner = Owner(handover.to_role, handover.to_agency, move.actor.subject)
    return replace(case, owner=owner, handover=None)


def declined(case: Case, move: Move, _: Timing) -> Case:
    """Leave the case with its sender, and say why under a code."""
    if move.grounds.reason_code not in DECLINE_REASONS:
        raise UnreasonableMoveError(f"Say why in 'reason_code': one of {', '.join(DECLINE_REASONS)}.")
    return replace(case, handover=None)


def ended(case: Case, _: Move, __: Timing) -> Case:
    """Leave the case with its sender: the offer was withdrawn, or nobody answered in time."""
    return replace(case, handover=None)
