"""The structured part of a report, as clients send it, reporting publishes it and triage weighs it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.vocabulary import (
    AgeBand,
    Category,
    Channel,
    Impact,
    PreviousAction,
    ReporterRole,
    SafeContact,
    SupportNetwork,
    Vulnerability,
    When,
    WhereKind,
    YesNoUnknown,
)

_Count = Annotated[int, Field(ge=0, le=10_000)]


class IntakeFields(BaseModel):
    """Everything a reporter may tell us apart from words, place and contact.

    All fields are optional; `null` and `unknown` never lower anything. `repeat_count` counts linked incidents of the
    behaviour in the last six months including this one (0: no incident); `previous_reports` counts earlier complaints
    to any agency about it in the last six months; `children_present` is about children living there or affected, not
    about the people complained of.
    """

    model_config = ConfigDict(frozen=True)

    channel: Channel = "web"
    category: Category | None = None
    when: When | None = None
    where_kind: WhereKind | None = None
    ongoing: bool | None = None
    repeat_count: _Count | None = None
    previous_reports: _Count | None = None
    previous_action: PreviousAction | None = None
    people_involved: _Count | None = None
    reporter_role: ReporterRole | None = None
    reporter_age_band: AgeBand | None = None
    vulnerability: tuple[Vulnerability, ...] = ()
    targeted: YesNoUnknown = "unknown"
    hate_perceived: YesNoUnknown = "unknown"
    injured: YesNoUnknown = "unknown"
    weapon: YesNoUnknown = "unknown"
    getting_worse: YesNoUnknown = "unknown"
    impact: Impact = "unknown"
    support_network: SupportNetwork = "unknown"
    children_present: YesNoUnknown = "unknown"
    safe_contact: SafeContact | None = None
    share_with_community: YesNoUnknown | None = None
