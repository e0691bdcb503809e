"""What notify publishes of a message to a person: that it went out, was withheld or was given up. Never to whom."""

from datetime import datetime
from typing import Any

from services.notify.domain.notification import EMAIL, Notification, State
from shared.contracts.notify import (
    NotificationEvent,
    NotificationFailed,
    NotificationSent,
    NotificationSuppressed,
)
from shared.runtime.ids import derived_id

_ANNOUNCED: dict[State, type[NotificationEvent]] = {
    State.SENT: NotificationSent,
    State.SUPPRESSED: NotificationSuppressed,
    State.FAILED: NotificationFailed,
}


def announcements_of(message: Notification, template: str, at: datetime) -> list[NotificationEvent]:
    """Return what is published of a message in its present state; nothing while it is pending."""
    kind = _ANNOUNCED.get(message.state)
    if kind is None:
        return []
    fields: dict[str, Any] = {
        "event_id": derived_id(message.id, "event", kind.type),
        "occurred_at": at,
        "correlation_id": message.subject.correlation_id,
        "causation_id": message.about,
        "concern_id": message.subject.concern_id,
        "notification_id": message.id,
        "medium": EMAIL,
        "recipient_role": message.role,
        "template": template,
        "about": message.about,
    }
    if kind is not NotificationSent:
        fields["reason"] = message.reason or "unknown"
    return [kind.model_validate(fields)]
