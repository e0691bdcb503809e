"""What a decided report leaves in the history of places."""

from services.triage.domain.decision import Decision
from services.triage.domain.patterns.sighting import Sighting, area_unit, leaves_a_sighting
from shared.contracts.reporting import ReportSubmitted


def sighting_of(submitted: ReportSubmitted, decision: Decision) -> Sighting | None:
    """Return it; none where no cell is known, nothing happened at a place, or the matter is private (7.6)."""
    if submitted.cell is None or not leaves_a_sighting(decision.category, decision.flag_names):
        return None
    return Sighting(
        report_id=submitted.report_id,
        concern_id=submitted.concern_id,
        category=decision.category,
        cell=submitted.cell,
        at=submitted.received_at,
        area=area_unit(submitted.areas),
        where_kind=submitted.intake.where_kind,
        reporter_role=submitted.intake.reporter_role,
    )
