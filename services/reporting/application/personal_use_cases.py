"""The use cases about what is personal and about talking with a reporter, one of each, for the entrypoints."""

from dataclasses import dataclass
from typing import Protocol

from services.reporting.application.access import AccessLog
from services.reporting.application.attach_photo import AttachPhoto
from services.reporting.application.attachments import Albums, Darkroom
from services.reporting.application.erase_report import EraseReport
from services.reporting.application.fetch_contact import FetchContact
from services.reporting.application.fetch_texts import FetchTexts
from services.reporting.application.mailboxes import Mailboxes
from services.reporting.application.personal_data import PersonalData
from services.reporting.application.ports import Reports
from services.reporting.application.read_mailbox import ReadMailbox
from services.reporting.application.read_record import ReadRecord
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.tell_outcome import TellOutcome
from services.reporting.application.write_message import WriteMessage
from services.reporting.domain.guidance import Guidance
from shared.runtime.clock import Clock


class Stores(Protocol):
    """Where what is personal is kept."""

    @property
    def data(self) -> PersonalData:
        """The personal parts of reports."""
        ...

    @property
    def mailboxes(self) -> Mailboxes:
        """The messages."""
        ...

    @property
    def access_log(self) -> AccessLog:
        """Who read what."""
        ...

    @property
    def albums(self) -> Albums:
        """The photographs."""
        ...

    @property
    def darkroom(self) -> Darkroom:
        """Where photographs are worked on."""
        ...


@dataclass(frozen=True, slots=True)
class PersonalUseCases:
    """One of each."""

    fetch_texts: FetchTexts
    fetch_contact: FetchContact
    erase_report: EraseReport
    read_record: ReadRecord
    write_message: WriteMessage
    read_mailbox: ReadMailbox
    tell_outcome: TellOutcome
    attach_photo: AttachPhoto

    @classmethod
    def on(
        cls, reports: Reports, stores: Stores, read: ReadStatus, guidance: Guidance, clock: Clock
    ) -> "PersonalUseCases":
        """Return the use cases on these stores."""
        record = ReadRecord(stores.data, stores.access_log)
        return cls(
            FetchTexts(reports, stores.mailboxes),
            FetchContact(reports, stores.access_log),
            EraseReport(stores.data, clock),
            record,
            WriteMessage(reports, stores.mailboxes, read, guidance, clock),
            ReadMailbox(stores.mailboxes, read, record),
            TellOutcome(reports, read, clock),
            AttachPhoto(stores.albums, stores.darkroom, read, record, clock),
        )
