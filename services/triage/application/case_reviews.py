"""ASB case reviews: taken in, always, and moved by people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from services.triage.application.retries import check_same
from services.triage.domain.case_review import Asked, CaseReview, check_version, due_at, stepped
from services.triage.domain.qualifying import Threshold
from services.triage.domain.review_figures import Figures, figures
from services.triage.domain.terms import Terms
from shared.contracts.event import Event
from shared.runtime.clock import Clock


class CaseReviewStore(Protocol):
    """Where reviews live."""

    async def add(self, review: CaseReview) -> None:
        """Store a new review; storing it twice is harmless."""
        ...

    async def get(self, review_id: UUID) -> CaseReview:
        """Return the review, or raise CaseNotFoundError."""
        ...

    async def save(self, review: CaseReview, *, announcing: Sequence[Event] = ()) -> None:
        """Store a review one version on, with what it announces, or raise StaleCaseError."""
        ...

    async def list(self) -> Sequence[CaseReview]:
        """Return every review, the newest first; there are some dozens a year."""
        ...


@dataclass(frozen=True, slots=True)
class CaseReviews:
    """Everything that is done with case reviews, under one partnership's terms."""

    store: CaseReviewStore
    clock: Clock
    holidays: frozenset[date]
    terms: Terms

    @property
    def threshold(self) -> Threshold:
        """What applications are measured by."""
        return self.terms.review_threshold

    async def apply(self, review: CaseReview) -> CaseReview:
        """Take in an application, whatever it counts to: the platform refuses nobody.

        One that was taken in before is returned as it stands now; KeyReusedError where that was another application.
        """
        await self.store.add(review)
        held = await self.store.get(review.id)
        check_same(held.request, review.request)
        return held

    async def step(self, review_id: UUID, seen_version: int, asked: Asked) -> CaseReview:
        """Take a step with the version that the person has seen."""
        review = await self.store.get(review_id)
        check_version(review, seen_version)
        after = stepped(review, asked, self.threshold)
        await self.store.save(after)
        return after

    async def figures(self, year: int) -> Figures:
        """Count a year."""
        return figures(await self.store.list(), year)

    def due_at(self, review: CaseReview) -> datetime | None:
        """Return by when the present stage ends."""
        return due_at(review, self.holidays, self.terms.case_review)
