"""One-time links: a token is the offer's id and a keyed hash of it, so that nothing needs to be stored or can leak."""

import base64
import binascii
import hashlib
import hmac
from uuid import UUID

from services.networks.domain.errors import LinkNotValidError

_VERSION = b"\x01"
_ID_BYTES = 16
_MAC_BYTES = 20
_LENGTH = 1 + _ID_BYTES + _MAC_BYTES


class HmacOfferLinks:
    """The OfferLinks port. The version byte lets a later scheme stand beside this one."""

    def __init__(self, secret: str, public_url: str) -> None:
        self._key = hashlib.sha256(b"kith networks offer link\x00" + secret.encode()).digest()
        self._public_url = public_url.rstrip("/")

    def url(self, engagement_id: UUID) -> str:
        """Return the address for this offer."""
        return f"{self._public_url}/offers/{self.token(engagement_id)}"

    def token(self, engagement_id: UUID) -> str:
        """Return the token for this offer."""
        signed = _VERSION + engagement_id.bytes
        return base64.urlsafe_b64encode(signed + self._mac(signed)).decode().rstrip("=")

    def engagement_id(self, token: str) -> UUID:
        """Return whose token it is, comparing in constant time."""
        try:
            raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            raise LinkNotValidError("this link is not complete") from None
        signed, mac = raw[: 1 + _ID_BYTES], raw[1 + _ID_BYTES :]
        if len(raw) != _LENGTH or raw[:1] != _VERSION or not hmac.compare_digest(mac, self._mac(signed)):
            raise LinkNotValidError("this link is not one of ours")
        return UUID(bytes=signed[1:])

    def _mac(self, signed: bytes) -> bytes:
        return hmac.new(self._key, signed, hashlib.sha256).digest()[:_MAC_BYTES]
