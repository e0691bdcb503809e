"""What anybody reads of a request's progress: two states and a sentence that names nobody."""

from collections.abc import Mapping

from services.reporting.domain.status import Status

#: Public words for each status, apart from those that its reporter reads.
NOTES: Mapping[Status, str] = {
    Status.RECEIVED: "Received.",
    Status.IN_HAND: "In hand.",
    Status.WITH_COMMUNITY: "In hand, together with people locally.",
    Status.WITH_PARTNER: "With a partner organisation.",
    Status.RESOLVED: "Closed.",
    Status.WITHDRAWN: "Withdrawn.",
}

_CLOSED = frozenset({Status.RESOLVED, Status.WITHDRAWN})


def closes(status: Status) -> bool:
    """Tell whether a status is one in which nothing more is to be done."""
    return status in _CLOSED
