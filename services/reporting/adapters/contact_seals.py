"""Contacts under a key of their own, kept apart from the reports: destroying the key destroys the contact."""

from collections.abc import Mapping
from dataclasses import asdict
from os import urandom
from typing import Any, Protocol
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


class ContactKeys(Protocol):
    """Where the wrapped keys of contacts are kept, out of reach of the store's backups. Calls raise TransientError."""

    async def keep(self, wrapped: bytes, /) -> str:
        """Return where the key is, once it is durable."""
        ...

    async def get(self, place: str, /) -> bytes | None:
        """Return the key at a place, or None where it was destroyed."""
        ...

    async def destroy(self, place: str, /) -> None:
        """Return once no copy of the key is left; again it changes nothing."""
        ...

    def release(self, place: str, /) -> None:
        """Take back the place of a key for which nothing was stored."""
        ...


class ContactSeals:
    """AES-256-GCM: a contact under its report's data key, the data key under the deployment's master key.

    Both are bound to the report's id, so that a box moved to another report does not open. The wrapped data key is kept
    by `keys`; the report holds the box, the place of the key and the name of the master key.
    """

    def __init__(self, keys: ContactKeys, master_keys: Mapping[str, str], active: str) -> None:
        """Seal with the master key named `active`; open with any."""
        self._keys = keys
        self._masters = {name: AESGCM(_derived(secret)) for name, secret in master_keys.items()}
        self._active = active

    async def seal(self, report_id: UUID, contact: Contact) -> dict[str, Any]:
        """Return the contact as it is stored; its key is durable by then."""
        said = {name: value for name, value in asdict(contact).items() if value is not None}
        return await self.seal_bytes(report_id, orjson.dumps(said))

    async def seal_bytes(self, report_id: UUID, plain: bytes) -> dict[str, Any]:
        """Return anything of a report's as `box` and `key`, under a key of its own that is durable by then."""
        data_key = urandom(_KEY)
        place = await self._keys.keep(_encrypted(self._masters[self._active], data_key, report_id))
        return {"box": _encrypted(AESGCM(data_key), plain, report_id), "key": {"id": self._active, "place": place}}

    async def open(self, report_id: UUID, sealed: Mapping[str, Any]) -> Contact | None:
        """Return the contact, or None where its key was destroyed."""
        plain = await self.open_bytes(report_id, sealed)
        return None if plain is None else Contact(**orjson.loads(plain))

    async def open_bytes(self, report_id: UUID, sealed: Mapping[str, Any]) -> bytes | None:
        """Return what was sealed, or None where its key was destroyed."""
        key = sealed.get("key")
        # Until keys had a place of their own they stood wrapped beside the box.
        wrapped = (key.get("wrapped") or await self._keys.get(key["place"])) if key else None
        if key is None or wrapped is None:
            return None
        master = self._masters.get(key["id"])
        if master is None:
            raise SealBrokenError(f"the master key {key['id']!r} is not configured")
        try:
            data_key = _decrypted(master, wrapped, report_id)
            return _decrypted(AESGCM(data_key), sealed["box"], report_id)
        except InvalidTag:
            raise SealBrokenError("what was sealed does not open with its key") from None

    async def destroy(self, sealed: Mapping[str, Any]) -> None:
        """Destroy the key, and with it the contact, here and in every backup of the reports."""
        place = (sealed.get("key") or {}).get("place")
        if place is not None:
            await self._keys.destroy(place)

    def release(self, sealed: Mapping[str, Any]) -> None:
        """Take back the key of a contact that was never stored."""
        self._keys.release(sealed["key"]["place"])


def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), _KEY, salt=None, info=b"kith reporting contact master key").derive(secret.encode())


def _encrypted(key: AESGCM, plain: bytes, report_id: UUID) -> bytes:
    nonce = urandom(_NONCE)
    return nonce + key.encrypt(nonce, plain, report_id.bytes)


def _decrypted(key: AESGCM, box: bytes, report_id: UUID) -> bytes:
    return key.decrypt(box[:_NONCE], box[_NONCE:], report_id.bytes)
