"""Reporting's use cases, one of each, for the entrypoints."""

from dataclasses import dataclass

from services.reporting.application.erase_report import EraseReport
from services.reporting.application.fetch_contact import FetchContact
from services.reporting.application.fetch_texts import FetchTexts
from services.reporting.application.follow_case import FollowCase
from services.reporting.application.read_record import ReadRecord
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.submit_report import SubmitReport
from services.reporting.application.withdraw_report import WithdrawReport


@dataclass(frozen=True, slots=True)
class UseCases:
    """Everything that reporting does."""

    submit_report: SubmitReport
    read_status: ReadStatus
    withdraw_report: WithdrawReport
    follow_case: FollowCase
    fetch_texts: FetchTexts
    fetch_contact: FetchContact
    erase_report: EraseReport
    read_record: ReadRecord
