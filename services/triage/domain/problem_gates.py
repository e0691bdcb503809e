"""The gates between SARA's stages (section 4): each missing thing has a name, and the refusal says all of them.

SARA fails by being filled in to fit what was going to happen anyway, so a stage is left only with what it is for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

Data = Mapping[str, Any]

CHEERS = ("community", "harm", "expectation", "events", "recurring", "similarity")
PAT_SIDES = ("offender", "target", "place")
PAT_BOXES = (*PAT_SIDES, "handler", "guardian", "manager")
QUESTIONS = ("who", "what", "where", "when", "why", "how")
JUDGEMENTS = ("solved", "reduced", "unchanged", "worse", "undetermined")
_KNOWN = "hypothesis_ids"
LEAST_REPORTS, LEAST_SOURCES, LEAST_BASELINE_WEEKS = 2, 2, 8
_STREET = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Terrace|Crescent|Grove|Place|Way|Gardens|Square|Row|Walk"
)
#: What names somebody for certain: a title and a surname, a house number and a street, a postcode, a date of birth.
_NAMED = re.compile(
    r"\b(?i:mrs?|ms|mx|miss|dr|prof|rev|sir|cllr|councillor)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\w'\u2019-]+"
    rf"|\b\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w'\u2019-]+\s+){{1,3}}(?:{_STREET})\b"
    r"|\b(?i:[A-Z]{1,2}\d[A-Z\d]?)\s?(?!\d(?:st|nd|rd|th)\b)(?i:\d[ABD-HJLNP-UW-Z]{2})\b"
    r"|\b(?i:d\.?o\.?b\.?|date\s+of\s+birth|born(?:\s+on)?)\W{0,3}(?:the\s+)?(?:[A-Z][a-z]+\s+)?\d"
)


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that a stage needs before it is left."""

    missing: str
    holds: Callable[[Data], bool]


def _has(*names: str) -> Callable[[Data], bool]:
    return lambda data: all(data.get(name) not in (None, "", [], {}, False) for name in names)


def _answered(name: str, keys: Sequence[str]) -> Callable[[Data], bool]:
    return lambda data: all((data.get(name) or {}).get(key) for key in keys)


def _linked(data: Data) -> bool:
    return len(set(data.get("report_ids") or ())) >= LEAST_REPORTS or bool(data.get("level_4_referral"))


def _sources(data: Data) -> bool:
    sources = data.get("sources") or []
    return len(sources) >= LEAST_SOURCES and any(source["kind"] == "peoples_account" for source in sources)


def _hypotheses(data: Data) -> bool:
    sides = data.get("chosen_sides") or []
    tested = {one["side"] for one in data.get("hypotheses") or [] if one["testable"]}
    return bool(sides) and set(sides) <= tested


def _baseline(data: Data) -> bool:
    return (data.get("baseline_weeks") or 0) >= LEAST_BASELINE_WEEKS or bool(data.get("baseline_reason"))


def _for_hypotheses(data: Data) -> bool:
    return _actions(lambda action: action.get("hypothesis_id") in data[_KNOWN])(data)


def _actions(test: Callable[[Data], bool]) -> Callable[[Data], bool]:
    return lambda data: bool(data.get("actions")) and all(test(action) for action in data["actions"])


def _same_length(data: Data) -> bool:
    counts = data.get("counts") or {}
    return bool(counts) and counts["weeks_before"] == counts["weeks_after"]


GATES: Mapping[str, tuple[Gate, ...]] = MappingProxyType(
    {
        "scanning": (
            Gate("statement", _has("statement")),
            Gate("report_ids: two like incidents, or one referral of level 4", _linked),
            Gate("place, period_from, period_to, affected", _has("place", "period_from", "period_to", "affected")),
            Gate("cheers: all six answered", _answered("cheers", CHEERS)),
            Gate("lead_accepted", _has("lead_role", "lead_accepted")),
            Gate("victims_contacted", _has("victims_contacted")),
            Gate("immediate_risks_handled, outside SARA", _has("immediate_risks_handled")),
        ),
        "analysis": (
            Gate("five_w_one_h: all six answered", _answered("five_w_one_h", QUESTIONS)),
            Gate("pat: all six boxes", _answered("pat", PAT_BOXES)),
            Gate("tried_before", _has("tried_before")),
            Gate("sources: two, one of them people's account", _sources),
            Gate("community_insight", _has("community_insight")),
            Gate("hypotheses: a testable one for each chosen side", _hypotheses),
            Gate("baseline_weeks: eight, or baseline_reason", _baseline),
            Gate("comparison_area", _has("comparison_area")),
        ),
        "response": (
            Gate("actions: each with owner_role and due_on", _actions(_has("owner_role", "due_on"))),
            Gate("actions: each for a hypothesis", _for_hypotheses),
            Gate(
                "actions: at least one that is not enforcement",
                lambda data: any(not action.get("enforcement") for action in data.get("actions") or ()),
            ),
            Gate(
                "actions: a risk review for every asset that has a role",
                _actions(lambda action: not action.get("asset_role") or bool(action.get("risk_reviewed"))),
            ),
            Gate("equality_screen", _has("equality_screen")),
        ),
        "assessment": (
            Gate("process: what was done", _has("process")),
            Gate("counts: the same measure before and after, of the same length", _same_length),
            Gate("displacement_check", _has("displacement_check")),
            Gate("victim_feedback, community_feedback", _has("victim_feedback", "community_feedback")),
            Gate("judgement", lambda data: data.get("judgement") in JUDGEMENTS),
            Gate("lessons", _has("lessons")),
        ),
    }
)


def missing(stage: str, stages: Mapping[str, Data]) -> tuple[str, ...]:
    """Name everything that the stage still lacks; an action's hypothesis is one that analysis holds."""
    known = frozenset(one["id"] for one in stages.get("analysis", {}).get("hypotheses") or ())
    data = {**stages.get(stage, {}), _KNOWN: known}
    return tuple(gate.missing for gate in GATES[stage] if not gate.holds(data))


def names_somebody(value: object) -> bool:
    """Tell whether a text names somebody in one of four sure ways; the shared file speaks of roles.

    A title with a surname, a house number with a street, a postcode, a date of birth. A bare name is not noticed.
    """
    if isinstance(value, str):
        return bool(_NAMED.search(value))
    if isinstance(value, Mapping):
        return any(map(names_somebody, value.values()))
    return isinstance(value, list | tuple) and any(map(names_somebody, value))
