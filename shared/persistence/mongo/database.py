"""A database in MongoDB, and how to reach one."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC
from typing import Any, Literal

from bson.binary import UuidRepresentation
from bson.codec_options import CodecOptions
from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import AsyncMongoClient
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

from shared.persistence.mongo.collection import MongoCollection
from shared.persistence.mongo.errors import translated

Driver = Literal["motor", "pymongo"]

_DURABLE = WriteConcern(w="majority", j=True, wtimeout=5_000)
_SEEN_BY_ALL = ReadConcern("majority")

#: How long to wait before an outcome counts as unknown; an option in the URL wins.
_TIMEOUTS: Mapping[str, int] = {
    "serverSelectionTimeoutMS": 3_000,
    "connectTimeoutMS": 3_000,
    "socketTimeoutMS": 15_000,
    "waitQueueTimeoutMS": 3_000,
}


class MongoDatabase:
    """A `Database` in MongoDB: writes are journalled on a majority, reads see what a majority has."""

    def __init__(self, client: Any, name: str) -> None:
        self._client = client
        codec: CodecOptions[dict[str, Any]] = CodecOptions(
            tz_aware=True, tzinfo=UTC, uuid_representation=UuidRepresentation.STANDARD
        )
        self._driver = client.get_database(name, codec_options=codec, write_concern=_DURABLE, read_concern=_SEEN_BY_ALL)

    @property
    def name(self) -> str:
        """The database's name."""
        return str(self._driver.name)

    def collection(self, name: str) -> MongoCollection:
        """Return a collection, which need not exist yet."""
        return MongoCollection(self._driver[name])

    async def collection_names(self) -> frozenset[str]:
        """Name the collections that hold or held documents."""
        with translated():
            names = await self._driver.list_collection_names()
        return frozenset(name for name in names if not name.startswith("system."))

    async def is_replicated(self) -> bool:
        """Whether writes survive the loss of one machine."""
        with translated():
            hello = await self._client.admin.command("hello")
        return "setName" in hello or hello.get("msg") == "isdbgrid"

    async def ping(self) -> None:
        """Return when the store answers."""
        with translated():
            await self._client.admin.command("ping")

    async def close(self) -> None:
        """Let go of every connection."""
        closing = self._client.close()
        if closing is not None:
            await closing


def connect(url: str, database: str, *, driver: Driver | None = None) -> MongoDatabase:
    """Return a database at once, without waiting for it; connections are made by the first calls.

    `driver` is motor unless said otherwise; motor's end of life has come, and pymongo's own asynchronous client is
    held to the same contract suite.
    """
    given = url.partition("?")[2].lower()
    options: dict[str, Any] = {name: value for name, value in _TIMEOUTS.items() if name.lower() not in given}
    client: Any = (AsyncMongoClient if driver == "pymongo" else AsyncIOMotorClient)(url, **options)
    return MongoDatabase(client, database)


@asynccontextmanager
async def connected(url: str, database: str, *, driver: Driver | None = None) -> AsyncIterator[MongoDatabase]:
    """Connect for the length of a block, such as a command."""
    store = connect(url, database, driver=driver)
    try:
        yield store
    finally:
        await store.close()
