"""The policy's data as one canonical text, so that a hash of it changes when, and only when, the policy does."""

from services.triage.domain import clock_rules, ram, soft_rules
from services.triage.domain.alarm_rules import ALARM_RULES
from services.triage.domain.categories import CATEGORIES, CATEGORY_OF_FLAG, FLAG_OF_CATEGORY
from services.triage.domain.flags import FLAGS, NOT_URGENT
from services.triage.domain.guidance import TEXTS
from services.triage.domain.hard_rules import HARD_RULES
from services.triage.domain.policy import VERSION
from services.triage.domain.soft_rules import SOFT_RULES


def canonical_policy() -> str:
    """Every table, threshold and sentence of the policy, one line each."""
    lines = [
        VERSION,
        *(repr(row) for row in CATEGORIES.values()),
        *(repr(row) for row in FLAGS.values()),
        *(f"rule {rule.id}: {rule.because}" for rule in (*HARD_RULES, *SOFT_RULES, *ALARM_RULES)),
        *(f"{flag} -> {category}" for flag, category in CATEGORY_OF_FLAG),
        *(f"{category} -> {flag}" for category, flag in FLAG_OF_CATEGORY.items()),
        *(f"{name}: {text}" for name, text in TEXTS.items()),
        f"not urgent: {sorted(NOT_URGENT)}",
        *_constants(ram),
        *_constants(clock_rules),
        *_constants(soft_rules),
    ]
    return "\n".join(lines)


def _constants(module: object) -> list[str]:
    """Return the thresholds of a module: its public names in capitals that are plain values."""
    plain = (int, float, str, tuple, dict)
    values = vars(module).items()
    return [
        f"{name} = {value!r}"
        for name, value in sorted(values)
        if name.isupper()
        and isinstance(value, plain)
        and not callable(value)
        and "SOFT_RULES" not in name
        and name not in {"CATEGORIES", "FLAGS"}
        and name[0] != "_"
    ]
