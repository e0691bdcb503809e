"""The hard filters of safe matching (8.6 step 1): each asset passes all of them, or is refused by a named one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.concern import Concern


@dataclass(frozen=True, slots=True)
class Search:
    """One search for help: the concern, the moment, and whom we have asked about it before."""

    concern: Concern
    now: datetime
    asked_before: frozenset[UUID] = frozenset()

    @property
    def today(self) -> date:
        """The day of the search."""
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Filter:
    """A named reason for not asking an asset about a concern."""

    id: str
    refuses: Callable[[Asset, Search], bool]


@dataclass(frozen=True, slots=True)
class DailyFilter:
    """A named reason for not asking an asset about anything on a day."""

    id: str
    refuses: Callable[[Asset, date], bool]


def _unsafe_for_vulnerable(asset: Asset, search: Search) -> bool:
    return search.concern.needs_safeguarding and not asset.safeguarding.is_valid_on(search.today)


def _language_differs(asset: Asset, search: Search) -> bool:
    return search.concern.language is not None and search.concern.language not in asset.languages


def _rests(asset: Asset, search: Search) -> bool:
    rests_until = asset.rests_until()
    return rests_until is not None and rests_until > search.now


def _has_conflict(asset: Asset, search: Search) -> bool:
    concern = search.concern
    return any(item in (str(concern.case_id), concern.category, *concern.areas) for item in asset.conflicts)


REACH: tuple[Filter, ...] = (
    Filter("area", lambda asset, search: not any(area in asset.areas for area in search.concern.areas)),
    Filter("category", lambda asset, search: search.concern.category not in asset.offers),
)
STANDING: tuple[DailyFilter, ...] = (
    DailyFilter("not_active", lambda asset, _: asset.trust_state is not TrustState.ACTIVE),
    DailyFilter("contact", lambda asset, _: asset.contact is None or not asset.council_contact),
    DailyFilter("unconfirmed", lambda asset, day: not asset.is_confirmed_on(day)),
    DailyFilter("untrained", lambda asset, day: not asset.safeguarding.is_trained_on(day)),
    DailyFilter("consent", lambda asset, day: not asset.consent.covers_offers_on(day)),
    DailyFilter("capacity", lambda asset, _: len(asset.reservations) >= asset.max_open),
)
SUITABILITY: tuple[Filter, ...] = (
    Filter("safeguarding", _unsafe_for_vulnerable),
    Filter("mediation", lambda asset, search: search.concern.needs_mediation and not asset.mediation_trained),
    Filter("language", _language_differs),
    Filter("asked_before", lambda asset, search: asset.id in search.asked_before),
    Filter("cool_off", _rests),
    Filter("conflict", _has_conflict),
)
"""In these orders; the first that refuses is the one that is counted, so that the counts add up to the register."""


def refusal(asset: Asset, search: Search) -> str | None:
    """Return the id of the first filter that refuses this asset, or None where it may be asked."""
    return _first(REACH, asset, search) or standing_refusal(asset, search.today) or _first(SUITABILITY, asset, search)


def standing_refusal(asset: Asset, day: date) -> str | None:
    """Return the id of the first filter that refuses this asset for every concern of a day, or None."""
    return next((item.id for item in STANDING if item.refuses(asset, day)), None)


def _first(filters: Sequence[Filter], asset: Asset, search: Search) -> str | None:
    return next((item.id for item in filters if item.refuses(asset, search)), None)
