"""From a finding to the pattern it belongs to, and to what is announced about it."""

from datetime import datetime
from uuid import UUID

from services.triage.application.pattern_ports import NewPattern
from services.triage.domain.patterns.pattern import NEAR_REPEAT_EXPIRES, Finding, Key, Kind, Pattern
from services.triage.domain.patterns.periods import month_start
from shared.contracts.triage import PatternFound
from shared.runtime.ids import derived_id


def pattern_id_of(key: Key) -> UUID:
    """Return the id of a pattern: the same for whoever finds it, and sorted by its month."""
    milliseconds = int(month_start(key.month).timestamp() * 1000)
    return derived_id(UUID(int=milliseconds << 80), "pattern", key.kind.value, key.category, key.cell, key.month)


def new_pattern(finding: Finding, found_at: datetime) -> NewPattern:
    """Return the pattern with its announcement: area and month, and nothing that leads back to a report."""
    key, area = finding.key, finding.sighting.area
    expires = finding.sighting.at + NEAR_REPEAT_EXPIRES if key.kind is Kind.NEAR_REPEAT else None
    pattern = Pattern(pattern_id_of(key), key, area, found_at, expires, finding.sure)
    return NewPattern(pattern, (_announcement_of(pattern, area),) if area else ())


def _announcement_of(pattern: Pattern, area: str) -> PatternFound:
    return PatternFound(
        event_id=derived_id(pattern.id, "event", PatternFound.type),
        occurred_at=pattern.found_at,
        correlation_id=pattern.id,
        pattern_id=pattern.id,
        kind=pattern.key.kind.value,
        category=pattern.key.category,
        area=area,
        period=pattern.key.month,
        confidence="probable" if pattern.sure else "possible",
        expires_at=pattern.expires_at,
    )
