"""What a report tells the policy: the structured fields and the words; everything may be unknown."""

from dataclasses import dataclass

YES, NO, UNKNOWN = "yes", "no", "unknown"


@dataclass(frozen=True, slots=True)
class Intake:
    """One report as it came in. `None` and `unknown` never lower anything."""

    text: str = ""
    further: tuple[str, ...] = ()
    """What was said later about the same concern; each is read by itself."""
    danger_signals: tuple[str, ...] = ()
    """What made the intake screen call the report urgent."""
    unread: bool = False
    """There are words, and they could not be had: U4."""
    channel: str = "web"
    category: str | None = None
    when: str | None = None
    where_kind: str | None = None
    ongoing: bool | None = None
    repeat_count: int | None = None
    previous_reports: int | None = None
    previous_action: str | None = None
    people_involved: int | None = None
    reporter_role: str | None = None
    reporter_age_band: str | None = None
    vulnerability: tuple[str, ...] = ()
    targeted: str = UNKNOWN
    hate_perceived: str = UNKNOWN
    injured: str = UNKNOWN
    weapon: str = UNKNOWN
    getting_worse: str = UNKNOWN
    impact: str = UNKNOWN
    support_network: str = UNKNOWN
    children_present: str = UNKNOWN
    safe_contact: str | None = None
    share_with_community: str | None = None
