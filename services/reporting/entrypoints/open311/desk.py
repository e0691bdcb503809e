"""What the routes of GeoReport work with, and what every one of them asks first."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from services.reporting.application.public_requests import PublicRequests
from services.reporting.entrypoints.front_door import Caller
from services.reporting.entrypoints.http import Desk
from services.reporting.entrypoints.open311.arguments import Arguments
from services.reporting.entrypoints.open311.errors import forbidden, not_found, refusal
from services.reporting.entrypoints.open311.views import Centre
from shared.runtime.clock import Clock
from shared.web.paging import Cursors
from shared.web.problem import ProblemError

PATH = "/open311/v2"


@dataclass(frozen=True, slots=True)
class Profile:
    """What this deployment says of itself."""

    url: str
    is_test: bool
    jurisdictions: Sequence[str]
    contact: str
    key_service: str

    def check(self, arguments: Arguments) -> None:
        """Raise the 404 for a jurisdiction that is not ours, the 400 where one has to be named and is not."""
        given = arguments.one("jurisdiction_id")
        if given is not None and given not in self.jurisdictions:
            raise not_found("jurisdiction_id does not exist")
        if given is None and len(self.jurisdictions) > 1:
            raise refusal("jurisdiction_id was not provided")


@dataclass(frozen=True, slots=True)
class GeoReport:
    """GeoReport's own desk beside the one at which every report is taken in."""

    desk: Desk
    requests: PublicRequests
    profile: Profile
    clock: Clock
    centre: Centre
    cursors: Cursors

    def client_of(self, arguments: Arguments, header: str | None) -> Caller:
        """Return whose key came with a request, in its form or its header; raise the 403."""
        api_key = arguments.one("api_key") or header
        if not api_key:
            raise forbidden("api_key was not provided")
        try:
            return self.desk.front_door.client_of(api_key)
        except ProblemError as problem:
            if problem.status != HTTPStatus.UNAUTHORIZED:
                raise
            raise forbidden("api_key is not valid") from None
