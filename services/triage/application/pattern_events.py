"""From a finding to the pattern it belongs to, and to what is announced about it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from services.triage.application.pattern_ports import NewPattern
from services.triage.domain.patterns.hotspots import unit_of
from services.triage.domain.patterns.pattern import NEAR_REPEAT_EXPIRES, Finding, Key, Kind, Pattern
from services.triage.domain.patterns.periods import month_of, month_start
from services.triage.domain.patterns.sighting import Sighting
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


def new_hotspot(seen: Sequence[Sighting], found_at: datetime) -> NewPattern:
    """Return the pattern of a hotspot, by its group and the month of its last sighting."""
    last = max(seen, key=lambda one: one.at)
    key = Key(Kind.HOTSPOT, last.group, min(one.cell for one in seen), month_of(last.at))
    area = unit_of(seen)
    pattern = Pattern(pattern_id_of(key), key, area, found_at, None, sure=False)
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
