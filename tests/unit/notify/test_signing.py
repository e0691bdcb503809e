import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from services.notify.application.signing import headers_of, new_secret
from shared.runtime.clock import SystemClock
from shared.runtime.signatures import key_of, signature_of

VECTORS = Path(__file__).parents[4] / "shared/data/conformance/standard-webhooks/vectors.json"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"test": 2432232314}'


def _published() -> dict[str, Any]:
    if not VECTORS.exists():
        pytest.skip(f"the vectors are not at {VECTORS}")
    read: dict[str, Any] = json.loads(VECTORS.read_text())["sign"]
    return read


def test_the_published_example_is_signed_as_published() -> None:
    signature = signature_of(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY)

    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_conformance_vector_is_signed_as_it_says() -> None:
    vector = _published()

    signature = signature_of(vector["secret"], vector["id"], vector["timestamp"], vector["payload"].encode())

    assert signature == vector["expected_signature"]


def _now() -> datetime:
    return SystemClock().now().astimezone(UTC)


def test_the_official_library_accepts_what_is_signed_here() -> None:
    secret = new_secret()

    headers = headers_of("0193", _now(), BODY, [secret])

    assert Webhook(secret).verify(BODY, dict(headers)) == json.loads(BODY)


def test_while_a_secret_is_rotated_both_the_old_and_the_new_verify() -> None:
    new, old = new_secret(), new_secret()

    headers = headers_of("0193", _now(), BODY, [new, old])

    assert len(headers["webhook-signature"].split(" ")) == 2
    for secret in (new, old):
        Webhook(secret).verify(BODY, dict(headers))


@pytest.mark.parametrize("changed", [b"", b"{}", BODY + b" "])
def test_another_body_is_not_accepted(changed: bytes) -> None:
    secret = new_secret()
    headers = headers_of("0193", _now(), BODY, [secret])

    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(changed, dict(headers))


def test_secrets_are_long_and_never_the_same() -> None:
    secrets = {new_secret() for _ in range(100)}

    assert len(secrets) == 100
    assert all(len(key_of(secret)) == 32 for secret in secrets)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_not base64!"])
def test_what_is_no_secret_is_refused(secret: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        key_of(secret)
