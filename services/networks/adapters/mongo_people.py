"""People, groups and the names of areas in MongoDB."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from services.networks.adapters.documents import group_document, group_from, person_document, person_from
from services.networks.domain.errors import ChangedMeanwhileError, GroupNotFoundError, PersonNotFoundError
from services.networks.domain.people import Group, Person
from shared.persistence.store import Collection, Update


class MongoPeople:
    """The People port."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def add(self, person: Person) -> None:
        """Store a new person."""
        await self._collection.insert_absent([{"_id": person.id, **person_document(person)}])

    async def get(self, person_id: UUID) -> Person:
        """Return a person."""
        document = await self._collection.get(person_id)
        if document is None:
            raise PersonNotFoundError("no such person")
        return person_from(document)

    async def page(self, after: UUID | None, limit: int) -> Sequence[Person]:
        """Return people in order of id."""
        query = {"_id": {"$gt": after}} if after else {}
        return [person_from(d) async for d in self._collection.find(query, sort=[("_id", 1)], limit=limit)]

    async def save(self, person: Person) -> Person:
        """Store a change where nobody changed it meanwhile."""
        changed = replace(person, version=person.version + 1)
        unchanged = {"_id": person.id, "version": person.version}
        if not await self._collection.update_one(unchanged, {"$set": person_document(changed)}):
            raise ChangedMeanwhileError("the person's entry was changed since it was read")
        return changed


class MongoGroups:
    """The Groups port."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def add(self, group: Group) -> None:
        """Store a new group."""
        await self._collection.insert_absent([{"_id": group.id, **group_document(group)}])

    async def get(self, group_id: UUID) -> Group:
        """Return a group."""
        document = await self._collection.get(group_id)
        if document is None:
            raise GroupNotFoundError("no such group")
        return group_from(document)

    async def page(self, after: UUID | None, limit: int) -> Sequence[Group]:
        """Return groups in order of id."""
        query = {"_id": {"$gt": after}} if after else {}
        return [group_from(d) async for d in self._collection.find(query, sort=[("_id", 1)], limit=limit)]

    async def save(self, group: Group) -> Group:
        """Store a change where nobody changed it meanwhile."""
        changed = replace(group, version=group.version + 1)
        unchanged = {"_id": group.id, "version": group.version}
        if not await self._collection.update_one(unchanged, {"$set": group_document(changed)}):
            raise ChangedMeanwhileError("the group's entry was changed since it was read")
        return changed


class MongoAreaNames:
    """The AreaNames port."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def name(self, code: str) -> str:
        """Return the area's name, or its code."""
        document = await self._collection.get(code)
        return str(document["name"]) if document else code

    async def put(self, names: Mapping[str, str]) -> None:
        """Note names."""
        writes = [Update({"_id": code}, {"$set": {"name": name}}, upsert=True) for code, name in names.items()]
        await self._collection.apply(writes)
