"""The decision record: all a caseworker needs to see what was decided, by which rule, from which evidence."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.triage.domain.community import Community
from services.triage.domain.concerns import Item, item_record
from services.triage.domain.grades import Grade
from services.triage.domain.ram import Ram
from services.triage.domain.rules import Fired
from services.triage.domain.signals import Confidence, Signal
from services.triage.domain.thrive import Heading

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Whose decision this is: ids and the time come from outside, so that the same input gives the same bytes."""

    report_id: UUID
    decision_id: UUID
    at: datetime
    previous_decision_id: UUID | None = None
    supersedes_reason: str | None = None


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """One flag with the strongest evidence for it."""

    flag: str
    confidence: Confidence
    blocking: bool
    evidence: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the policy makes of a report. Only people may lower it."""

    occasion: Occasion
    policy_version: str
    policy_hash: str
    extractor_version: str
    level: int
    grade: Grade
    category: str
    flags: tuple[RaisedFlag, ...]
    rules_fired: tuple[Fired, ...]
    ram: Ram
    community: Community
    lead_role: str
    due_at: datetime
    contact_due_at: datetime
    guidance_ids: tuple[str, ...]
    thrive: tuple[tuple[str, Heading], ...]
    human_required: bool
    items: tuple[Item, ...] = ()
    actor: str = SYSTEM

    @property
    def flag_names(self) -> tuple[str, ...]:
        """The names of the flags, the gravest first."""
        return tuple(raised.flag for raised in self.flags)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every rule that fired, as a person reads it."""
        return tuple(f"{fired.id}: {fired.because}" for fired in self.rules_fired)

    @property
    def contact_allowed(self) -> bool:
        """Tell whether the reporter may be contacted without a human choosing how (SC1)."""
        return "unsafe_to_contact" not in self.flag_names


def record_of(decision: Decision) -> dict[str, object]:
    """Return the record as plain values; with sorted keys it is the same bytes for the same input and policy."""
    occasion = decision.occasion
    return {
        "report_id": str(occasion.report_id),
        "decision_id": str(occasion.decision_id),
        "policy_version": decision.policy_version,
        "policy_hash": decision.policy_hash,
        "extractor_version": decision.extractor_version,
        "decided_at": occasion.at.isoformat(),
        "level": decision.level,
        "grade": decision.grade.name,
        "category": decision.category,
        "flags": [_evidence(raised, signal) for raised in decision.flags for signal in raised.evidence],
        "rules_fired": [{"id": f.id, "effect": f.effect, "because": f.because} for f in decision.rules_fired],
        "ram": {
            "score": decision.ram.score,
            "band": decision.ram.band,
            "items": [{"item": name, "points": points} for name, points in decision.ram.items],
            "unknown": list(decision.ram.unknown),
            "incomplete": decision.ram.incomplete,
        },
        "community": {
            "allowed": decision.community.allowed,
            "blockers": list(decision.community.blockers),
            "conditions": list(decision.community.conditions),
        },
        "lead_role": decision.lead_role,
        "due_at": decision.due_at.isoformat(),
        "contact_due_at": decision.contact_due_at.isoformat(),
        "guidance_ids": list(decision.guidance_ids),
        "thrive": {name: _heading(heading) for name, heading in decision.thrive},
        "previous_decision_id": str(occasion.previous_decision_id) if occasion.previous_decision_id else None,
        "supersedes_reason": occasion.supersedes_reason,
        "items": [item_record(item) for item in decision.items],
        "human_required": decision.human_required,
        "actor": decision.actor,
    }


def _heading(heading: Heading) -> dict[str, str | None]:
    return {"value": heading.value, "source": heading.source, "confidence": heading.confidence}


def _evidence(raised: RaisedFlag, signal: Signal) -> dict[str, object]:
    return {
        "flag": raised.flag,
        "confidence": raised.confidence.word,
        "status": signal.status.value,
        "source": signal.source,
        "evidence_ref": signal.evidence,
        "rule": signal.rule,
        "blocking": raised.blocking,
    }
