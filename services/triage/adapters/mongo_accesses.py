"""Who saw which sealed case, in MongoDB: one document per case and month, to which entries are only pushed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from services.triage.domain.access import Access
from services.triage.domain.case import Case
from shared.persistence.store import Collection, Update

_MONTHS = 12


class MongoAccesses:
    """Entries under ids that follow from the case and the month, so that finding them needs no index."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def note(self, accesses: Sequence[Access]) -> None:
        """Push the entries, each atomically; they are durable when this returns."""
        await self._collection.apply(
            [
                Update(
                    {"_id": _id(one.case_id, one.at.year, one.at.month)},
                    {"$push": {"entries": _entry(one)}},
                    upsert=True,
                )
                for one in accesses
            ]
        )

    async def of(self, case: Case, until: datetime) -> Sequence[Access]:
        """Return the entries about a case since it was opened, the oldest first."""
        ids = [_id(case.id, year, month) for year, month in _months(case.opened_at, until)]
        found = await self._collection.get_many(ids)
        entries = [entry for document in found.values() for entry in document["entries"]]
        return sorted((_access(case.id, entry) for entry in entries), key=lambda access: access.at)


def _id(case_id: UUID, year: int, month: int) -> str:
    return f"{case_id}/{year:04}-{month:02}"


def _months(one: datetime, other: datetime) -> Iterator[tuple[int, int]]:
    """Yield the months between two moments; whose clock was ahead does not matter."""
    first, last = sorted((one.astimezone(UTC), other.astimezone(UTC)))
    for number in range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month):
        yield number // _MONTHS, number % _MONTHS + 1


def _entry(access: Access) -> dict[str, Any]:
    return {
        "at": access.at,
        "subject": access.subject,
        "roles": list(access.roles),
        "agency": access.agency,
        "what": access.what,
        "why": access.why,
    }


def _access(case_id: UUID, entry: Mapping[str, Any]) -> Access:
    return Access(case_id=case_id, **{**entry, "roles": tuple(entry["roles"])})
