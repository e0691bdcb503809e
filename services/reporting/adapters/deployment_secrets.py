"""Random references, and follow-up secrets that are computed and never stored."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

from services.reporting.domain.reference import BITS, reference_of

_LENGTH = 24
_NOBODY = UUID(int=0)


class DeploymentSecrets:
    """Secrets from the machine's randomness and from the deployment's own key."""

    def __init__(self, key: str) -> None:
        """Take the key from which follow-up secrets are computed; a new key makes all of them invalid."""
        self._keyed = hmac.new(key.encode(), digestmod=sha256)

    def new_reference(self) -> str:
        """Return a random reference."""
        return reference_of(secrets.randbits(BITS))

    def follow_up_secret_of(self, report_id: UUID) -> str:
        """Return 192 bits as URL-safe text, always the same for one report."""
        keyed = self._keyed.copy()
        keyed.update(b"follow-up:" + report_id.bytes)
        return urlsafe_b64encode(keyed.digest()[:_LENGTH]).decode()

    def is_follow_up_secret(self, offered: str, report_id: UUID | None) -> bool:
        """Compare in constant time; without a report it takes as long and says no."""
        expected = self.follow_up_secret_of(report_id or _NOBODY)
        return hmac.compare_digest(expected.encode(), offered.encode()) and report_id is not None
