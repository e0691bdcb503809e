"""Marks by time in documents of ten minutes, found by their ids alone: no index over moments is needed."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.reporting.application.public_ports import Mark, Period
from shared.persistence.errors import DuplicateKeyError
from shared.persistence.store import Collection, Document, Update

_DAY = 86_400
_SLOT = 600
_AT_ONCE = 100
_TRIES = 3


@dataclass(frozen=True, slots=True)
class MongoTimeLine:
    """One line of several in a collection, apart by `name`.

    `<name>/<day>` lists the slots of a day that hold marks, `<name>/<day>/<slot>` holds them as `{name: [second, …]}`.
    """

    collection: Collection
    name: str

    async def change(self, put: Sequence[Mark], drop: Sequence[Mark]) -> None:
        """Write each slot once; another replica that makes the same document at this moment is waited out."""
        writes = list(self._writes(put, drop))
        for tries_left in reversed(range(_TRIES)):
            try:
                await self.collection.apply(writes)
            except DuplicateKeyError:
                if not tries_left:
                    raise
            else:
                return

    async def within(self, period: Period) -> AsyncIterator[Mark]:
        """Read the days' lists, then their slots, a few at a time."""
        slots = await self._slots(period)
        for start in range(0, len(slots), _AT_ONCE):
            found = await self.collection.get_many([self._slot_id(slot) for slot in slots[start : start + _AT_ONCE]])
            for slot in slots[start : start + _AT_ONCE]:
                for mark in _marks_from(found.get(self._slot_id(slot), {})):
                    if period.first <= mark.second <= period.last:
                        yield mark

    async def _slots(self, period: Period) -> list[int]:
        days = range(period.first // _DAY, period.last // _DAY + 1)
        found = await self.collection.get_many([f"{self.name}/{day}" for day in days])
        slots = sorted(slot for document in found.values() for slot in document["slots"])
        return [slot for slot in slots if period.first // _SLOT <= slot <= period.last // _SLOT]

    def _writes(self, put: Sequence[Mark], drop: Sequence[Mark]) -> Iterator[Update]:
        slots: dict[int, Document] = defaultdict(dict)
        for mark in drop:
            slots[mark.second // _SLOT].setdefault("$unset", {})[f"marks.{mark.name}"] = ""
        days: dict[int, set[int]] = defaultdict(set)
        for mark in put:
            slots[mark.second // _SLOT].setdefault("$set", {})[f"marks.{mark.name}"] = [mark.second, *mark.says]
            days[mark.second // _DAY].add(mark.second // _SLOT)
        for day, filled in days.items():
            added = {"$addToSet": {"slots": {"$each": sorted(filled)}}}
            yield Update({"_id": f"{self.name}/{day}"}, added, upsert=True)
        for slot, update in slots.items():
            yield Update({"_id": self._slot_id(slot)}, update, upsert="$set" in update)

    def _slot_id(self, slot: int) -> str:
        return f"{self.name}/{slot * _SLOT // _DAY}/{slot}"


def _marks_from(document: Mapping[str, Any]) -> list[Mark]:
    marks = document.get("marks", {})
    return sorted(Mark(second, name, tuple(says)) for name, (second, *says) in marks.items())
