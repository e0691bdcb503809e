"""Which event is told to whom: one table, from events to messages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from services.notify.domain.notification import (
    COMMUNITY_LEVELS,
    EMAIL,
    ROLES,
    Notification,
    Role,
    State,
    Subject,
    Template,
    Withheld,
)
from shared.contracts.networks import EngagementAccepted, EngagementEvent, EngagementOffered, EngagementRecalled
from shared.contracts.triage import CaseAssigned, CaseClosed, CaseEscalated, CaseEvent, CaseOpened, CaseReopened
from shared.runtime.ids import derived_id

Told = CaseEvent | EngagementEvent

_CATEGORY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "com": "community life",
        "env": "the local environment",
        "nui": "a neighbourhood nuisance",
        "per": "people getting along",
    }
)


def messages_for(event: Told, now: datetime, on_duty: Sequence[str]) -> list[Notification]:
    """Return the messages that an event gives rise to; what must not be sent is there too, as suppressed.

    An emergency is one message for each address on duty, so that none waits for, or falls with, another.
    """
    return [
        message
        for template, withheld in (_of_case(event) if isinstance(event, CaseEvent) else _of_engagement(event))
        for message in _to_everyone(_notification(event, template, now, withheld=withheld), on_duty)
    ]


def page_id(about: UUID, address: str) -> UUID:
    """Return the id of the message that tells one address on duty of an event; the address cannot be read from it."""
    return derived_id(about, EMAIL, Role.DUTY_OFFICER, address)


def _to_everyone(message: Notification, on_duty: Sequence[str]) -> Iterable[Notification]:
    if message.role is not Role.DUTY_OFFICER or not on_duty:
        return (message,)
    return (replace(message, id=page_id(message.about, address)) for address in dict.fromkeys(on_duty))


def _of_case(event: CaseEvent) -> Iterable[tuple[Template, Withheld | None]]:
    withheld = None if event.contact_allowed else Withheld.UNSAFE_TO_CONTACT
    if isinstance(event, CaseOpened | CaseEscalated) and event.grade == "EMERGENCY":
        yield Template.EMERGENCY, None
    if isinstance(event, CaseOpened) and event.has_contact:
        yield Template.REPORT_IN_HAND, withheld
    if isinstance(event, CaseAssigned) and event.agency is not None:
        yield Template.WITH_PARTNER, withheld
    if isinstance(event, CaseClosed):
        yield Template.CASE_CLOSED, withheld
    if isinstance(event, CaseReopened):
        yield Template.CASE_REOPENED, withheld


def _of_engagement(event: EngagementEvent) -> Iterable[tuple[Template, Withheld | None]]:
    if isinstance(event, EngagementOffered):
        yield Template.OFFER, None if event.level in COMMUNITY_LEVELS else Withheld.LEVEL_TOO_HIGH
    if isinstance(event, EngagementRecalled):
        yield Template.OFFER_RECALLED, None
    if isinstance(event, EngagementAccepted):
        yield Template.GROUP_HELPING, None


def _notification(event: Told, template: Template, now: datetime, *, withheld: Withheld | None) -> Notification:
    return Notification(
        id=derived_id(event.event_id, EMAIL, ROLES[template]),
        template=template,
        about=event.event_id,
        subject=_subject_of(event),
        facts=_facts_of(event),
        created_at=now,
        due_at=now,
        expires_at=event.expires_at if isinstance(event, EngagementOffered) else None,
        state=State.PENDING if withheld is None else State.SUPPRESSED,
        reason=withheld,
    )


def _subject_of(event: Told) -> Subject:
    engagement = event if isinstance(event, EngagementEvent) else None
    return Subject(
        concern_id=event.concern_id,
        report_id=event.report_id,
        case_id=event.case_id,
        correlation_id=event.correlation_id,
        engagement_id=engagement.engagement_id if engagement else None,
        asset_id=engagement.asset_id if engagement else None,
    )


def _facts_of(event: Told) -> dict[str, str]:
    """Return the few facts a message may speak of; a group hears the kind of concern and the area, never more."""
    if isinstance(event, EngagementOffered):
        kind = _CATEGORY_WORDS.get(event.category.partition(".")[0], "a local concern")
        answer_by = event.expires_at.strftime("%d %B %Y, %H:%M UTC")
        return {"kind": kind, "area": event.area, "answer_by": answer_by}
    if isinstance(event, CaseOpened | CaseEscalated):
        return {"case_id": str(event.case_id), "areas": ", ".join(event.areas)}
    return {"outcome": event.outcome} if isinstance(event, CaseClosed) else {}
