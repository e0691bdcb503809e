"""Routes whose function reads its request and writes its response itself, for the few that are called all the time."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response


class DirectRoute(APIRoute):
    """Calls `endpoint(request)` as it is: no dependencies, parameters or models, which cost as much as a short answer.

    Errors become problems as everywhere, and what the decorator says is documented. Used as a router's `route_class`.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the endpoint itself; refuse one that asks for more than the request."""
        asks = self.dependant
        if self.body_field or any(
            (asks.dependencies, asks.path_params, asks.query_params, asks.header_params, asks.cookie_params)
        ):
            raise TypeError(f"{self.name} takes only the request: it is called without anything else")
        handler: Callable[[Request], Coroutine[Any, Any, Response]] = self.endpoint
        return handler
