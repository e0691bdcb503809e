"""Contacts under a key of their own: destroying the wrapped key destroys the contact."""

from collections.abc import Mapping
from dataclasses import asdict
from os import urandom
from typing import Any
from uuid import UUID

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from services.reporting.application.records import Contact

_NONCE = 12
_KEY = 32


class SealBrokenError(Exception):
    """A stored contact cannot be opened: its master key is not configured, or it was tampered with."""


class ContactSeals:
    """AES-256-GCM: a contact under its report's data key, the data key under the deployment's master key.

    Both are bound to the report's id, so that a box moved to another report does not open. The wrapped data key stands
    apart in the document (`key`), so that erasing is removing it and it can be moved out of reach of backups.
    """

    def __init__(self, master_keys: Mapping[str, str], active: str) -> None:
        """Seal with the master key named `active`; open with any."""
        self._masters = {name: AESGCM(_derived(secret)) for name, secret in master_keys.items()}
        self._active = active

    def seal(self, report_id: UUID, contact: Contact) -> dict[str, Any]:
        """Return the contact as it is stored."""
        data_key = urandom(_KEY)
        plain = orjson.dumps({name: value for name, value in asdict(contact).items() if value is not None})
        wrapped = _encrypted(self._masters[self._active], data_key, report_id)
        return {"box": _encrypted(AESGCM(data_key), plain, report_id), "key": {"id": self._active, "wrapped": wrapped}}

    def open(self, report_id: UUID, sealed: Mapping[str, Any]) -> Contact | None:
        """Return the contact, or None where its key was destroyed."""
        key = sealed.get("key")
        if key is None:
            return None
        master = self._masters.get(key["id"])
        if master is None:
            raise SealBrokenError(f"the master key {key['id']!r} is not configured")
        try:
            data_key = _decrypted(master, key["wrapped"], report_id)
            return Contact(**orjson.loads(_decrypted(AESGCM(data_key), sealed["box"], report_id)))
        except InvalidTag:
            raise SealBrokenError("a stored contact does not open with its key") from None


def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), _KEY, salt=None, info=b"kith reporting contact master key").derive(secret.encode())


def _encrypted(key: AESGCM, plain: bytes, report_id: UUID) -> bytes:
    nonce = urandom(_NONCE)
    return nonce + key.encrypt(nonce, plain, report_id.bytes)


def _decrypted(key: AESGCM, box: bytes, report_id: UUID) -> bytes:
    return key.decrypt(box[:_NONCE], box[_NONCE:], report_id.bytes)
