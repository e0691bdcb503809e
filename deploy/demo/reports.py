"""The day of reports that the repository ships."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.intake import IntakeFields

DATA = Path(__file__).parent / "data"
#: About five metres: near enough to be the same place, far enough to be another report.
_NUDGE_DEGREES = 0.00005

ClientKind = Literal["web", "app", "open311", "partner"]


class Location(BaseModel):
    """A point in WGS 84 degrees."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lat: float
    lon: float


class Contact(BaseModel):
    """A made-up reporter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    email: str | None = None
    phone: str | None = None


class DayReport(IntakeFields):
    """One report of the day: who sends it by which kind of program, when, and what it says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    at_minute: int = Field(ge=0, lt=24 * 60)
    client: ClientKind
    text: str
    location: Location
    contact: Contact | None = None
    withdraw: bool = False

    @property
    def body(self) -> dict[str, Any]:
        """Return the report as `POST /v1/reports` takes it."""
        own = {"id", "at_minute", "client", "withdraw"}
        body = self.model_dump(mode="json", exclude=own, exclude_unset=True)
        channels = {"web": "web", "app": "app", "partner": "partner_referral", "open311": "open311"}
        return {"channel": channels[self.client], **body}


def the_day(path: Path = DATA / "reports.jsonl") -> tuple[DayReport, ...]:
    """Return the shipped reports in the order in which they come."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(sorted((DayReport.model_validate_json(line) for line in lines), key=lambda report: report.at_minute))


def varied(day: Sequence[DayReport], seed: int) -> Iterator[DayReport]:
    """Yield copies of the day without end, each a little apart from the others; the same seed gives the same."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    number = 0
    while True:
        for report in chance.sample(day, len(day)):
            number += 1
            place = Location(
                lat=round(report.location.lat + chance.uniform(-_NUDGE_DEGREES, _NUDGE_DEGREES), 6),
                lon=round(report.location.lon + chance.uniform(-_NUDGE_DEGREES, _NUDGE_DEGREES), 6),
            )
            changed = {"id": f"{report.id}-{number}", "location": place, "text": f"{report.text} ({number})"}
            yield report.model_copy(update=changed)
