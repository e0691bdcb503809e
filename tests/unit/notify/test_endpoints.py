"""Webhooks as they are kept: no change undoes another that was made at the same time."""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from services.notify.adapters.mongo_endpoints import ContendedError, MongoEndpoints, document_of
from services.notify.domain.webhook import Endpoint, EndpointState, Payload, SealedSecret
from shared.persistence.store import Document
from shared.runtime.ids import new_id
from tests.support.memory_store import MemoryDatabase
from tests.support.notify import NOON, URL

Meanwhile = Callable[[], Awaitable[object]]


@dataclass
class Interleaved:
    """A collection in which something else happens after each reading, as long as there is something."""

    inner: Any
    meanwhile: deque[Meanwhile] = field(default_factory=deque)

    async def get(self, identifier: object) -> Document | None:
        found: Document | None = await self.inner.get(identifier)
        if self.meanwhile:
            await self.meanwhile.popleft()()
        return found

    async def update_one(self, query: Document, update: Document) -> bool:
        changed: bool = await self.inner.update_one(query, update)
        return changed


def _endpoint() -> Endpoint:
    return Endpoint(
        id=new_id(),
        owner="police",
        agreement="agency-police",
        url=URL,
        streams=("escalations",),
        types=(),
        payload=Payload.STANDARD,
        secrets=(SealedSecret("first"),),
        created_at=NOON,
    )


def _rotated(to: str) -> Callable[[Endpoint], Endpoint]:
    return lambda endpoint: endpoint.rotated(to, NOON)


def _gone(endpoint: Endpoint) -> Endpoint:
    return endpoint.disabled("gone")


async def test_an_endpoint_found_gone_while_its_secret_changes_keeps_the_new_secret() -> None:
    collection, endpoint = MemoryDatabase("notify").collection("webhooks"), _endpoint()
    direct = MongoEndpoints(collection)
    await direct.add(endpoint)
    slow: Any = Interleaved(collection, deque([lambda: direct.change(endpoint.id, _rotated("second"))]))

    await MongoEndpoints(slow).change(endpoint.id, _gone)

    kept = await direct.get(endpoint.id)
    assert kept is not None
    assert kept.state is EndpointState.DISABLED
    assert kept.secrets == (SealedSecret("second"), SealedSecret("first", NOON + timedelta(hours=24)))


async def test_of_two_rotations_at_once_both_secrets_sign() -> None:
    collection, endpoint = MemoryDatabase("notify").collection("webhooks"), _endpoint()
    direct = MongoEndpoints(collection)
    await direct.add(endpoint)
    slow: Any = Interleaved(collection, deque([lambda: direct.change(endpoint.id, _rotated("second"))]))

    changed = await MongoEndpoints(slow).change(endpoint.id, _rotated("third"))

    assert changed is not None
    assert [secret.sealed for secret in changed.signing(NOON)] == ["third", "second"]


async def test_one_that_is_removed_meanwhile_is_not_made_again() -> None:
    collection, endpoint = MemoryDatabase("notify").collection("webhooks"), _endpoint()
    direct = MongoEndpoints(collection)
    await direct.add(endpoint)
    slow: Any = Interleaved(collection, deque([lambda: direct.remove(endpoint.id)]))

    assert await MongoEndpoints(slow).change(endpoint.id, _gone) is None
    assert await direct.get(endpoint.id) is None


async def test_one_that_was_stored_without_a_version_can_be_changed() -> None:
    collection, endpoint = MemoryDatabase("notify").collection("webhooks"), _endpoint()
    await collection.insert(document_of(endpoint))

    await MongoEndpoints(collection).change(endpoint.id, _gone)

    kept = await MongoEndpoints(collection).get(endpoint.id)
    assert kept is not None
    assert not kept.is_active


async def test_a_change_that_is_always_overtaken_gives_up_and_may_be_tried_again() -> None:
    collection, endpoint = MemoryDatabase("notify").collection("webhooks"), _endpoint()
    direct = MongoEndpoints(collection)
    await direct.add(endpoint)
    slow: Any = Interleaved(collection, deque([lambda: direct.change(endpoint.id, Endpoint.enabled)] * 50))

    with pytest.raises(ContendedError):
        await MongoEndpoints(slow).change(endpoint.id, _gone)
