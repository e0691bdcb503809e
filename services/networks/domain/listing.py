"""Listing: what an open directory may say of an asset. It has no room for a person, and none for a home."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from math import cos, hypot, radians

_METRES_PER_DEGREE = 111_195.0


class Weekday(StrEnum):
    """The days as iCalendar and Open Referral write them."""

    MONDAY = "MO"
    TUESDAY = "TU"
    WEDNESDAY = "WE"
    THURSDAY = "TH"
    FRIDAY = "FR"
    SATURDAY = "SA"
    SUNDAY = "SU"


@dataclass(frozen=True, slots=True)
class OpenTime:
    """When something is open in each week, in local time."""

    day: Weekday
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Address:
    """The postal address of a public place."""

    line: str
    city: str
    county: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Place:
    """A public place where something can be found: degrees of WGS 84, north and east."""

    name: str
    latitude: float | None = None
    longitude: float | None = None
    address: Address | None = None

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, where both are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    def is_at(self, postcode: str) -> bool:
        """Say whether the place has this postcode, however it is written."""
        return self.address is not None and plain_postcode(self.address.postcode) == plain_postcode(postcode)


@dataclass(frozen=True, slots=True)
class Listing:
    """What is said in public of an asset that agreed to it; `organisation` runs it, where it has another name."""

    description: str = ""
    organisation: str | None = None
    website: str | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    open_times: tuple[OpenTime, ...] = ()
    place: Place | None = None


NOTHING_SAID = Listing()


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two positions in metres, exact to a few per mille within a district."""
    north = other[0] - one[0]
    east = (other[1] - one[1]) * cos(radians((one[0] + other[0]) / 2))
    return hypot(north, east) * _METRES_PER_DEGREE


def plain_postcode(postcode: str) -> str:
    """Return a postcode without spaces and in capitals, so that it can be compared."""
    return "".join(postcode.split()).upper()
