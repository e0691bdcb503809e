"""What coordinators write of an asset for the public directory."""

from datetime import time
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.networks.domain.listing import Address, Listing, OpenTime, Place, Weekday

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Website = Annotated[str, StringConstraints(max_length=500, pattern=r"^https?://[\x21-\x7e]+$")]
Age = Annotated[int, Field(ge=0, le=130)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True)


class OpenTimeBody(_Body):
    """When something is open in each week."""

    day: Weekday
    opens: time
    closes: time


class AddressBody(_Body):
    """The address of a public place, never of a home."""

    line: Text
    city: Text
    county: Text
    postcode: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=10)]


class PlaceBody(_Body):
    """A public place."""

    name: Text
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    address: AddressBody | None = None


class ListingBody(_Body):
    """What the directory says; it is public as soon as the asset's consent says `listed_publicly`."""

    description: Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)] = ""
    organisation: Text | None = None
    website: Website | None = None
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    open_times: Annotated[tuple[OpenTimeBody, ...], Field(max_length=50)] = ()
    place: PlaceBody | None = None

    @model_validator(mode="after")
    def _ages_are_in_order(self) -> Self:
        if self.minimum_age is not None and self.maximum_age is not None and self.minimum_age > self.maximum_age:
            raise ValueError("minimum_age is above maximum_age")
        return self

    def listing(self) -> Listing:
        """Return what the body says."""
        place = self.place
        return Listing(
            description=self.description,
            organisation=self.organisation,
            website=self.website,
            minimum_age=self.minimum_age,
            maximum_age=self.maximum_age,
            open_times=tuple(OpenTime(times.day, times.opens, times.closes) for times in self.open_times),
            place=Place(place.name, place.latitude, place.longitude, _address(place.address)) if place else None,
        )


def _address(body: AddressBody | None) -> Address | None:
    return Address(body.line, body.city, body.county, body.postcode) if body else None
