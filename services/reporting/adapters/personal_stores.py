"""Where what is personal is kept: the reports' own parts, the mailboxes, and who read what."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.adapters.darkroom import PillowDarkroom
from services.reporting.adapters.folder_files import Files
from services.reporting.adapters.mongo_access_log import MongoAccessLog
from services.reporting.adapters.mongo_albums import MongoAlbums
from services.reporting.adapters.mongo_mailboxes import MongoMailboxes
from services.reporting.adapters.mongo_personal_data import MongoPersonalData
from services.reporting.adapters.mongo_reports import MongoReports
from shared.persistence.store import Database
from shared.runtime.clock import Clock

MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class PersonalStores:
    """One of each."""

    data: MongoPersonalData
    mailboxes: MongoMailboxes
    access_log: MongoAccessLog
    albums: MongoAlbums
    darkroom: PillowDarkroom

    @classmethod
    def beside(cls, reports: MongoReports, database: Database, files: Files, clock: Clock) -> "PersonalStores":
        """Return the stores beside the reports of a database."""
        return cls(
            personal_data_in(database, reports.seals, files),
            MongoMailboxes(database.collection(MESSAGES), reports.collection, reports.outbox),
            MongoAccessLog(database.collection("access_log"), clock),
            MongoAlbums(reports.collection, reports.seals, files, reports.outbox),
            PillowDarkroom(),
        )

    @property
    def preparations(self) -> Sequence[Callable[[], Awaitable[None]]]:
        """What makes the indexes."""
        return (self.mailboxes.make_indexes, self.access_log.make_indexes)


def personal_data_in(database: Database, seals: ContactSeals, files: Files) -> MongoPersonalData:
    """Return the personal parts of the reports in a database."""
    return MongoPersonalData(database.collection("reports"), database.collection(MESSAGES), seals, files)
