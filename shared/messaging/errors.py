"""What ends the life of a message, or of its consumer.

A `TransientError` (shared.runtime.errors) is retried for ever with back-off; a `PoisonMessageError` is dead-lettered at
once; any other exception is tried three times for the one event it belongs to, then dead-lettered.
"""

from shared.runtime.errors import TransientError


class PoisonMessageError(Exception):
    """A message can never be handled; the error's text is shown to operators, so it quotes no content."""


class TooManyDeadLettersError(Exception):
    """More is being dead-lettered than bad data explains: the release is at fault, and the line stops."""


class CommitRefusedError(Exception):
    """The partition belongs to another member now; whoever has it will read the same records again."""


class EventTooLargeError(ValueError):
    """An event is larger than every CloudEvents intermediary has to carry; refer to large things by id."""


class OffsetsGoneError(Exception):
    """The asked position is no longer, or not yet, in the log."""


class PublishFailedError(TransientError):
    """Not every record is known to be stored by the broker; publishing the same records again is harmless."""
