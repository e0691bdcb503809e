"""Where webhooks may reach: names and addresses on the public internet, checked when the connection is made."""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from services.notify.domain.errors import WebhookRefusedError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_FORBIDDEN = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)
_LOCAL_NAMES = ("localhost", "local", "internal", "localdomain", "home.arpa")
_LONGEST_URL = 2_048


class AddressForbiddenError(OSError):
    """A name leads to no address that a webhook may reach."""


@dataclass(frozen=True, slots=True)
class Egress:
    """The rule. Plain HTTP, and this machine, are allowed for trying things out on a laptop and nowhere else."""

    allow_loopback: bool = False
    ports: frozenset[int] = frozenset({443, 8443})

    def permits(self, address: str) -> bool:
        """Whether a connection may be made to an address; what is none is never permitted."""
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        if self.allow_loopback and found.is_loopback:
            return True
        return not any(found in block for block in _FORBIDDEN if block.version == found.version)

    def check(self, url: str) -> URL:
        """Return a URL that something may be sent to as far as the URL alone can tell, or WebhookRefusedError."""
        parsed = _parsed(url)
        host, literal = parsed.host or "", literal_of(parsed.host or "")
        local = host == "localhost" or (literal is not None and literal.is_loopback)
        if local and self.allow_loopback:
            return parsed
        if parsed.scheme != "https":
            raise WebhookRefusedError("url", "A webhook's URL starts with https://.")
        if parsed.port not in self.ports:
            ports = ", ".join(str(port) for port in sorted(self.ports))
            raise WebhookRefusedError("url", f"A webhook's port is one of {ports}.")
        if literal is not None and not self.permits(str(literal)):
            raise WebhookRefusedError("url", "This address is not on the public internet.")
        if literal is None and ("." not in host or host.endswith(tuple(f".{name}" for name in _LOCAL_NAMES))):
            raise WebhookRefusedError("url", "This name is not on the public internet.")
        return parsed


def _parsed(url: str) -> URL:
    try:
        parsed = URL(url)
    except ValueError as error:
        raise WebhookRefusedError("url", "This is no URL.") from error
    if len(url) > _LONGEST_URL or parsed.scheme not in {"http", "https"} or not parsed.host:
        raise WebhookRefusedError("url", "This is no URL that a webhook can have.")
    if parsed.user is not None or parsed.password is not None or parsed.fragment:
        raise WebhookRefusedError("url", "A webhook's URL holds no user name and no fragment.")
    return parsed


def literal_of(host: str) -> Address | None:
    """Return the address that a host writes out, in any form that a resolver would take for one."""
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


class GuardedResolver(AbstractResolver):
    """Resolves a name to the addresses that may be reached. The connection is made to these very addresses."""

    def __init__(self, egress: Egress, resolver: AbstractResolver) -> None:
        self._egress = egress
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the permitted addresses, or raise AddressForbiddenError where there is none."""
        permitted = self._permitted(await self._resolver.resolve(host, port, family))
        if not permitted:
            raise AddressForbiddenError("the name leads to no address that may be reached")
        return permitted

    async def close(self) -> None:
        """Let the resolver behind go."""
        await self._resolver.close()

    def _permitted(self, results: Iterable[ResolveResult]) -> list[ResolveResult]:
        return [result for result in results if self._egress.permits(result["host"])]
