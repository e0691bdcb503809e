"""How near two reports of a kind have to be to be thought one concern, in metres. House figures, to be tuned by use."""

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

_EARTH = 6_371_008.8

#: What stays where it is, by group, and what is particular to a kind. A place is known to 130 m across at best.
_BY_GROUP: Mapping[str, int] = {"env": 100, "nui": 200, "com": 200, "crime": 150, "unk": 100}
_BY_KIND: Mapping[str, int] = {
    "env.noise_domestic": 150,
    "env.noise_commercial": 200,
    "env.bonfire_smoke": 250,
    "nui.fireworks": 250,
    "nui.vehicle_offroad": 250,
}
LARGEST = 250


def radius_of(kind: str) -> int:
    """Return within how many metres a report of this kind may be about the same."""
    return _BY_KIND.get(kind, _BY_GROUP[kind.partition(".")[0]])


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points in degrees (latitude, longitude), on a sphere."""
    (lat, lon), (lat_, lon_) = one, other
    half_lat, half_lon = radians(lat_ - lat) / 2, radians(lon_ - lon) / 2
    square = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(lat_)) * sin(half_lon) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, square)))
