"""A token issuer for this machine only: what an OpenID provider would do for the services, with keys made here.

Never part of a service image, and never reachable from another machine: it listens on the loopback address.
"""

import hmac
from pathlib import Path
from typing import Annotated

import typer
from aiohttp import BasicAuth, web

from deploy.local.credentials import PEOPLE, person_token
from deploy.local.ports import HOST
from deploy.local.tokens import ClientSecrets, SigningKey

_SERVICE_TOKEN_SECONDS = 900
_CLIENT_AUTHENTICATION = ["client_secret_post", "client_secret_basic"]


class Issuer:
    """The three endpoints, over one signing key and the secrets of the services."""

    def __init__(self, url: str, key: SigningKey, secrets: ClientSecrets) -> None:
        self._url = url
        self._key = key
        self._secrets = secrets

    def app(self) -> web.Application:
        """Return the routes."""
        app = web.Application(client_max_size=16_384)
        app.router.add_get("/.well-known/openid-configuration", self._configuration)
        app.router.add_get("/jwks.json", self._jwks)
        app.router.add_post("/token", self._token)
        return app

    async def _configuration(self, _: web.Request) -> web.Response:
        return web.json_response(
            {
                "issuer": self._url,
                "jwks_uri": f"{self._url}/jwks.json",
                "token_endpoint": f"{self._url}/token",
                "grant_types_supported": ["client_credentials"],
                "token_endpoint_auth_methods_supported": _CLIENT_AUTHENTICATION,
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["token"],
                "subject_types_supported": ["public"],
            }
        )

    async def _jwks(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": [self._key.public_jwk()]}, headers={"Cache-Control": "max-age=300"})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if form.get("grant_type") != "client_credentials":
            return _refused("unsupported_grant_type", 400)
        client, secret = _client_of(request, form.get("client_id"), form.get("client_secret"))
        expected = self._secrets.of(client)
        if expected is None or not hmac.compare_digest(expected.encode(), secret.encode()):
            return _refused("invalid_client", 401)
        token = self._key.token(
            issuer=self._url, subject=client, claims={"roles": [client]}, seconds=_SERVICE_TOKEN_SECONDS
        )
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": _SERVICE_TOKEN_SECONDS}
        return web.json_response(answer, headers={"Cache-Control": "no-store"})


def _client_of(request: web.Request, client: object, secret: object) -> tuple[str, str]:
    try:
        basic = BasicAuth.decode(request.headers.get("Authorization", ""))
    except ValueError:
        return str(client or ""), str(secret or "")
    return basic.login, basic.password


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error}, status=status, headers={"Cache-Control": "no-store"})


app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command()
def serve(
    *,
    keys: Annotated[Path, typer.Option(help="folder of the signing key")],
    port: Annotated[int, typer.Option()],
    host: str = HOST,
    url: Annotated[str, typer.Option(help="how others name this issuer, when not by where it listens")] = "",
    clients: Annotated[Path | None, typer.Option(help="client secrets, when not made here")] = None,
) -> None:
    """Serve until told to stop."""
    secrets = ClientSecrets.read(clients) if clients else ClientSecrets.kept_in(keys)
    issuer = Issuer(url or f"http://{host}:{port}", SigningKey.kept_in(keys), secrets)
    web.run_app(issuer.app(), host=host, port=port, access_log=None, print=None)


@app.command()
def token(
    person: str, *, keys: Annotated[Path, typer.Option()], url: Annotated[str, typer.Option(help="the issuer's name")]
) -> None:
    """Print a token for one of the people or partners that this issuer knows."""
    if person not in PEOPLE:
        raise typer.BadParameter(f"known are {', '.join(PEOPLE)}")
    print(person_token(SigningKey.kept_in(keys), url, person))


if __name__ == "__main__":
    app()
