"""The objects of Open Referral UK (HSDS-UK 3.0), as the feed writes them. What is not known is left out, never null."""

from datetime import date
from typing import Annotated, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["active", "inactive", "defunct", "temporarily closed"]
T = TypeVar("T")


class HsdsTaxonomy(BaseModel):
    """A vocabulary."""

    id: UUID
    name: str
    description: str
    version: str = "1"


class HsdsTerm(BaseModel):
    """A word of a vocabulary."""

    id: UUID
    code: str
    name: str
    description: str
    taxonomy: str
    taxonomy_id: UUID
    term: str


class HsdsAttribute(BaseModel):
    """That a word applies to something."""

    id: UUID
    link_id: UUID
    link_type: str = "service"
    taxonomy_term_id: UUID
    taxonomy_term: HsdsTerm


class HsdsOrganization(BaseModel):
    """Who runs a service."""

    id: UUID
    name: str
    description: str
    website: str | None = None


class HsdsSchedule(BaseModel):
    """When a service is open in each week."""

    id: UUID
    freq: Literal["WEEKLY"] = "WEEKLY"
    interval: int = 1
    byday: str
    opens_at: str
    closes_at: str


class HsdsServiceArea(BaseModel):
    """Where a service may be had; `uri` names the area of the Office for National Statistics."""

    id: UUID
    name: str
    service_area: str
    uri: str | None = None


class HsdsLanguage(BaseModel):
    """A language that is spoken, by its code."""

    id: UUID
    code: str


class HsdsAddress(BaseModel):
    """The address of a public place."""

    id: UUID
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str = "GB"
    address_type: Literal["physical"] = "physical"


class HsdsLocation(BaseModel):
    """A public place."""

    id: UUID
    location_type: Literal["physical"] = "physical"
    name: str
    latitude: float | None = None
    longitude: float | None = None
    addresses: list[HsdsAddress] | None = None


class HsdsPlaced(BaseModel):
    """A service's place, inside the service."""

    id: UUID
    service_id: UUID
    location_id: UUID
    location: HsdsLocation


class HsdsServiceSummary(BaseModel):
    """A service as lists show it."""

    id: UUID
    organization_id: UUID
    name: str
    description: str | None = None
    url: str | None = None
    status: Status
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_date: date
    alert: str | None = None
    organization: HsdsOrganization


class HsdsService(HsdsServiceSummary):
    """A service with all that is known of it."""

    schedules: list[HsdsSchedule]
    service_areas: list[HsdsServiceArea]
    service_at_locations: list[HsdsPlaced]
    languages: list[HsdsLanguage]
    attributes: list[HsdsAttribute]


class HsdsServiceAtLocation(HsdsPlaced):
    """A service at a place, as lists show it."""

    service: HsdsServiceSummary


class HsdsFullServiceAtLocation(HsdsPlaced):
    """A service at a place, with all that is known of the service."""

    name: str
    status: Status
    service: HsdsService


class HsdsApi(BaseModel):
    """What this feed is."""

    version: Literal["HSDS-UK-3.0"] = "HSDS-UK-3.0"
    profile: str = "https://docs.openreferraluk.org/en/latest/"
    openapi_url: str


class HsdsPage(BaseModel, Generic[T]):
    """One page of a list; `size` is the number of items on this page, `page_number` counts from 1."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[T]


class LegacyPage(BaseModel, Generic[T]):
    """The same page in the envelope of version 1.0, which older clients read."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    total_elements: Annotated[int, Field(alias="totalElements")]
    total_pages: Annotated[int, Field(alias="totalPages")]
    number: int
    size: int
    first: bool
    last: bool
    empty: bool
    content: list[T]
