"""A sighting: what the history of places keeps of a report, and which reports leave none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.triage.domain.patterns.periods import day_of

ASB, CRIME = "asb", "crime"

_GROUPS = (("env.", ASB), ("nui.", ASB), ("per.", ASB), ("crime.", CRIME))
_ALSO_CRIME = frozenset({"com.doorstep_scam"})
_PRIVATE_CATEGORIES = frozenset({"per.hate"})
"""7.6: hate is published for a whole district and year or not at all, so it leaves nothing in cells."""
PRIVATE_FLAGS = frozenset({
    "suicide_self_harm", "honour_based_abuse", "child_safeguarding", "sexual_offence", "domestic_abuse", "exploitation",
    "modern_slavery", "adult_safeguarding", "position_of_trust", "stalking", "radicalisation", "missing_person", "hate",
    "unsafe_to_contact", "no_behaviour_described",
})  # fmt: skip
"""Flags, at any confidence, whose reports leave no sighting: 7.6, and F1, which tells of a presence and no deed."""

_UNITS = ("E02", "E05", "E06", "E07", "E08", "E09")
"""[HOUSE] Units in which a pattern is told, the first that is known: MSOA, ward, district (5.3); never an LSOA."""

DISCOVERED = "professional"
"""The role of those who find what they look for; what they report is no measure of an area (9a, 9b)."""

_PUBLIC_PLACES = frozenset({
    "communal_area", "street", "park_open_space", "shop_business", "school", "public_transport", "place_of_worship",
    "licensed_premises",
})  # fmt: skip


class Setting(StrEnum):
    """What kind of place something happens at, as far as repeats ask."""

    HOME = "home"
    PUBLIC = "public"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Incident:
    """What several reports of one category, day, cell and setting are taken for; the first of them stands for it."""

    day: date
    setting: Setting
    first: UUID


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that happened in a cell (H3, resolution 9), told at a moment. No point, no words, no person.

    `area` is the one unit in which a pattern with it may be told; none where the place lies in no such unit. Nothing
    tells two reporters apart: who reported is known to reporting alone, and what is published is the concern.
    """

    report_id: UUID
    concern_id: UUID
    category: str
    cell: str
    at: datetime
    area: str | None = None
    where_kind: str | None = None
    reporter_role: str | None = None

    @property
    def group(self) -> str:
        """`asb` or `crime`."""
        group = group_of(self.category)
        if group is None:
            raise ValueError(f"{self.category} is no incident at a place")
        return group

    @property
    def setting(self) -> Setting:
        """The kind of place."""
        if self.where_kind == "own_home":
            return Setting.HOME
        return Setting.PUBLIC if self.where_kind in _PUBLIC_PLACES else Setting.OTHER

    @property
    def incident(self) -> Incident:
        """The incident that it is, if no report told of it before."""
        return Incident(day_of(self.at), self.setting, self.report_id)

    @property
    def is_measured(self) -> bool:
        """Whether it counts in statistics of areas: told by residents, not discovered by professionals (9a)."""
        return self.reporter_role != DISCOVERED


def group_of(category: str) -> str | None:
    """Return the group of an incident at a place; none for worries, ideas, safeguarding and what is unclear."""
    if category in _PRIVATE_CATEGORIES:
        return None
    if category in _ALSO_CRIME:
        return CRIME
    return next((group for prefix, group in _GROUPS if category.startswith(prefix)), None)


def leaves_a_sighting(category: str, flags: Iterable[str]) -> bool:
    """Tell whether a report with this category and these flags may enter the history of places at all."""
    return group_of(category) is not None and PRIVATE_FLAGS.isdisjoint(flags)


def area_unit(areas: Iterable[str]) -> str | None:
    """Return the one area, of those that contain a place, in which patterns with it are told."""
    known = sorted(areas)
    return next((code for unit in _UNITS for code in known if code.startswith(unit)), None)
