"""Messages to people: who hears what, and the policy that says who must not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

EMAIL = "email"
COMMUNITY_LEVELS = frozenset({1, 2})
_SAFE = frozenset({None, "any"})


class Role(StrEnum):
    """Whom a message is for; never a name."""

    REPORTER = "reporter"
    ASSET = "asset"
    DUTY_OFFICER = "duty_officer"


class Template(StrEnum):
    """The messages there are."""

    REPORT_IN_HAND = "report_in_hand"
    GROUP_HELPING = "group_helping"
    WITH_PARTNER = "with_partner"
    CASE_CLOSED = "case_closed"
    OFFER = "offer"
    OFFER_RECALLED = "offer_recalled"
    EMERGENCY = "emergency"


ROLES: Mapping[Template, Role] = MappingProxyType(
    {
        Template.REPORT_IN_HAND: Role.REPORTER,
        Template.GROUP_HELPING: Role.REPORTER,
        Template.WITH_PARTNER: Role.REPORTER,
        Template.CASE_CLOSED: Role.REPORTER,
        Template.OFFER: Role.ASSET,
        Template.OFFER_RECALLED: Role.ASSET,
        Template.EMERGENCY: Role.DUTY_OFFICER,
    }
)


class State(StrEnum):
    """How far a message has come."""

    PENDING = "pending"
    SENT = "sent"
    SUPPRESSED = "suppressed"
    FAILED = "failed"


class Withheld(StrEnum):
    """Why a message was not sent on purpose."""

    UNSAFE_TO_CONTACT = "unsafe_to_contact"
    NO_CONTACT = "no_contact"
    NO_ADDRESS = "no_address"
    LEVEL_TOO_HIGH = "level_too_high"
    NO_LONGER_OFFERED = "no_longer_offered"
    NEVER_ASKED = "never_asked"
    NOBODY_ON_DUTY = "nobody_on_duty"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about, by ids: everything its text may be made of is fetched when it is sent."""

    concern_id: UUID
    report_id: UUID
    case_id: UUID
    correlation_id: UUID
    engagement_id: UUID | None = None
    asset_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Notification:
    """One message to one recipient. Its id is derived from the event, so that the event is never told twice."""

    id: UUID
    template: Template
    about: UUID
    subject: Subject
    facts: Mapping[str, str]
    created_at: datetime
    due_at: datetime
    expires_at: datetime | None = None
    state: State = State.PENDING
    reason: str | None = None
    tries: int = 0

    @property
    def role(self) -> Role:
        """Whom it is for."""
        return ROLES[self.template]


@dataclass(frozen=True, slots=True)
class Standing:
    """What notify remembers of a concern: its level now, and whether anyone ever said that contact is unsafe."""

    level: int
    contact_is_unsafe: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a reporter can be reached, as reporting keeps it; held only while a message is sent."""

    name: str | None
    email: str | None
    safe_contact: str | None
    reference: str
    status_url: str
    language: str = "en"


def withheld_from_reporter(standing: Standing, contact: Contact | None) -> Withheld | None:
    """Return why the reporter must not be written to, or None where it is safe (rule SC1, without exception)."""
    if standing.contact_is_unsafe:
        return Withheld.UNSAFE_TO_CONTACT
    if contact is None:
        return Withheld.NO_CONTACT
    if contact.safe_contact not in _SAFE:
        return Withheld.UNSAFE_TO_CONTACT
    return None if contact.email else Withheld.NO_ADDRESS


@dataclass(frozen=True, slots=True)
class OfferStanding:
    """What notify remembers of an offer: whether it is over, and whether the asset was told of it."""

    over: bool = False
    told: bool = False


def withheld_from_asset(standing: Standing, offer: OfferStanding, *, late: bool) -> Withheld | None:
    """Return why an offer must not be sent, or None: the third check that no case above level 2 reaches a group."""
    if standing.level not in COMMUNITY_LEVELS:
        return Withheld.LEVEL_TOO_HIGH
    return Withheld.NO_LONGER_OFFERED if offer.over or late else None
