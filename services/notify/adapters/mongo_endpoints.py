"""Endpoints in MongoDB."""

import time
from collections.abc import Sequence
from uuid import UUID

from services.notify.application.ports import Change
from services.notify.domain.webhook import Endpoint, EndpointState, Payload, SealedSecret
from shared.persistence.store import Collection, Document
from shared.runtime.errors import TransientError

_LATELY = 1.0
_TRIES = 10


class ContendedError(TransientError):
    """Others changed the webhook each time that this change was about to be stored."""


class MongoEndpoints:
    """Keeps webhooks. There are few; only the reading for each attempt remembers, and for a second at most."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._seen: dict[UUID, tuple[float, Endpoint | None]] = {}

    async def add(self, endpoint: Endpoint) -> None:
        """Store a new one."""
        await self._collection.insert(document_of(endpoint) | {"version": 0})

    async def get(self, identifier: UUID) -> Endpoint | None:
        """Return one as it is now."""
        document = await self._collection.get(identifier)
        return None if document is None else endpoint_from(document)

    async def lately(self, identifier: UUID) -> Endpoint | None:
        """Return one as it was a second ago at most."""
        at, endpoint = self._seen.get(identifier, (float("-inf"), None))
        if time.monotonic() - at > _LATELY:
            endpoint = await self.get(identifier)
            self._seen[identifier] = (time.monotonic(), endpoint)
        return endpoint

    async def all(self) -> Sequence[Endpoint]:
        """Return every one as it is now."""
        return [endpoint_from(document) async for document in self._collection.find({})]

    async def owned_by(self, owner: str) -> Sequence[Endpoint]:
        """Return an owner's, in the order they were made."""
        found = self._collection.find({"owner": owner}, sort=[("_id", 1)])
        return [endpoint_from(document) async for document in found]

    async def change(self, identifier: UUID, how: Change) -> Endpoint | None:
        """Change one as it is now; a change that came in between is kept, and this one made on top of it.

        ContendedError (try again) where others keep coming in between.
        """
        for _ in range(_TRIES):
            document = await self._collection.get(identifier)
            if document is None:
                return None
            changed, version = how(endpoint_from(document)), document.get("version")
            fields = document_of(changed) | {"version": (version or 0) + 1}
            del fields["_id"]
            if await self._collection.update_one({"_id": identifier, "version": version}, {"$set": fields}):
                self._seen.pop(identifier, None)
                return changed
        raise ContendedError(str(identifier))

    async def remove(self, identifier: UUID) -> None:
        """Forget one."""
        await self._collection.delete_one({"_id": identifier})
        self._seen.pop(identifier, None)


def document_of(endpoint: Endpoint) -> Document:
    """Return a webhook as it is stored; its secrets are sealed already."""
    return {
        "_id": endpoint.id,
        "owner": endpoint.owner,
        "agreement": endpoint.agreement,
        "url": endpoint.url,
        "streams": list(endpoint.streams),
        "types": list(endpoint.types),
        "payload": endpoint.payload.value,
        "secrets": [{"sealed": secret.sealed, "until": secret.until} for secret in endpoint.secrets],
        "created_at": endpoint.created_at,
        "state": endpoint.state.value,
        "disabled_reason": endpoint.disabled_reason,
    }


def endpoint_from(document: Document) -> Endpoint:
    """Return the webhook that a document holds."""
    return Endpoint(
        id=document["_id"],
        owner=document["owner"],
        agreement=document["agreement"],
        url=document["url"],
        streams=tuple(document["streams"]),
        types=tuple(document["types"]),
        payload=Payload(document["payload"]),
        secrets=tuple(SealedSecret(secret["sealed"], secret["until"]) for secret in document["secrets"]),
        created_at=document["created_at"],
        state=EndpointState(document["state"]),
        disabled_reason=document["disabled_reason"],
    )
