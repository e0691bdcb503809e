"""What notify publishes: whether a message went out. Never to whom, never what it said."""

from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts.event import ConcernEvent

NOTIFICATIONS = "kith.notifications.v1"

Medium = Literal["email", "sms", "webhook"]


class NotificationEvent(ConcernEvent):
    """An event about one message to one recipient, known only by role."""

    source: ClassVar[str] = "/services/notify"
    topic: ClassVar[str] = NOTIFICATIONS

    notification_id: UUID
    medium: Medium
    recipient_role: Literal["reporter", "asset", "duty_officer"]
    template: str
    about: UUID
    """The event that gave rise to the message."""


class NotificationSent(NotificationEvent):
    """The message was handed over."""

    type: ClassVar[str] = "kith.notification.sent.v1"


class NotificationSuppressed(NotificationEvent):
    """The message was withheld on purpose, such as where contact is unsafe or no contact was given."""

    type: ClassVar[str] = "kith.notification.suppressed.v1"

    reason: str


class NotificationFailed(NotificationEvent):
    """The message was given up after the last try; operators are alerted."""

    type: ClassVar[str] = "kith.notification.failed.v1"

    reason: str
