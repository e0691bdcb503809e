"""Other directories' services as the register enters them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from services.networks.adapters.hsds_objects import ForeignPlaced, ForeignSchedule, ForeignService, known, web_address
from services.networks.application.import_directory import DirectoryFeed, ListedService
from services.networks.domain.listing import Address, Listing, OpenTime, Place, Weekday

_AREA = re.compile(r"[ENSW]\d{8}$")
_NOT_RUNNING = frozenset({"inactive", "defunct"})


def feed_of(source: str, items: Iterable[Any]) -> DirectoryFeed:
    """Return a feed's services; what has no id or name is counted. An id that is no UUID is its source's own."""
    services: list[ListedService] = []
    unreadable = 0
    for item in items:
        try:
            services.append(_listed(source, ForeignService.model_validate(item)))
        except ValidationError:
            unreadable += 1
    return DirectoryFeed(source, tuple(services), unreadable)


def _listed(source: str, service: ForeignService) -> ListedService:
    checked = service.assured_date or (service.last_modified and service.last_modified.date())
    terms = (
        (held.taxonomy_term and held.taxonomy_term.id) or held.taxonomy_term_id for held in known(service.attributes)
    )
    areas = (found[0] for area in known(service.service_areas) if (found := _AREA.search(area.uri or "")))
    return ListedService(
        reference=_reference(source, service.id),
        name=service.name,
        listing=_listing(service),
        is_running=(service.status or "active").casefold() not in _NOT_RUNNING,
        areas=tuple(dict.fromkeys(areas)),
        languages=tuple(dict.fromkeys(known(language.code for language in known(service.languages)))),
        terms=tuple(dict.fromkeys(known(terms))),
        checked=checked,
    )


def _reference(source: str, identifier: str) -> str:
    with suppress(ValueError):
        return str(UUID(identifier))
    return f"{source}/{identifier}"


def _listing(service: ForeignService) -> Listing:
    organization = service.organization
    ages = [None if age is None else int(age) for age in (service.minimum_age, service.maximum_age)]
    return Listing(
        description=service.description or "",
        organisation=organization.name if organization else None,
        website=web_address(service.url, organization.website if organization else None),
        minimum_age=ages[0],
        maximum_age=ages[1],
        open_times=tuple(dict.fromkeys(time for held in known(service.schedules) for time in _times(held))),
        place=_place(known(service.service_at_locations)),
    )


def _times(schedule: ForeignSchedule) -> Iterator[OpenTime]:
    if schedule.freq != "WEEKLY" or schedule.opens_at is None or schedule.closes_at is None:
        return
    for day in (schedule.byday or "").split(","):
        with suppress(ValueError):
            yield OpenTime(Weekday(day.strip()[-2:].upper()), schedule.opens_at, schedule.closes_at)


def _place(placed: Iterable[ForeignPlaced]) -> Place | None:
    """Return the first place that one can go to."""
    for location in known(held.location for held in placed):
        if location.location_type != "physical":
            continue
        address = next(iter(known(location.addresses)), None)
        name = location.name or (address.address_1 if address else None)
        if name is None:
            continue
        whole = (address.address_1, address.city, address.state_province, address.postal_code) if address else ()
        parts = known(whole)
        is_whole = len(parts) == len(Address.__dataclass_fields__)
        return Place(name, location.latitude, location.longitude, Address(*parts) if is_whole else None)
    return None
