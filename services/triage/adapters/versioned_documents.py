"""Documents that change by version, each with its outbox inside."""

from collections.abc import AsyncIterator, Callable, Sequence
from uuid import UUID

from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from shared.contracts.event import Event
from shared.persistence.outbox import combined, pushing, with_outbox
from shared.persistence.store import Collection, Document

Announced = Callable[[Collection, Document], None]


class VersionedDocuments:
    """A collection of `what`, by `_id`; `announced` is told of documents that have something to publish."""

    def __init__(self, collection: Collection, what: str, announced: Announced) -> None:
        self._collection = collection
        self._what = what
        self._announced = announced

    async def add(self, document: Document) -> None:
        """Insert it unless it is there."""
        await self._collection.insert_absent([with_outbox(document, [])])

    async def get(self, identifier: UUID) -> Document:
        """Return it, or raise CaseNotFoundError."""
        document = await self._collection.get(identifier)
        if document is None:
            raise CaseNotFoundError(f"There is no {self._what} {identifier}.")
        return document

    async def replace(self, document: Document, announcing: Sequence[Event]) -> None:
        """Replace the version before this one and announce with it, or raise StaleCaseError."""
        key = {"_id": document["_id"], "version": document["version"] - 1}
        last = (await self.get(document["_id"]))["outbox_seq"]
        changes = {name: value for name, value in document.items() if name != "_id"}
        update = combined({"$set": changes}, pushing(announcing, after_seq=last))
        if not await self._collection.update_one(key | {"outbox_seq": last}, update):
            raise StaleCaseError(f"The {self._what} has moved on since it was read.")
        if announcing:
            self._announced(self._collection, {"_id": document["_id"]})

    def every(self) -> AsyncIterator[Document]:
        """Iterate over all of them."""
        return self._collection.find({})
