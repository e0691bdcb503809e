"""CAT, K1, R1-R5, V0, V1, U1-U6 and RAM: what raises a report that no hard rule has raised."""

from services.triage.domain.categories import UNCLEAR
from services.triage.domain.circumstances import complaints, had_incident, incidents, is_asb
from services.triage.domain.findings import Findings
from services.triage.domain.flags import BLOCKING, FLAGS, SAFETY_CRITICAL
from services.triage.domain.ram import FLOORS, Ram
from services.triage.domain.report import YES
from services.triage.domain.rules import Fired, Rule, when
from services.triage.domain.signals import Confidence, Status

_PUBLIC = frozenset({
    "communal_area", "street", "park_open_space", "shop_business", "school", "public_transport", "place_of_worship",
    "licensed_premises",
})  # fmt: skip
_PERSONAL_OR_NOISE = ("nui.", "per.", "env.noise_")
_NOT_A_BEHAVIOUR = frozenset({"com.feels_unsafe", "com.isolation"})


def repeated_nuisance(findings: Findings) -> bool:
    """R1: three or more incidents of nuisance, personal trouble or noise."""
    of_kind = any(category.startswith(_PERSONAL_OR_NOISE) for category in findings.categories)
    return of_kind and (incidents(findings) or 0) >= findings.terms.thresholds.nuisance_repeats


def repeated_place_problem(findings: Findings) -> bool:
    """R2: five or more incidents of another environmental kind."""
    of_kind = any(name.startswith("env.") and not name.startswith("env.noise_") for name in findings.categories)
    return of_kind and (incidents(findings) or 0) >= findings.terms.thresholds.place_repeats


def review_is_due(findings: Findings) -> bool:
    """R3: this complaint and the earlier ones within six months are three or more."""
    this_one = 0 if findings.intake.when == "longer_ago" else 1
    return is_asb(findings) and complaints(findings) + this_one >= findings.terms.thresholds.review_complaints


def repeat_victim(findings: Findings) -> bool:
    """R4: it happened before to the same person or home, or the person says so."""
    if "previous_victim" in findings.intake.vulnerability:
        return True
    mine = findings.intake.where_kind == "own_home" or findings.intake.reporter_role == "victim"
    return mine and (incidents(findings) or 0) > 1


def repeat_location(findings: Findings) -> bool:
    """R5: it keeps happening at a public place."""
    return (
        findings.intake.where_kind in _PUBLIC
        and (incidents(findings) or 0) >= findings.terms.thresholds.location_repeats
    )


def _exposed(findings: Findings) -> bool:
    return findings.has("vulnerable") and (
        findings.has("targeted") or (incidents(findings) or 0) > 1 or _severe(findings)
    )


def _severe(findings: Findings) -> bool:
    return findings.intake.impact == "severe" or findings.fact("afraid_severe")


def is_unclear(findings: Findings) -> bool:
    """U1: a concern with nothing in it that a rule could use, or a text that could not be read."""
    if findings.fault or not findings.understood:
        return True
    if any(flag in BLOCKING and flag not in {"targeted", "unsafe_to_contact"} for flag in findings.confidence):
        return False
    if findings.category == UNCLEAR:
        return True
    if findings.fact("unexplained", "cannot_say"):
        return True
    return findings.fact("unease", "concern_for") and not (set(findings.text_categories) - _NOT_A_BEHAVIOUR)


def only_one_sign(findings: Findings) -> bool:
    """U2: a safety-critical flag that rests on a single soft sign."""
    return any(flag in SAFETY_CRITICAL and not findings.sure(flag) for flag in findings.confidence)


def only_by_signs(findings: Findings) -> bool:
    """U3: a flag that no single statement carries is probable by two different soft signs."""
    signs = {(s.flag, s.letter) for s in findings.signals if s.letter and s.status is Status.AFFIRMED}
    flags = [flag for flag, _ in signs]
    return any(flags.count(flag) > 1 and findings.confidence[flag] is Confidence.PROBABLE for flag in flags)


def _hurt_somehow(findings: Findings) -> bool:
    return findings.intake.injured == YES and not findings.blocking


def _unplaced(findings: Findings) -> bool:
    """Tell whether there are words that suggest nothing we know."""
    texts = (findings.intake.text, *findings.intake.further)
    many = findings.terms.thresholds.unplaced_words
    return any(len(text.split()) >= many for text in texts) and not findings.text_categories


SOFT_RULES: tuple[Rule, ...] = (
    Rule(
        "R1",
        "In six months the same behaviour has been reported {thresholds.nuisance_repeats} or more times.",
        when(repeated_nuisance, 3),
    ),
    Rule(
        "R2",
        "In six months the place has had {thresholds.place_repeats} or more incidents.",
        when(repeated_place_problem, 3),
    ),
    Rule("R3", FLAGS["case_review_eligible"].because, when(review_is_due, 3)),
    Rule("R4", FLAGS["repeat_victim"].because, when(lambda f: f.has("repeat_victim"), 1)),
    Rule("R5", FLAGS["repeat_location"].because, when(lambda f: f.has("repeat_location"), 1)),
    Rule("V0", FLAGS["vulnerable"].because, when(lambda f: f.has("vulnerable"), 1)),
    Rule("V1", "Somebody more exposed to harm is targeted, affected again, or severely affected.", when(_exposed, 3)),
    Rule("U1", FLAGS["unclear_needs_contact"].because, when(lambda f: f.has("unclear_needs_contact"), 2), hold=True),
    Rule("U2", "One soft sign of something serious: a person decides.", when(only_one_sign, 3), hold=True),
    Rule("U3", "Two different soft signs of the same thing count like a statement.", when(only_by_signs, 1)),
    Rule(
        "U4",
        "The text could not be read by the machine, or not to its end in time: a person reads it.",
        when(lambda f: f.fault, 2),
        hold=True,
    ),
    Rule("U5", "Somebody was hurt and nothing says how: a person asks.", when(_hurt_somehow, 2), hold=True),
    Rule(
        "U6",
        "The words fit no known subject: a person looks before local people are asked.",
        when(_unplaced, 1),
        hold=True,
    ),
    Rule("K2", FLAGS["field_text_conflict"].because, when(lambda f: f.has("field_text_conflict"), 1), hold=True),
)


def category_floors(findings: Findings) -> list[Fired]:
    """CAT and K1: every category of the report gives a floor."""
    categories, assessed = findings.terms.categories, findings.category
    level = categories[assessed].level
    fired = [Fired("CAT", f"The category {assessed} starts at level {level}.", level)]
    chosen = findings.intake.category
    if chosen is not None and chosen != assessed:
        level = categories[chosen].level
        fired.append(Fired("K1", f"The reporter chose {chosen}, which starts at level {level}.", level))
    return fired


def ram_floor(findings: Findings, ram: Ram) -> Fired | None:
    """RAM: a medium score with an incident, or a high one."""
    level = FLOORS[ram.band]
    if not level or (level < 4 and not had_incident(findings)):  # noqa: PLR2004 - level 4 needs no incident
        return None
    return Fired("RAM", f"The risk assessment matrix gives {ram.score} points: {ram.band}.", level)
