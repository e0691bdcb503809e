"""Messages to people: who hears what, and the policy that says who must not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

EMAIL = "email"
COMMUNITY_LEVELS = frozenset({1, 2})
STANDING_PATIENCE = timedelta(hours=1)
"""How long an offer is held back whose case is not known yet; tried after that, it is sent or withheld for good."""
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
    CASE_REOPENED = "case_reopened"
    OFFER = "offer"
    OFFER_RECALLED = "offer_recalled"
    EMERGENCY = "emergency"


ROLES: Mapping[Template, Role] = MappingProxyType(
    {
        Template.REPORT_IN_HAND: Role.REPORTER,
        Template.GROUP_HELPING: Role.REPORTER,
        Template.WITH_PARTNER: Role.REPORTER,
        Template.CASE_CLOSED: Role.REPORTER,
        Template.CASE_REOPENED: Role.REPORTER,
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
    NOT_FOR_COMMUNITY = "not_for_community"
    CASE_IS_CLOSED = "case_is_closed"
    STANDING_UNKNOWN = "standing_unknown"
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
    """What notify remembers of a concern: how its case stands now, and whether anyone ever said contact is unsafe.

    `for_community` says whether the latest decision allows a community response and no blocking flag stands; None where
    no decision has been seen yet.
    """

    level: int
    contact_is_unsafe: bool
    for_community: bool | None = None
    closed: bool = False


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


def withheld_from_asset(standing: Standing | None, offer: OfferStanding, *, late: bool) -> Withheld | None:
    """Return why an offer must not be sent, or None: the third check that only what is for a group reaches one.

    A case that is not known, or of which no decision was seen, is STANDING_UNKNOWN: nothing is sent blindly.
    """
    if offer.over or late:
        return Withheld.NO_LONGER_OFFERED
    if standing is None:
        return Withheld.STANDING_UNKNOWN
    if standing.level not in COMMUNITY_LEVELS:
        return Withheld.LEVEL_TOO_HIGH
    if standing.closed:
        return Withheld.CASE_IS_CLOSED
    if standing.for_community is None:
        return Withheld.STANDING_UNKNOWN
    return None if standing.for_community else Withheld.NOT_FOR_COMMUNITY
