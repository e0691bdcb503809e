"""What networks keeps of a case event."""

from services.networks.domain.concern import Concern, Flag
from shared.contracts.triage import CaseClosed, CaseDeescalated, CaseEscalated, CaseOpened


def concern_of(case: CaseOpened | CaseEscalated | CaseDeescalated | CaseClosed) -> Concern:
    """Return the concern as this event shows it; a closed case allows nothing."""
    open_case = None if isinstance(case, CaseClosed) else case
    return Concern(
        case_id=case.case_id,
        report_id=case.report_id,
        concern_id=case.concern_id,
        correlation_id=case.correlation_id,
        level=case.level,
        category=case.category,
        areas=case.areas,
        flags=tuple(Flag(flag.flag, flag.blocking) for flag in open_case.flags) if open_case else (),
        allowed=open_case.community.allowed if open_case else False,
        conditions=open_case.community.conditions if open_case else (),
        human_required=isinstance(case, CaseOpened) and case.human_required,
    )
