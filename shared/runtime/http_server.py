"""uvicorn inside our own process: it serves, we decide when it stops."""

import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import HttpSettings


class HttpServer(uvicorn.Server):
    """A uvicorn server that leaves signals to the process around it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


def http_server(app: ASGIApp, http: HttpSettings) -> HttpServer:
    """Return a server for an application; it writes no access log, whose lines would hold query strings."""
    config = uvicorn.Config(
        app,
        loop="none",
        http="httptools",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        workers=1,
        backlog=http.backlog,
        timeout_keep_alive=http.keep_alive_seconds,
        timeout_graceful_shutdown=http.graceful_seconds,
        proxy_headers=bool(http.trusted_proxies),
        forwarded_allow_ips=http.trusted_proxies or None,
    )
    return HttpServer(config)


def listen(http: HttpSettings) -> socket.socket:
    """Take the port, so that a port in use is noticed before anything is started; nothing is accepted yet."""
    family = socket.AF_INET6 if ":" in http.host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((http.host, http.port))
    except OSError as error:
        taken.close()
        raise RefusedToStartError(f"cannot listen on {http.host}:{http.port}: {error.strerror}") from None
    taken.set_inheritable(True)
    return taken
