"""The objects of other directories' feeds, read leniently: a field that is not as it should be counts as missing."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

T = TypeVar("T")


def _or_nothing(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    try:
        return read(value)
    except ValidationError:
        return None


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else []


def _cut(most: int) -> BeforeValidator:
    return BeforeValidator(lambda value: value.strip()[:most] if isinstance(value, str) else value)


_LENIENT = WrapValidator(_or_nothing)
Line = Annotated[Annotated[str, StringConstraints(min_length=1), _cut(200)] | None, _LENIENT]
Prose = Annotated[Annotated[str, _cut(5000)] | None, _LENIENT]
Day = Annotated[date | None, _LENIENT]
Moment = Annotated[datetime | None, _LENIENT]
TimeOfDay = Annotated[time | None, _LENIENT]
Age = Annotated[Annotated[float, Field(ge=0, le=130)] | None, _LENIENT]
Latitude = Annotated[Annotated[float, Field(ge=-90, le=90)] | None, _LENIENT]
Longitude = Annotated[Annotated[float, Field(ge=-180, le=180)] | None, _LENIENT]
Id = Annotated[UUID | None, _LENIENT]
Lenient = Annotated[T | None, _LENIENT]
Many = Annotated[list[Lenient[T]], BeforeValidator(_list)]


class _Object(BaseModel):
    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)


class ForeignAddress(_Object):
    """An address; which of them is a home, nobody can tell, so it is shown only by somebody's decision."""

    address_1: Line = None
    city: Line = None
    state_province: Line = None
    postal_code: Line = None


class ForeignLocation(_Object):
    """Where a service is found."""

    location_type: Line = None
    name: Line = None
    latitude: Latitude = None
    longitude: Longitude = None
    addresses: Many[ForeignAddress] = []


class ForeignPlaced(_Object):
    """A service's place."""

    location: Lenient[ForeignLocation] = None


class ForeignSchedule(_Object):
    """When a service is open; only weekly times are read."""

    freq: Line = None
    byday: Line = None
    opens_at: TimeOfDay = None
    closes_at: TimeOfDay = None


class ForeignArea(_Object):
    """Where a service may be had."""

    uri: Line = None


class ForeignLanguage(_Object):
    """A language that is spoken."""

    code: Annotated[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] | None, _LENIENT] = None


class ForeignTerm(_Object):
    """A word of some vocabulary."""

    id: Id = None


class ForeignAttribute(_Object):
    """That a word applies."""

    taxonomy_term_id: Id = None
    taxonomy_term: Lenient[ForeignTerm] = None


class ForeignOrganization(_Object):
    """Who runs a service."""

    name: Line = None
    website: Line = None


class ForeignService(_Object):
    """A service. Without an id and a name there is nothing to enter; contacts are not read."""

    id: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    name: Annotated[str, StringConstraints(min_length=1), _cut(200)]
    status: Line = None
    description: Prose = None
    url: Line = None
    minimum_age: Age = None
    maximum_age: Age = None
    assured_date: Day = None
    last_modified: Moment = None
    organization: Lenient[ForeignOrganization] = None
    schedules: Many[ForeignSchedule] = []
    service_areas: Many[ForeignArea] = []
    service_at_locations: Many[ForeignPlaced] = []
    languages: Many[ForeignLanguage] = []
    attributes: Many[ForeignAttribute] = []


def known(items: Iterable[T | None]) -> list[T]:
    """Return what could be read."""
    return [item for item in items if item is not None]


def web_address(*texts: str | None) -> str | None:
    """Return the first that is the address of a page."""
    for text in texts:
        if text and text.isascii() and " " not in text and urlsplit(text).scheme in {"http", "https"}:
            return text
    return None
