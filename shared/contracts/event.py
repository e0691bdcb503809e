"""What every event carries, whoever publishes it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

#: The fields that travel as CloudEvents attributes in headers, not in the event's JSON data.
ENVELOPE_FIELDS = frozenset({"event_id", "occurred_at", "correlation_id", "causation_id"})


class Event(BaseModel):
    """A fact that has already happened, named in the past tense.

    Readers ignore fields that they do not know, so a publisher may add optional ones. `event_id` is derived from the
    cause, so that the same fact published twice has the same id. No event carries a name, a contact or free text.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: ClassVar[str]
    """The CloudEvents type, `kith.<noun>.<past-participle>.v<major>`."""
    source: ClassVar[str]
    """The CloudEvents source, `/services/<name>`."""
    topic: ClassVar[str]
    """The Kafka topic on which this event is published unless `destination` says otherwise."""

    event_id: UUID
    occurred_at: AwareDatetime
    correlation_id: UUID
    causation_id: UUID | None = None

    @property
    def partition_key(self) -> str:
        """The id whose events keep their order: a concern's, or else an area's or a network's."""
        raise NotImplementedError

    @property
    def destination(self) -> str:
        """The topic this very event goes to."""
        return self.topic


class ConcernEvent(Event):
    """An event about one concern; all events about it keep their order."""

    concern_id: UUID

    @property
    def partition_key(self) -> str:
        """The concern's id."""
        return str(self.concern_id)


def timestamp(moment: datetime) -> str:
    """Return a moment as CloudEvents and JSON write it: RFC 3339 in UTC with milliseconds and a `Z`."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
