"""What can go wrong in reporting, in its own words; the entrypoints translate."""


class ReportingError(Exception):
    """The family of everything that reporting refuses or cannot do."""


class ReportNotFoundError(ReportingError):
    """There is no such report, or the secret is not the report's: nobody can tell the two apart."""


class KeyUsedForAnotherReportError(ReportingError):
    """The idempotency key came before with another body."""


class ReportInProgressError(ReportingError):
    """A report under the same idempotency key is still being written."""


class IdempotencyKeyMissingError(ReportingError):
    """The client agreed to send an idempotency key and sent none."""


class ContactNotFoundError(ReportingError):
    """The report has no contact, or it was erased."""


class ReasonNeededError(ReportingError):
    """What is asked for is given only to those who say why they need it."""


class PhotoRefusedError(ReportingError):
    """What was sent is no picture that is taken here; the message says why."""


class AlbumFullError(ReportingError):
    """There are as many photographs with the report as there may be."""


class PhotoNotFoundError(ReportingError):
    """There is no such photograph, or not any more."""


class PhotoRestrictedError(ReportingError):
    """The photograph is for few, since a version with parts covered was made of it."""


class MailboxFullError(ReportingError):
    """There are as many messages about the report as there may be."""


class NotClosedError(ReportingError):
    """Only a closed report can be said to be settled or not."""


class TooLateToDisputeError(ReportingError):
    """The report was closed too long ago to be taken up again; the message says what to do instead."""


class ReportingOverloadedError(ReportingError):
    """More reports wait to be written than we can promise to write soon."""


class ReferenceTakenError(ReportingError):
    """The random reference belongs to another report: take the next one."""


class AlreadyReportedError(ReportingError):
    """A report under this idempotency key is stored already."""
