"""What reporting publishes: a report came in, was written about, disputed or taken back. No words, no contact."""

from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.event import ConcernEvent
from shared.contracts.intake import IntakeFields

REPORTS = "kith.reports.v1"
URGENT_REPORTS = "kith.reports.urgent.v1"


class ReportSubmitted(ConcernEvent):
    """Somebody told us of a concern.

    The words stay in reporting's store: `has_text` says whether there are any, and whoever is entitled fetches them by
    `report_id`. `danger_signals` are the ids of the intake screen's rules that fired; where there is one, the event
    travels on the urgent topic. `areas` are the codes of every area that contains the place, `cell` its H3 cell at
    resolution 9; both are empty where no place was given. A further occurrence of a concern, or something more about
    it, has that concern's id and an id of its own; `happened_on` is the day on which it happened, where that was told.
    """

    type: ClassVar[str] = "kith.report.submitted.v1"
    source: ClassVar[str] = "/services/reporting"
    topic: ClassVar[str] = REPORTS

    report_id: UUID
    received_at: AwareDatetime
    intake: IntakeFields
    has_text: bool
    has_contact: bool = False
    danger_signals: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    cell: str | None = None
    happened_on: date | None = None

    @property
    def destination(self) -> str:
        """The urgent topic when the intake screen saw danger, else the ordinary one."""
        return URGENT_REPORTS if self.danger_signals else REPORTS


class FollowingEvent(ConcernEvent):
    """What follows a report onto its topic, so that nobody hears of it first; `urgent` where that is the urgent one."""

    source: ClassVar[str] = "/services/reporting"
    topic: ClassVar[str] = REPORTS

    report_id: UUID
    urgent: bool = False

    @property
    def destination(self) -> str:
        """The urgent topic where this event is to travel there."""
        return URGENT_REPORTS if self.urgent else REPORTS


class ReportSupported(FollowingEvent):
    """Somebody said that a reported concern is theirs too, without telling more; `supporters` is how many have by now.

    It follows its report onto the same topic: `urgent` says that the report travelled on the urgent one.
    """

    type: ClassVar[str] = "kith.report.supported.v1"

    supporters: int


class ReportWithdrawn(FollowingEvent):
    """The reporter took the report back; what it set in motion winds down unless a professional keeps it.

    It follows its report onto the same topic, so that nobody hears of the withdrawal before the report: `urgent` says
    that the report travelled on the urgent one.
    """

    type: ClassVar[str] = "kith.report.withdrawn.v1"


class ReportMessaged(FollowingEvent):
    """The reporter, or the team, wrote about a report.

    The words stay in reporting's store and are fetched by `message_id`, as those of reports are. A message in which the
    intake screen saw danger is told twice, under two ids: on the urgent topic at once, and behind its report.
    """

    type: ClassVar[str] = "kith.report.messaged.v1"

    message_id: UUID
    written_by: Literal["reporter", "team"]
    danger_signals: tuple[str, ...] = ()


class ReportDisputed(FollowingEvent):
    """The reporter said, while that could still be said, that a closed concern is not settled.

    It follows its report onto the same topic: `urgent` says that the report travelled on the urgent one.
    """

    type: ClassVar[str] = "kith.report.disputed.v1"


class AttachmentAdded(FollowingEvent):
    """A photograph came with a report, or a version of one with parts covered was made.

    The picture stays with reporting; whoever is entitled looks at it there under `attachment_id`.
    """

    type: ClassVar[str] = "kith.attachment.added.v1"

    attachment_id: UUID
    media_type: Literal["image/jpeg"] = "image/jpeg"
    size: int
    """Bytes of the picture."""
