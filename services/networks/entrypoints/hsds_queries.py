"""What the feed may be asked. What cannot be read is a 400 that names the parameter."""

from collections.abc import Callable, Coroutine
from datetime import time
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import AfterValidator, BaseModel, Field

from services.networks.application.taxonomy_ids import CODE_OF_TAXONOMY, CODE_OF_TERM
from services.networks.domain.directory_search import DirectoryQuery, Near, Opening
from services.networks.domain.listing import Weekday
from shared.web.errors import validation_problem

_MOST_PAGES = 1_000_000
_NO_SUCH_CODE = ""


def _weekday(text: str) -> str:
    return Weekday(text.strip()[:2].upper())


class PageQuery(BaseModel):
    """Which page of a list."""

    page: Annotated[int, Field(ge=1, le=_MOST_PAGES)] = 1
    per_page: Annotated[int, Field(ge=1, le=500)] = 50


class ServicesQuery(PageQuery):
    """Which services; everything that is given must hold."""

    search: Annotated[str, Field(max_length=200)] = ""
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    minimum_age: Annotated[float | None, Field(ge=0, allow_inf_nan=False)] = None
    maximum_age: Annotated[float | None, Field(ge=0, allow_inf_nan=False)] = None
    start_time: time | None = None
    end_time: time | None = None
    day: Annotated[str | None, Field(description="MO, TU, …"), AfterValidator(lambda day: day and _weekday(day))] = None

    def asked(self) -> DirectoryQuery:
        """Return what is asked for; an id that is no vocabulary's or word's finds nothing."""
        term, taxonomy = self.taxonomy_term_id, self.taxonomy_id
        return DirectoryQuery(
            words=tuple(self.search.split()),
            term=CODE_OF_TERM.get(term, _NO_SUCH_CODE) if term else None,
            taxonomy=CODE_OF_TAXONOMY.get(taxonomy, _NO_SUCH_CODE) if taxonomy else None,
            minimum_age=self.minimum_age,
            maximum_age=self.maximum_age,
            opening=Opening(Weekday(self.day) if self.day else None, self.start_time, self.end_time),
            near=self.near(),
        )

    def near(self) -> Near | None:
        """Return where; services are not asked for by place."""
        return None


class PlacesQuery(ServicesQuery):
    """Which services at places."""

    postcode: Annotated[str | None, Field(min_length=2, max_length=10)] = None
    proximity: Annotated[
        float | None, Field(ge=0, allow_inf_nan=False, description="Metres from the postcode's middle.")
    ] = None

    def near(self) -> Near | None:
        """Return where; a distance without a postcode says nothing."""
        return Near(self.postcode, self.proximity) if self.postcode else None


PageAsked = Annotated[PageQuery, Query()]
ServicesAsked = Annotated[ServicesQuery, Query()]
PlacesAsked = Annotated[PlacesQuery, Query()]


class FeedRoute(APIRoute):
    """A route whose unreadable parameters are a 400, where the rest of the interface says 422."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's own handler, with that one answer changed."""
        handler = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handler(request)
            except RequestValidationError as error:
                problem = validation_problem(list(error.errors()))
                problem.status = HTTPStatus.BAD_REQUEST
                raise problem from None

        return answered
