"""Triage policy 1.0.0: how a decision is made.

1. `text/extract.py` reads the words into signals (N1-N11); `field_signals.py` adds what the form says (K1).
2. `findings.py` resolves them into flags with one confidence each; `derived.py` adds what follows (H01, R3, U1, F1).
3. Where F1 applies the answer is level 1, planned, no community. Else the level is the highest floor that any rule in
   `hard_rules.py` (H, SC1), `soft_rules.py` (CAT, K1, R, V, U, RAM), `doubts.py` (S) and `concerns.py` (M1) sets. Rules
   only raise.
4. `grade.py` says how fast, `clock_rules.py` by when, `community.py` last of all whether local people may be asked.

Nothing here reads a clock, a file or the network: the same intake, occasion and policy give the same decision.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from services.triage.domain.alarm_rules import ALARM_RULES
from services.triage.domain.clock_rules import deadlines
from services.triage.domain.community import Community, community_of
from services.triage.domain.concerns import further_concerns, further_floors, items_of
from services.triage.domain.decision import Decision, Occasion, RaisedFlag
from services.triage.domain.derived import completed
from services.triage.domain.doubts import DOUBTS
from services.triage.domain.field_signals import conflicts, from_fields
from services.triage.domain.findings import Findings, findings_of
from services.triage.domain.flags import BLOCKING, FLAGS
from services.triage.domain.grade import grade_of
from services.triage.domain.grades import Grade
from services.triage.domain.guidance import Guidance, guidance_for
from services.triage.domain.hard_rules import HARD_RULES
from services.triage.domain.ram import Ram, ram_of
from services.triage.domain.report import Intake
from services.triage.domain.rules import Fired
from services.triage.domain.signals import Reading, Status, together
from services.triage.domain.soft_rules import SOFT_RULES, category_floors, ram_floor
from services.triage.domain.terms import TERMS, Terms
from services.triage.domain.thrive import thrive_of

VERSION = "triage-policy 1.0.0"
_F1 = Fired("F1", FLAGS["no_behaviour_described"].because)
_RULES = (*HARD_RULES, *SOFT_RULES, *ALARM_RULES, *DOUBTS)
_NEEDS_A_HUMAN = 3


@dataclass(frozen=True, slots=True, repr=False)
class Policy:
    """A policy in force: its version and hash, how texts are read, and which days are bank holidays."""

    read: Callable[[str], Reading]
    digest: str
    holidays: AbstractSet[date] = frozenset()
    version: str = VERSION
    terms: Terms = TERMS
    guidance: Guidance | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    """All of it as plain data, as `policy_data` gives it; the digest is of this."""

    def __repr__(self) -> str:
        """Name the policy; written out with its lexicon it is megabytes."""
        return f"Policy({self.version!r}, {self.digest!r})"


def assess(intake: Intake, *, occasion: Occasion, policy: Policy) -> Decision:
    """Decide a report. Whatever goes wrong while its words are read, a human reads them (U4)."""
    reading, fault = _read(intake, policy)
    gathered = findings_of(intake, reading, from_fields(intake), fault=fault, terms=policy.terms)
    gathered, concerns = _with_concerns(gathered, policy)
    findings = completed(gathered, conflicts(intake, reading))
    ram = ram_of(findings)
    if findings.has("no_behaviour_described"):
        community = Community(allowed=False, blockers=("C2", "F1"), conditions=())
        outcome = _Outcome(1, Grade.PLANNED, (_F1,), community)
    else:
        outcome = _outcome(findings, ram, concerns)
    return _decision(findings, ram, outcome, (occasion, policy, reading.extractor))


@dataclass(frozen=True, slots=True)
class _Outcome:
    level: int
    grade: Grade
    fired: tuple[Fired, ...]
    community: Community
    concerns: tuple[str, ...] = ()


def _read(intake: Intake, policy: Policy) -> tuple[Reading, bool]:
    if intake.unread:
        return Reading(extractor="unavailable"), True
    texts = [text for text in (intake.text, *intake.further) if text.strip()]
    try:
        reading = together([policy.read(text) for text in texts])
    except Exception:  # noqa: BLE001 - U4: no fault of the extractor may lower or lose a report
        return Reading(extractor="unavailable"), True
    return reading, not reading.complete


def _with_concerns(findings: Findings, policy: Policy) -> tuple[Findings, tuple[str, ...]]:
    """Return the further concerns; words that cannot be read a second time are a fault like those of the first."""
    try:
        return findings, further_concerns(findings, policy.read)
    except Exception:  # noqa: BLE001 - U4: no fault of the extractor may lower or lose a report
        return replace(findings, fault=True), ()


def _outcome(findings: Findings, ram: Ram, concerns: tuple[str, ...]) -> _Outcome:
    rules = (rule.fire(findings) for rule in _RULES)
    fired = [
        *category_floors(findings),
        *further_floors(concerns, findings.terms.categories),
        *filter(None, rules),
        *filter(None, (ram_floor(findings, ram),)),
    ]
    level = max(rule.level for rule in fired)
    grade, rule = grade_of(findings, level, fired)
    fired.append(Fired(rule, f"The response grade is {grade.name}.", grade=grade))
    return _Outcome(level, grade, tuple(fired), community_of(findings, level, fired, concerns), concerns)


def _decision(findings: Findings, ram: Ram, outcome: _Outcome, setting: tuple[Occasion, Policy, str]) -> Decision:
    occasion, policy, extractor = setting
    due = deadlines(occasion.at, outcome.grade, outcome.level, policy.holidays, policy.terms.clocks)
    flags = _raised(findings, outcome)
    return Decision(
        occasion=occasion,
        policy_version=policy.version,
        policy_hash=policy.digest,
        extractor_version=extractor,
        level=outcome.level,
        grade=outcome.grade,
        category=findings.category,
        flags=flags,
        rules_fired=outcome.fired,
        ram=ram,
        community=outcome.community,
        lead_role=_lead(findings, flags),
        due_at=due.review,
        contact_due_at=due.contact,
        guidance_ids=guidance_for(findings, outcome.grade),
        thrive=thrive_of(findings, outcome.level),
        items=items_of(outcome.concerns, occasion.report_id, occasion.at, policy.holidays, policy.terms),
        human_required=outcome.level >= _NEEDS_A_HUMAN
        or any(rule.hold for rule in outcome.fired)
        or bool(findings.blocking),
    )


def _raised(findings: Findings, outcome: _Outcome) -> tuple[RaisedFlag, ...]:
    """Return the flags in order of gravity; under F1 only it and what concerns handling."""
    only_handling = outcome.fired == (_F1,)
    return tuple(
        RaisedFlag(
            flag,
            findings.confidence[flag],
            policy.blocking,
            tuple(s for s in findings.signals if s.flag == flag and s.status is Status.AFFIRMED),
        )
        for flag, policy in FLAGS.items()
        if flag in findings.confidence and not (only_handling and _from_category_only(findings, flag))
    )


def _from_category_only(findings: Findings, flag: str) -> bool:
    return flag in BLOCKING and all(s.evidence == "field:category" for s in findings.signals if s.flag == flag)


def _lead(findings: Findings, flags: tuple[RaisedFlag, ...]) -> str:
    leading = next((raised.flag for raised in flags if FLAGS[raised.flag].floor > 1), None)
    return FLAGS[leading].lead if leading else findings.terms.categories[findings.category].lead
