"""AssetIndex: the register arranged so that ten thousand assets are matched to a case by a few operations on sets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from services.networks.domain.asset import Asset
from services.networks.domain.filters import Search, refusal, standing_refusal
from services.networks.domain.matching import Match, Worth, by_fineness, draw, fineness, worth

BEST = 20
"""How many of the fitting assets are ranked: more than would ever be tried for a place."""


class AssetIndex:
    """Gives the answer of `refusal` and `rank` over every asset; a new day costs only those of which a date ran out."""

    def __init__(self, assets: Iterable[Asset] = ()) -> None:
        self._assets: dict[int, Asset] = {}
        self._having: dict[tuple[str, str], set[int]] = {}
        self._worth: dict[int, Worth] = {}
        self._reach: dict[int, int] = {}
        self._rests: dict[int, datetime] = {}
        self._day: date | None = None
        self._until: dict[int, date] = {}
        self._standing: dict[int, str] = {}
        self._available: set[int] = set()
        self._guarded: set[int] = set()
        for asset in assets:
            self.put(asset)

    def __len__(self) -> int:
        return len(self._assets)

    def put(self, asset: Asset) -> None:
        """Take in an asset, or a newer state of one."""
        number = asset.id.int
        known = self._assets.get(number)
        if known is not None:
            for trait in _traits(known):
                self._having[trait].discard(number)
        for trait in _traits(asset):
            self._having.setdefault(trait, set()).add(number)
        self._assets[number] = asset
        self._worth[number] = worth(asset)
        self._reach[number] = len(asset.areas)
        self._rests.pop(number, None)
        if (until := asset.rests_until()) is not None:
            self._rests[number] = until
        self._until[number] = date.min
        if self._day is not None:
            self._note_standing(asset, self._day)

    def match(self, search: Search) -> Match:
        """Filter and rank. The counts of refusals and of fitting assets add up to the whole register."""
        self._turn_to(search.today)
        refused = Counter[str]()
        fitting = self._suited(self._in_reach(search, refused), search, refused)
        ranked = tuple(self._assets[number] for number in self._best(fitting, search))
        return Match(ranked, len(fitting), tuple(sorted((name, n) for name, n in refused.items() if n)))

    def _in_reach(self, search: Search, refused: Counter[str]) -> set[int]:
        serving = set[int]().union(*(self._with("area", area) for area in search.concern.areas))
        offering = serving & self._with("offer", search.concern.category)
        refused.update({"area": len(self) - len(serving), "category": len(serving) - len(offering)})
        refused.update(map(self._standing.__getitem__, offering - self._available))
        return offering & self._available

    def _suited(self, left: set[int], search: Search, refused: Counter[str]) -> set[int]:
        for name, unsuited in self._unsuited(left, search):
            refused[name] += len(unsuited)
            left = left - unsuited
        return left

    def _unsuited(self, fitting: set[int], search: Search) -> Iterator[tuple[str, set[int]]]:
        """Yield who is refused by each filter of suitability, in the filters' order; each asset by one only."""
        left, concern = fitting, search.concern
        suited = {
            "safeguarding": self._guarded if concern.needs_safeguarding else left,
            "mediation": self._with("has", "mediation") if concern.needs_mediation else left,
            "language": self._with("language", concern.language) if concern.language is not None else left,
        }
        for name, members in suited.items():
            yield name, left - members
            left = left & members
        asked = left & {asset_id.int for asset_id in search.asked_before}
        yield "asked_before", asked
        resting = (left - asked) & {number for number, until in self._rests.items() if until > search.now}
        yield "cool_off", resting
        doubtful = (left - asked - resting) & self._with("has", "conflict")
        yield "conflict", {number for number in doubtful if refusal(self._assets[number], search) is not None}

    def _best(self, fitting: set[int], search: Search) -> list[int]:
        case_id: UUID = search.concern.case_id
        local: dict[int, int] = {}
        for area in reversed(by_fineness(search.concern.areas)):
            local.update(dict.fromkeys(fitting & self._with("area", area), fineness(area)))
        best: list[tuple[Worth, int, int, int, int]] = []
        least: tuple[Worth, int, int] | None = None
        for number in fitting:
            standing = (self._worth[number], local[number], self._reach[number])
            if least is not None and standing > least:
                continue
            order = (*standing, draw(number, case_id), number)
            if least is None or order < best[-1]:
                best = sorted([*best, order])[:BEST]
                least = best[-1][:3] if len(best) == BEST else None
        return [order[-1] for order in best]

    def _with(self, kind: str, value: str) -> set[int]:
        return self._having.get((kind, value), _NONE)

    def _turn_to(self, day: date) -> None:
        if day == self._day:
            return
        turned_back = self._day is None or day < self._day
        for number in [number for number, until in self._until.items() if turned_back or until < day]:
            self._note_standing(self._assets[number], day)
        self._day = day

    def _note_standing(self, asset: Asset, day: date) -> None:
        number = asset.id.int
        reason = standing_refusal(asset, day)
        self._until[number] = asset.stands_until(day)
        self._standing[number] = reason or ""
        (self._available.add if reason is None else self._available.discard)(number)
        (self._guarded.add if asset.safeguarding.is_valid_on(day) else self._guarded.discard)(number)


_NONE: set[int] = set()


def _traits(asset: Asset) -> Iterator[tuple[str, str]]:
    yield from (("area", area) for area in asset.areas)
    yield from (("offer", category) for category in asset.offers)
    yield from (("language", language) for language in asset.languages)
    if asset.mediation_trained:
        yield "has", "mediation"
    if asset.conflicts:
        yield "has", "conflict"
