"""Reporting's use cases, one of each, for the entrypoints."""

from dataclasses import dataclass

from services.reporting.application.follow_case import FollowCase
from services.reporting.application.personal_use_cases import PersonalUseCases
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
    personal: PersonalUseCases
