"""Assets as the services of Open Referral UK."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from services.networks.application.import_groups import SOURCES
from services.networks.application.taxonomy_ids import TAXONOMY_IDS, TERM_IDS
from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.groups import plain_name
from services.networks.domain.listing import Place
from services.networks.domain.taxonomy import TAXONOMIES, Taxonomy, Term, terms_of
from services.networks.entrypoints.hsds_views import (
    HsdsAddress,
    HsdsAttribute,
    HsdsFullServiceAtLocation,
    HsdsLanguage,
    HsdsLocation,
    HsdsOrganization,
    HsdsPlaced,
    HsdsSchedule,
    HsdsService,
    HsdsServiceArea,
    HsdsServiceAtLocation,
    HsdsServiceSummary,
    HsdsTaxonomy,
    HsdsTerm,
    Status,
)
from shared.runtime.ids import derived_id

_STATUS = MappingProxyType[TrustState, Status](
    {TrustState.VERIFIED: "active", TrustState.ACTIVE: "active", TrustState.PAUSED: "temporarily closed"}
)
_OFFICIAL_AREA = re.compile(r"[ENSW]\d{8}")
_AREA_URI = "http://statistics.data.gov.uk/id/statistical-geography/"
_TAXONOMY_NAMES = MappingProxyType({taxonomy.code: taxonomy.name for taxonomy in TAXONOMIES})


def taxonomy_view(taxonomy: Taxonomy) -> HsdsTaxonomy:
    """Return a vocabulary as the feed writes it."""
    return HsdsTaxonomy(id=TAXONOMY_IDS[taxonomy.code], name=taxonomy.name, description=taxonomy.description)


def term_view(term: Term) -> HsdsTerm:
    """Return a word of a vocabulary as the feed writes it."""
    return HsdsTerm(
        id=TERM_IDS[term.code],
        code=term.code,
        name=term.name,
        description=term.description,
        taxonomy=_TAXONOMY_NAMES[term.taxonomy],
        taxonomy_id=TAXONOMY_IDS[term.taxonomy],
        term=term.name,
    )


def summary_view(asset: Asset, day: date) -> HsdsServiceSummary:
    """Return an asset as lists show it on a day; one that nobody confirmed for long says so."""
    listing, organization = asset.listing, _organization(asset)
    stale = f"Not confirmed since {asset.last_confirmed.isoformat()}: please check before you go."
    return HsdsServiceSummary(
        id=asset.id,
        organization_id=organization.id,
        name=asset.name,
        description=listing.description or None,
        url=listing.website,
        status=_STATUS[asset.trust_state],
        minimum_age=listing.minimum_age,
        maximum_age=listing.maximum_age,
        assured_date=asset.last_confirmed,
        alert=None if asset.is_confirmed_on(day) else stale,
        organization=organization,
    )


def service_view(asset: Asset, day: date, area_names: Mapping[str, str]) -> HsdsService:
    """Return all that is public of an asset; `area_names` are the names of its areas by their codes."""
    placed = placed_view(asset)
    return HsdsService(
        **dict(summary_view(asset, day)),
        schedules=_schedules(asset),
        service_areas=[_area(asset, code, area_names[code]) for code in asset.areas],
        service_at_locations=[placed] if placed else [],
        languages=[HsdsLanguage(id=derived_id(asset.id, "language", code), code=code) for code in asset.languages],
        attributes=[_attribute(asset, term) for term in terms_of(asset)],
    )


def placed_id(asset: Asset) -> UUID:
    """Return the id of an asset's place in the feed."""
    return derived_id(asset.id, "service_at_location")


def placed_view(asset: Asset) -> HsdsPlaced | None:
    """Return where an asset is found, if it has a public place."""
    place = asset.listing.place
    if place is None:
        return None
    location = _location(asset, place)
    return HsdsPlaced(id=placed_id(asset), service_id=asset.id, location_id=location.id, location=location)


def service_at_location_view(asset: Asset, day: date) -> HsdsServiceAtLocation:
    """Return an asset that has a place as lists of places show it."""
    return HsdsServiceAtLocation(**dict(placed_view(asset) or {}), service=summary_view(asset, day))


def full_service_at_location_view(asset: Asset, day: date, area_names: Mapping[str, str]) -> HsdsFullServiceAtLocation:
    """Return an asset's place with all that is public of the asset.

    Name and status stand at the top as well: the profile's own document holds this answer to the shape of a service.
    """
    service = service_view(asset, day, area_names)
    return HsdsFullServiceAtLocation(
        **dict(placed_view(asset) or {}), name=service.name, status=service.status, service=service
    )


def _organization(asset: Asset) -> HsdsOrganization:
    name = asset.listing.organisation or asset.name
    return HsdsOrganization(
        id=derived_id(SOURCES, "organization", plain_name(name)),
        name=name,
        description=asset.listing.description or name,
        website=asset.listing.website,
    )


def _schedules(asset: Asset) -> list[HsdsSchedule]:
    return [
        HsdsSchedule(
            id=derived_id(asset.id, "schedule", times.day, times.opens.isoformat(), times.closes.isoformat()),
            byday=times.day,
            opens_at=times.opens.isoformat("minutes"),
            closes_at=times.closes.isoformat("minutes"),
        )
        for times in asset.listing.open_times
    ]


def _area(asset: Asset, code: str, name: str) -> HsdsServiceArea:
    uri = f"{_AREA_URI}{code}" if _OFFICIAL_AREA.fullmatch(code) else None
    return HsdsServiceArea(id=derived_id(asset.id, "service_area", code), name=name, service_area=name, uri=uri)


def _location(asset: Asset, place: Place) -> HsdsLocation:
    address = place.address and HsdsAddress(
        id=derived_id(asset.id, "address"),
        address_1=place.address.line,
        city=place.address.city,
        state_province=place.address.county,
        postal_code=place.address.postcode,
    )
    return HsdsLocation(
        id=derived_id(asset.id, "location"),
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        addresses=[address] if address else None,
    )


def _attribute(asset: Asset, term: Term) -> HsdsAttribute:
    return HsdsAttribute(
        id=derived_id(asset.id, "attribute", term.code),
        link_id=asset.id,
        taxonomy_term_id=TERM_IDS[term.code],
        taxonomy_term=term_view(term),
    )
