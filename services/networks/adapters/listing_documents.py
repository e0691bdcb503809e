"""Listings and their documents, as pure functions both ways."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import time
from typing import Any

from services.networks.domain.listing import Address, Listing, OpenTime, Place, Weekday


def listing_document(listing: Listing) -> dict[str, Any]:
    """Return what is said of an asset in public; times of day as text."""
    times = [{"day": t.day, "opens": t.opens.isoformat(), "closes": t.closes.isoformat()} for t in listing.open_times]
    return asdict(listing) | {"open_times": times}


def listing_from(document: Mapping[str, Any]) -> Listing:
    """Return the listing that a document holds."""
    times = tuple(
        OpenTime(Weekday(held["day"]), time.fromisoformat(held["opens"]), time.fromisoformat(held["closes"]))
        for held in document["open_times"]
    )
    place = document["place"]
    return Listing(**{**document, "open_times": times, "place": _place_from(place) if place else None})


def _place_from(document: Mapping[str, Any]) -> Place:
    address = document["address"]
    return Place(**{**document, "address": Address(**address) if address else None})
