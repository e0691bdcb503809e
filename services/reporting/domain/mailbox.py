"""What a reporter and the team write to each other, and how long a closed report can be disputed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

MOST_MESSAGES = 200
"""For one report; a mailbox is for talking about a concern, not for keeping files of it."""

DISPUTE_WINDOW = timedelta(days=14)
"""How long after closing "it is not settled" takes the case up again [HOUSE; as long as the Dutch municipalities']."""


class Author(StrEnum):
    """Who wrote; staff write as the team, by no name."""

    REPORTER = "reporter"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Message:
    """One message; its words are gone once they were erased or kept long enough."""

    id: UUID
    report_id: UUID
    at: datetime
    author: Author
    text: str | None = field(repr=False)
