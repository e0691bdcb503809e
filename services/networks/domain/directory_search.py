"""What somebody may look for in the directory. Everything that is asked for must hold."""

from dataclasses import dataclass
from datetime import time

from services.networks.domain.asset import Asset
from services.networks.domain.directory import Directory
from services.networks.domain.listing import Weekday, metres_between
from services.networks.domain.taxonomy import terms_of

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Opening:
    """When something should be open: on a day, beginning at or after one time, ending at or before another."""

    day: Weekday | None = None
    starts_from: time | None = None
    ends_by: time | None = None

    @property
    def is_open_question(self) -> bool:
        """Say whether any of it was asked."""
        return self.day is not None or self.starts_from is not None or self.ends_by is not None


@dataclass(frozen=True, slots=True)
class Near:
    """At a postcode, or within so many metres of its middle."""

    postcode: str
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class DirectoryQuery:
    """What is asked for. Terms and taxonomies are given by their codes."""

    words: tuple[str, ...] = ()
    term: str | None = None
    taxonomy: str | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    opening: Opening = Opening()
    near: Near | None = None


def found(directory: Directory, query: DirectoryQuery) -> tuple[Asset, ...]:
    """Return the entries that are asked for, in the directory's order."""
    suited = [asset for asset in directory.assets.values() if _suits(asset, query)]
    if query.near is None:
        return tuple(suited)
    centre = _centre(directory, query.near.postcode)
    return tuple(asset for asset in suited if _is_near(asset, query.near, centre))


def _suits(asset: Asset, query: DirectoryQuery) -> bool:
    terms, listing = terms_of(asset), asset.listing
    return (
        _mentions(asset, query.words)
        and (query.term is None or any(term.code == query.term for term in terms))
        and (query.taxonomy is None or any(term.taxonomy == query.taxonomy for term in terms))
        and (query.minimum_age is None or _is_ordered(query.minimum_age, listing.minimum_age))
        and (query.maximum_age is None or _is_ordered(listing.maximum_age, query.maximum_age))
        and (not query.opening.is_open_question or _is_open(asset, query.opening))
    )


def _mentions(asset: Asset, words: tuple[str, ...]) -> bool:
    said = (asset.name, asset.listing.description, asset.listing.organisation or "", *(t.name for t in terms_of(asset)))
    text = " ".join(said).casefold()
    return all(word.casefold() in text for word in words)


def _is_ordered(lower: float | None, upper: float | None) -> bool:
    """Say whether both are known and in order: an entry without an age has not the age that is asked for."""
    return lower is not None and upper is not None and lower <= upper


def _is_open(asset: Asset, asked: Opening) -> bool:
    return any(
        (asked.day is None or times.day is asked.day)
        and (asked.starts_from is None or times.opens >= asked.starts_from)
        and (asked.ends_by is None or times.closes <= asked.ends_by)
        for times in asset.listing.open_times
    )


def _centre(directory: Directory, postcode: str) -> Position | None:
    """Return the middle of the listed places with this postcode; the register keeps no list of all postcodes."""
    places = [place for asset in directory.assets.values() if (place := asset.listing.place) and place.is_at(postcode)]
    known = [place.position for place in places if place.position]
    if not known:
        return None
    return sum(lat for lat, _ in known) / len(known), sum(lon for _, lon in known) / len(known)


def _is_near(asset: Asset, near: Near, centre: Position | None) -> bool:
    place = asset.listing.place
    if place is None:
        return False
    if near.metres is None or centre is None or place.position is None:
        return place.is_at(near.postcode)
    return metres_between(place.position, centre) <= near.metres
