"""What reporting's use cases need of the world."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from services.reporting.application.records import ContactCard, KnownReport, NewReport
from services.reporting.domain.status import Fact
from shared.contracts.event import Event
from shared.contracts.reporting import ReportSubmitted


class Reports(Protocol):
    """The reports, with their words, their contacts and what they announce. Every call may raise TransientError."""

    async def add(self, report: NewReport, *, announcing: ReportSubmitted) -> None:
        """Return once report and announcement are durable, together.

        ReferenceTakenError, AlreadyReportedError and ReportingOverloadedError say that nothing was stored; after a
        TransientError it may have been.
        """
        ...

    async def with_key(self, digest: str) -> KnownReport | None:
        """Return the report that was sent under this key."""
        ...

    async def with_reference(self, reference: str) -> KnownReport | None:
        """Return the report with this reference."""
        ...

    async def with_id(self, report_id: UUID) -> KnownReport | None:
        """Return the report with this id."""
        ...

    async def note_and_announce(self, report: KnownReport, fact: Fact, *, announcing: Event) -> bool:
        """Note and announce a fact together; False where the report announced something since it was read."""
        ...

    async def note(self, facts: Sequence[tuple[UUID, Fact]]) -> None:
        """Add each fact to its report, once per fact; a report that is not here is passed over."""
        ...

    async def texts_of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return the words of those reports that have any."""
        ...

    async def contact_of(self, report_id: UUID) -> ContactCard | None:
        """Return the contact, opened, or None where none was given or it was erased."""
        ...


class Areas(Protocol):
    """The places that a partnership works by, held in memory."""

    def at(self, lat: float, lon: float, on: date) -> tuple[str, ...]:
        """Return the codes of every area that contains the point on that day, sorted; none outside all of them."""
        ...

    def named(self, code: str) -> tuple[str, ...]:
        """Return the area with this code and the areas that contain it; none where the code is unknown."""
        ...

    def cell_at(self, lat: float, lon: float) -> str:
        """Return the H3 cell at resolution 9."""
        ...


class Postcodes(Protocol):
    """Where postcodes are."""

    async def point_of(self, postcode: str) -> tuple[float, float] | None:
        """Return latitude and longitude of a postcode's middle, None where it is not known; or raise TransientError."""
        ...


class Secrets(Protocol):
    """Chance, and what only this deployment can compute."""

    def new_reference(self) -> str:
        """Return a random reference."""
        ...

    def follow_up_secret_of(self, report_id: UUID) -> str:
        """Return the report's follow-up secret, always the same for one report; it is stored nowhere."""
        ...

    def is_follow_up_secret(self, offered: str, report_id: UUID | None) -> bool:
        """Compare in constant time; without a report it takes as long and says no."""
        ...


class Counts(Protocol):
    """What operators want to see of the intake."""

    def report_accepted(self, channel: str, *, urgent: bool) -> None:
        """Count a report that was stored and acknowledged."""
        ...

    def answer_replayed(self) -> None:
        """Count a request that got an earlier report's answer."""
        ...

    def request_limited(self) -> None:
        """Count a request that was turned away because too many came."""
        ...
