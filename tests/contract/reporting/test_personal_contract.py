"""One suite for what is personal in a report, on a store in memory and on the local store."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.reporting.adapters.folder_files import FolderFiles
from services.reporting.adapters.mongo_passes import MongoPasses
from services.reporting.adapters.mongo_reports import MongoReports
from services.reporting.adapters.personal_stores import PersonalStores
from services.reporting.application.access import Reader
from services.reporting.application.attachments import Picture
from services.reporting.application.keep_to_schedule import Pass
from services.reporting.application.personal_data import Removal
from services.reporting.domain.attachments import Attachment
from services.reporting.domain.mailbox import Author, Message
from services.reporting.domain.personal import Part
from shared.contracts.reporting import AttachmentAdded
from shared.persistence.mongo import connect
from shared.persistence.store import Database
from shared.runtime.ids import new_id
from tests.contract.reporting.reports_contract import a_report, announcement_of
from tests.contract.reporting.test_reports_contract import running_on
from tests.support.memory_store import MemoryDatabase
from tests.support.reporting import NOON, SetClock
from tests.support.store_node import StoreNode

EVERYTHING = Removal(NOON, tuple(Part), "sam", "subject_request")


@dataclass(frozen=True)
class Home:
    reports: MongoReports
    stores: PersonalStores
    passes: MongoPasses
    clock: SetClock

    async def a_report(self) -> UUID:
        report = a_report()
        await self.reports.add(report, announcing=announcement_of(report))
        return report.id

    async def a_message(self, report_id: UUID, text: str = "words") -> Message:
        message = Message(new_id(), report_id, NOON, Author.REPORTER, text)
        return await self.stores.mailboxes.add(message, announcing=[])

    async def a_photo(self, report_id: UUID) -> Attachment:
        album = await self.stores.albums.of(report_id)
        assert album is not None
        event = AttachmentAdded(
            event_id=new_id(), occurred_at=NOON, correlation_id=report_id, concern_id=report_id, report_id=report_id,
            attachment_id=new_id(), size=3,
        )  # fmt: skip
        new = Attachment(event.attachment_id, NOON, "", 3, 1, 1, "reporter")
        changed = await self.stores.albums.add(album, new, Picture(b"jpg", 1, 1), announcing=event)
        assert changed is not None
        assert await self.stores.albums.add(album, new, Picture(b"jpg", 1, 1), announcing=event) is None
        return changed.attachments[-1]


class PersonalContract:
    """Inherit, and provide the fixture `home`."""

    async def test_everything_that_is_removed_is_gone_and_stays_gone(self, home: Home) -> None:
        report_id, other = await home.a_report(), await home.a_report()
        for one in (report_id, other):
            await home.a_message(one)
            await home.a_photo(one)

        for _ in range(2):
            assert await home.stores.data.remove(report_id, EVERYTHING)

        held = await home.stores.data.held(report_id, with_contact=True)
        kept = await home.stores.data.held(other, with_contact=True)
        assert held is not None
        assert kept is not None
        assert (held.text, held.place, held.contact) == (None, None, None)
        assert [message.text for message in held.messages] == [None]
        assert (await home.stores.albums.of(report_id) or held).attachments == ()  # type: ignore[union-attr]
        assert [removal.parts for removal in held.removals] == [tuple(Part)] * 2
        assert kept.contact is not None
        assert (kept.text, kept.messages[0].text) == ("words", "words")

    async def test_what_is_not_here_is_not_removed(self, home: Home) -> None:
        assert not await home.stores.data.remove(new_id(), EVERYTHING)
        assert await home.stores.data.held(new_id(), with_contact=True) is None

    async def test_outlines_come_in_one_order_that_a_later_pass_goes_on_in(self, home: Home) -> None:
        ids = {await home.a_report() for _ in range(7)}
        await home.a_message(next(iter(ids)))

        whole = [outline.id async for outline in home.stores.data.outlines(None)]
        rest = [outline.id async for outline in home.stores.data.outlines(whole[2])]
        parts = [outline.parts async for outline in home.stores.data.outlines(None)]

        assert set(whole) == ids
        assert rest == whole[3:]
        assert sum(Part.MESSAGES in held for held in parts) == 1
        assert all(held >= {Part.CONTACT, Part.WORDS, Part.PLACE} for held in parts)

    async def test_a_message_is_stored_once_and_read_in_order(self, home: Home) -> None:
        report_id = await home.a_report()
        first = await home.a_message(report_id, "first")
        again = await home.stores.mailboxes.add(first, announcing=[])
        await home.a_message(report_id, "second")
        await home.a_message(await home.a_report(), "another report's")

        assert again == first
        assert {message.text for message in await home.stores.mailboxes.of(report_id)} == {"first", "second"}
        assert await home.stores.mailboxes.texts_of([first.id, new_id()]) == {first.id: "first"}

    async def test_a_photograph_is_seen_restricted_and_destroyed(self, home: Home) -> None:
        report_id = await home.a_report()
        one, other = await home.a_photo(report_id), await home.a_photo(report_id)
        await home.stores.albums.restrict(report_id, one.id)
        await home.stores.albums.destroy(report_id, other.id)

        album = await home.stores.albums.of(report_id)
        assert album is not None
        assert [(held.restricted, held.destroyed) for held in album.attachments] == [(True, False), (False, True)]
        assert await home.stores.albums.content_of(report_id, one.id) == b"jpg"
        assert await home.stores.albums.content_of(report_id, other.id) is None

    async def test_readings_are_kept_in_order(self, home: Home) -> None:
        report_id = await home.a_report()
        for what, why in (("record", None), ("photograph", "identifying the car")):
            await home.stores.access_log.note(Reader("anna", ("officer",), "council"), what, report_id, why)
            home.clock.forward(seconds=1)

        found = await home.stores.access_log.of(report_id)
        assert [(access.reader.subject, access.what, access.why) for access in found] == [
            ("anna", "record", None), ("anna", "photograph", "identifying the car"),
        ]  # fmt: skip

    async def test_a_pass_is_found_again_until_it_ends(self, home: Home) -> None:
        passing = Pass(NOON, after=new_id(), seen=500)
        passing.minimised["RT2"] = 3
        for _ in range(2):
            await home.passes.save(passing)
        assert await home.passes.unfinished() == passing

        await home.passes.finish(passing, NOON)
        assert await home.passes.unfinished() is None

    async def test_indexes_can_be_made_again(self, home: Home) -> None:
        for _ in range(2):
            for prepare in home.stores.preparations:
                await prepare()


def home_on(database: Database, reports: MongoReports, folder: Path) -> Home:
    clock = SetClock()
    stores = PersonalStores.beside(reports, database, FolderFiles(folder), clock)
    return Home(reports, stores, MongoPasses(database.collection("retention_passes")), clock)


class TestInMemory(PersonalContract):
    @pytest.fixture
    async def home(self, tmp_path: Path) -> AsyncIterator[Home]:
        database = MemoryDatabase()
        async with running_on(database) as reports:
            yield home_on(database, reports, tmp_path)


@pytest.mark.integration
class TestOnTheLocalStore(PersonalContract):
    @pytest.fixture(params=["motor", "pymongo"])
    async def home(self, request: pytest.FixtureRequest, store_node: StoreNode, tmp_path: Path) -> AsyncIterator[Home]:
        database = connect(store_node.url, f"reporting_{uuid4().hex[:12]}", driver=request.param)
        async with running_on(database) as reports:
            yield home_on(database, reports, tmp_path)
        await database.close()
