"""AreaCount: how many incidents of a kind the police recorded in a small area in a month."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

CATEGORY_OF = MappingProxyType(
    {
        "anti social behaviour": "anti-social-behaviour",
        "bicycle theft": "bicycle-theft",
        "burglary": "burglary",
        "criminal damage and arson": "criminal-damage-arson",
        "drugs": "drugs",
        "other crime": "other-crime",
        "other theft": "other-theft",
        "possession of weapons": "possession-of-weapons",
        "public order": "public-order",
        "robbery": "robbery",
        "shoplifting": "shoplifting",
        "theft from the person": "theft-from-the-person",
        "vehicle crime": "vehicle-crime",
        "violence and sexual offences": "violent-crime",
        "violent crime": "violent-crime",
        "vehicle theft": "vehicle-crime",
        "public disorder and weapons": "public-order",
    }
)
"""The police's words and older ones, to the ids of their interface."""
_IDS = MappingProxyType({category.replace("-", " "): category for category in CATEGORY_OF.values()})
UNKNOWN_CATEGORY = "other-crime"
NO_AREA = ""

_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")
_EXCEL_MONTH = re.compile(r"([A-Za-z]{3})-(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Incident:
    """One row as the police publish it. Two rows that are alike are two incidents."""

    area: str
    month: str
    category: str


@dataclass(frozen=True, slots=True)
class AreaCount:
    """Incidents of one category in one area in one month; the area is empty where the police gave none."""

    area: str
    month: str
    category: str
    count: int


def tallied(incidents: Iterable[Incident]) -> tuple[AreaCount, ...]:
    """Count rows, every one of them."""
    counts = Counter((incident.area, incident.month, incident.category) for incident in incidents)
    return tuple(AreaCount(*key, count) for key, count in sorted(counts.items()))


def month_of(text: str) -> str | None:
    """Return a month as `2025-02`, from that, from a day in it, or from what a spreadsheet made of it: `Feb-25`."""
    cleaned = text.strip()
    if found := _MONTH.fullmatch(cleaned):
        year, month = found.groups()
        return f"{year}-{month}" if "01" <= month <= "12" else None
    if (found := _EXCEL_MONTH.fullmatch(cleaned)) and (name := found[1].casefold()) in _MONTHS:
        return f"20{found[2]}-{_MONTHS.index(name) + 1:02d}"
    return None


def category_of(text: str) -> str | None:
    """Return the police's category id for a name or an id of theirs; None for one that is new."""
    words = text.strip().casefold().replace("-", " ")
    return CATEGORY_OF.get(words) or _IDS.get(words)
