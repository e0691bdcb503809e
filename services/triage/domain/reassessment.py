"""T0: a decision made again on new evidence. What the machine said before can only stay or rise."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from services.triage.domain.community import Community
from services.triage.domain.concerns import Item, item_in
from services.triage.domain.decision import Decision, RaisedFlag
from services.triage.domain.flags import BLOCKING, FLAGS
from services.triage.domain.grades import Grade
from services.triage.domain.rules import Fired
from services.triage.domain.signals import Confidence, Signal

_BECAUSE = "Decided again on new evidence: what an earlier decision set can only stay or rise."
_ENDS_WITH_BEHAVIOUR = "no_behaviour_described"
"""The one flag that new evidence may take away: as soon as somebody says what was done, F1 is over."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a decision before this one said, as far as a later one may not fall below it."""

    decision_id: UUID
    level: int
    grade: Grade
    flags: Mapping[str, Confidence]
    community: Community
    lead_role: str
    due_at: datetime
    contact_due_at: datetime
    human_required: bool
    items: tuple[Item, ...] = ()


def earlier_in(record: Mapping[str, Any]) -> Earlier:
    """Return it from a decision record."""
    community = record["community"]
    return Earlier(
        decision_id=UUID(record["decision_id"]),
        level=record["level"],
        grade=Grade[record["grade"]],
        flags={flag["flag"]: Confidence[flag["confidence"].upper()] for flag in record["flags"]},
        community=Community(community["allowed"], tuple(community["blockers"]), tuple(community["conditions"])),
        lead_role=record["lead_role"],
        due_at=datetime.fromisoformat(record["due_at"]),
        contact_due_at=datetime.fromisoformat(record["contact_due_at"]),
        human_required=record["human_required"],
        items=tuple(map(item_in, record.get("items", ()))),
    )


def superseding(decision: Decision, earlier: Earlier) -> Decision:
    """Return the decision, nowhere below the earlier one: level, grade, flags, time, nor open where that was shut."""
    level, grade = max(decision.level, earlier.level), min(decision.grade, earlier.grade)
    fired = Fired("T0", _BECAUSE, earlier.level, earlier.grade)
    return replace(
        decision,
        level=level,
        grade=grade,
        flags=_flags(decision, earlier),
        rules_fired=(*decision.rules_fired, fired),
        community=_community(decision.community, earlier.community, level),
        lead_role=decision.lead_role if decision.level >= earlier.level else earlier.lead_role,
        due_at=min(decision.due_at, earlier.due_at),
        contact_due_at=min(decision.contact_due_at, earlier.contact_due_at),
        human_required=decision.human_required or earlier.human_required,
        items=tuple({item.id: item for item in (*decision.items, *earlier.items)}.values()),
    )


def risen(decision: Decision, earlier: Earlier) -> tuple[str, ...]:
    """Name what rose: `level`, `grade`, `flags` (new or surer), `community` (shut that was open)."""
    surer = any(raised.confidence > earlier.flags.get(raised.flag, 0) for raised in decision.flags)
    rose = (
        ("level", decision.level > earlier.level),
        ("grade", decision.grade < earlier.grade),
        ("flags", surer),
        ("community", earlier.community.allowed and not decision.community.allowed),
    )
    return tuple(name for name, is_so in rose if is_so)


def _flags(decision: Decision, earlier: Earlier) -> tuple[RaisedFlag, ...]:
    now = {raised.flag: raised for raised in decision.flags}
    flags = []
    for flag in FLAGS:
        before = earlier.flags.get(flag)
        if flag in now:
            flags.append(replace(now[flag], confidence=max(now[flag].confidence, before or Confidence.POSSIBLE)))
        elif before is not None and flag != _ENDS_WITH_BEHAVIOUR:
            kept = Signal(flag, before, "decision", f"decision:{earlier.decision_id}", "T0")
            flags.append(RaisedFlag(flag, before, flag in BLOCKING, (kept,)))
    return tuple(flags)


def _community(now: Community, before: Community, level: int) -> Community:
    if now.allowed and before.allowed:
        return now
    blockers = {*now.blockers, *before.blockers} | ({"C1"} if level > 2 else set())  # noqa: PLR2004 - C1 is level 1 or 2
    return Community(allowed=False, blockers=tuple(sorted(blockers)), conditions=())
