"""What nobody can handle, kept with the reason and where it came from; up to a limit."""

import traceback
from collections import deque
from dataclasses import dataclass, field

from shared.contracts.event import timestamp
from shared.messaging.errors import PoisonMessageError, TooManyDeadLettersError
from shared.messaging.limits import DeadLetterLimits
from shared.messaging.ports import Publisher
from shared.messaging.record import Headers, OutgoingRecord, Record
from shared.runtime.clock import Clock

PREFIX = "kith-dlq-"
REPLAY_OF = "kith-replay-of"


def dead_letter_topic(topic: str) -> str:
    """Return the topic that keeps what could not be handled of another."""
    return f"{topic}.dlq"


@dataclass(slots=True)
class DeadLetters:
    """Moves records to `<topic>.dlq`. A record is moved when the broker has acknowledged it, not before.

    Give it a publisher of its own: a missing dead-letter topic must not hold up the outbox.
    """

    publisher: Publisher
    clock: Clock
    limits: DeadLetterLimits = field(default_factory=DeadLetterLimits)
    _recent: deque[bool] = field(init=False)
    _invalid: int = field(init=False, default=0)
    _in_a_row: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._recent = deque(maxlen=self.limits.window)

    def count_valid(self, records: int) -> None:
        """Note records that were fine."""
        if records <= 0:
            return
        self._in_a_row = 0
        if self._invalid or len(self._recent) < self.limits.window:
            for _ in range(min(records, self.limits.window)):
                self._note(invalid=False)

    def count_invalid(self) -> None:
        """Note one that is not; raises `TooManyDeadLettersError` where the limit is reached."""
        self._in_a_row += 1
        self._note(invalid=True)
        seen = len(self._recent)
        if self._in_a_row >= self.limits.consecutive:
            raise TooManyDeadLettersError(
                f"{self._in_a_row} records in a row cannot be handled; stopped before all are dead-lettered"
            )
        if seen >= self.limits.minimum and self._invalid > self.limits.ratio * seen:
            raise TooManyDeadLettersError(
                f"{self._invalid} of the last {seen} records cannot be handled; stopped before all are dead-lettered"
            )

    async def send(self, record: Record, error: Exception, *, group: str) -> None:
        """Write the record with its reason and origin; raises `TransientError` where that is not known to be stored."""
        headers: Headers = (
            *(header for header in record.headers if not header[0].startswith(PREFIX)),
            (f"{PREFIX}topic", record.topic.encode()),
            (f"{PREFIX}partition", str(record.partition).encode()),
            (f"{PREFIX}offset", str(record.offset).encode()),
            (f"{PREFIX}timestamp", str(record.timestamp_ms).encode()),
            (f"{PREFIX}reason", reason_of(error).encode()),
            (f"{PREFIX}error", type(error).__name__.encode()),
            (f"{PREFIX}group", group.encode()),
            (f"{PREFIX}failed-at", timestamp(self.clock.now()).encode()),
        )
        await self.publisher.publish(
            [OutgoingRecord(dead_letter_topic(record.topic), record.key, record.value, headers)]
        )

    def _note(self, *, invalid: bool) -> None:
        if len(self._recent) == self.limits.window and self._recent[0]:
            self._invalid -= 1
        self._recent.append(invalid)
        self._invalid += invalid


def reason_of(error: Exception) -> str:
    """Return what an operator may read: our own words, or the class and place of an unexpected error.

    The text of an unexpected error is left out since it may quote what somebody wrote.
    """
    if isinstance(error, PoisonMessageError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}, line {frames[-1].lineno} of {frames[-1].filename}" if frames else ""
    return f"{type(error).__name__}{place}"
