"""Everything that requests are listed from, in one service's database."""

from typing import NamedTuple

from services.reporting.adapters.mongo_public_reports import MongoPublicReports
from services.reporting.adapters.mongo_time_line import MongoTimeLine
from shared.persistence.store import Database


class MongoRegister(NamedTuple):
    """The reports themselves, and the two lines of time by which they are found."""

    reports: MongoPublicReports
    requests: MongoTimeLine
    updates: MongoTimeLine


def register_in(database: Database) -> MongoRegister:
    """Return the register of a database; nothing has to be made first."""
    lines = database.collection("public_register")
    reports = MongoPublicReports(database.collection("reports"))
    return MongoRegister(reports, MongoTimeLine(lines, "requests"), MongoTimeLine(lines, "updates"))
