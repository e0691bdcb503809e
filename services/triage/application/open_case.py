"""From a submitted report and its words to a case, its decision record and what is announced."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

from services.triage.application.announcements import case_id_of
from services.triage.application.evidence import Evidence
from services.triage.application.ports import Narrative, OpenedCase
from services.triage.application.sighting_of import sighting_of
from services.triage.domain.case import Case, HeldFlag, Owner, Progress, Standing
from services.triage.domain.community import Community
from services.triage.domain.decision import Decision, Occasion, record_of
from services.triage.domain.policy import Policy, assess
from services.triage.domain.report import Intake
from services.triage.domain.rules import Fired
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportMessaged, ReportSubmitted
from shared.contracts.triage import CaseOpened, CommunityDecision, FlagRaised, Reason
from shared.runtime.ids import derived_id

_FIELDS = tuple(IntakeFields.model_fields)


def opened_case(
    submitted: ReportSubmitted, narrative: Narrative, policy: Policy, *, announced_at: datetime | None = None
) -> OpenedCase:
    """Assess the report as of when it was received, so that assessing it again gives the same bytes.

    Only what is announced tells when that was done, where `announced_at` is given.
    """
    occasion = Occasion(
        report_id=submitted.report_id,
        decision_id=derived_id(submitted.report_id, "decision", policy.version),
        at=submitted.received_at,
    )
    intake = replace(intake_of(submitted.intake, narrative), danger_signals=submitted.danger_signals)
    decision = assess(intake, occasion=occasion, policy=policy)
    case = _case_of(submitted, decision)
    announcing = _announcement_of(submitted, case, decision, announced_at)
    return OpenedCase(
        case,
        record_of(decision),
        announcing,
        sighting_of(submitted, decision),
        evidence_of(submitted),
        submitted.received_at if narrative.unread else None,
    )


def evidence_in(messaged: ReportMessaged) -> Evidence:
    """Return what a message tells, without its words."""
    return Evidence(
        source=messaged.message_id,
        at=messaged.occurred_at,
        fields=IntakeFields(),
        danger_signals=messaged.danger_signals,
        has_text=True,
        kind="message",
    )


def evidence_of(submitted: ReportSubmitted, kind: Literal["report", "occurrence"] = "report") -> Evidence:
    """Return what the report tells, without its words."""
    return Evidence(
        source=submitted.report_id,
        at=submitted.received_at,
        fields=submitted.intake,
        danger_signals=submitted.danger_signals,
        has_text=submitted.has_text,
        kind=kind,
    )


def intake_of(fields: IntakeFields, narrative: Narrative) -> Intake:
    """Return the domain's intake from the structured fields and the words."""
    given = fields.__dict__
    return Intake(text=narrative.text or "", unread=narrative.unread, **{name: given[name] for name in _FIELDS})


def _case_of(submitted: ReportSubmitted, decision: Decision) -> Case:
    community = decision.community
    contact_due_at = decision.contact_due_at if submitted.has_contact else None
    standing = Standing(
        level=decision.level,
        grade=decision.grade.name,
        lead_role=decision.lead_role,
        due_at=decision.due_at,
        community_allowed=community.allowed,
        community_blockers=community.blockers,
        community_conditions=community.conditions,
    )
    return Case(
        id=case_id_of(submitted.report_id),
        report_id=submitted.report_id,
        concern_id=submitted.concern_id,
        correlation_id=submitted.correlation_id,
        category=decision.category,
        areas=submitted.areas,
        opened_at=submitted.received_at,
        standing=standing,
        owner=Owner(decision.lead_role),
        flags=tuple(HeldFlag(raised.flag, raised.confidence.word, raised.blocking) for raised in decision.flags),
        contact_allowed=decision.contact_allowed,
        human_required=decision.human_required,
        decision_id=decision.occasion.decision_id,
        progress=Progress(contact_due_at=contact_due_at),
        wake_at=min(decision.due_at, contact_due_at or decision.due_at),
    )


def _announcement_of(
    submitted: ReportSubmitted, case: Case, decision: Decision, announced_at: datetime | None
) -> CaseOpened:
    return CaseOpened(
        event_id=derived_id(submitted.event_id, "event", CaseOpened.type),
        occurred_at=announced_at or submitted.received_at,
        correlation_id=submitted.correlation_id,
        causation_id=submitted.event_id,
        concern_id=submitted.concern_id,
        case_id=case.id,
        report_id=submitted.report_id,
        level=decision.level,
        category=decision.category,
        areas=submitted.areas,
        contact_allowed=decision.contact_allowed,
        grade=decision.grade.name,
        due_at=decision.due_at,
        lead_role=decision.lead_role,
        decision_id=decision.occasion.decision_id,
        policy_version=decision.policy_version,
        policy_hash=decision.policy_hash,
        human_required=decision.human_required,
        flags=tuple(map(_flag_raised, case.flags)),
        reasons=tuple(map(_reason, decision.rules_fired)),
        community=_community(decision.community),
        guidance_ids=decision.guidance_ids,
        received_at=submitted.received_at,
        has_contact=submitted.has_contact,
    )


# What the policy can say is a closed vocabulary, so most of it has been said before.


@lru_cache(maxsize=256)
def _flag_raised(held: HeldFlag) -> FlagRaised:
    return FlagRaised(flag=held.flag, confidence=held.confidence, blocking=held.blocking)


@lru_cache(maxsize=512)
def _reason(fired: Fired) -> Reason:
    return Reason(rule=fired.id, effect=fired.effect, because=fired.because)


@lru_cache(maxsize=512)
def _community(community: Community) -> CommunityDecision:
    return CommunityDecision(allowed=community.allowed, blockers=community.blockers, conditions=community.conditions)
