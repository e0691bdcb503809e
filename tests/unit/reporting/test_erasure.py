import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from services.reporting.adapters.contact_seals import ContactSeals, SealBrokenError
from services.reporting.adapters.key_files import KeyFiles, KeysUnavailableError
from services.reporting.application.records import Contact
from services.reporting.domain.errors import AlreadyReportedError
from services.reporting.settings import ContactKeysSettings
from shared.persistence.errors import DuplicateKeyError
from shared.persistence.group_commit import GroupCommit
from shared.runtime.ids import new_id
from tests.contract.reporting.reports_contract import a_report, announcement_of
from tests.support.erased import candidates, opened_with
from tests.support.memory_store import Fault
from tests.support.reporting import REPORT, Reporting, running_reporting

ADA = Contact("Ada", "ada@example.org", None, "pl")
NOTIFY = {"authorization": "Bearer service.notify:notify"}
SUPERVISOR = {"authorization": "Bearer supervisor:sam"}
OFFICER = {"authorization": "Bearer officer:anna"}
WITH_CONTACT = REPORT | {"contact": {"name": "Ada", "email": "ada@example.org"}, "location": {"lat": 53.6, "lon": -1.7}}


def seals_in(folder: Path, active: str = "1", **masters: str) -> ContactSeals:
    return ContactSeals(KeyFiles(folder), {"1": "a" * 32} | masters, active=active)


def content_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("*")))


async def erase(reporting: Reporting, report_id: str, **body: Any) -> Any:
    asked = {"reason": "subject_request"} | body
    return await reporting.http.post(f"/v1/reports/{report_id}:erase", json=asked, headers=SUPERVISOR)


async def test_a_contact_opens_with_its_own_report_and_key_only(tmp_path: Path) -> None:
    report_id = new_id()
    sealed = await seals_in(tmp_path).seal(report_id, ADA)

    assert await seals_in(tmp_path).open(report_id, sealed) == ADA
    assert await seals_in(tmp_path, "2", **{"2": "b" * 32}).open(report_id, sealed) == ADA
    assert await seals_in(tmp_path).open(report_id, {"box": sealed["box"]}) is None
    with pytest.raises(SealBrokenError):
        await seals_in(tmp_path).open(new_id(), sealed)
    for masters in ({"1": "b" * 32}, {"2": "a" * 32}):
        with pytest.raises(SealBrokenError):
            await ContactSeals(KeyFiles(tmp_path), masters, active=next(iter(masters))).open(report_id, sealed)


async def test_keys_that_arrive_together_have_places_of_their_own_and_destroying_one_leaves_the_others(
    tmp_path: Path,
) -> None:
    keys = KeyFiles(tmp_path)
    wrapped = [bytes([number]) * 60 for number in range(40)]
    places = await asyncio.gather(*(keys.keep(key) for key in wrapped))
    await asyncio.gather(*(KeyFiles(tmp_path).destroy(place) for place in places[::2]))
    await keys.destroy(places[0])

    assert len(set(places)) == 40
    found = [await keys.get(place) for place in places]
    assert found == [None if number % 2 == 0 else key for number, key in enumerate(wrapped)]
    assert wrapped[0][1:] not in content_of(tmp_path).replace(bytes(60), b"")


async def test_a_key_that_sealed_nothing_makes_room_for_the_next_one(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    first = await keys.keep(b"1" * 60)
    keys.release(first)

    assert await keys.keep(b"2" * 60) == first
    assert await keys.get(first) == b"2" * 60


async def test_the_files_are_for_their_owner_only(tmp_path: Path) -> None:
    await KeyFiles(tmp_path / "keys").keep(b"1" * 60)

    assert (tmp_path / "keys").stat().st_mode & 0o77 == 0
    assert all(file.stat().st_mode & 0o77 == 0 for file in (tmp_path / "keys").iterdir())


async def test_keys_that_cannot_be_written_refuse_the_report_rather_than_its_contact(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("not a folder")
    async with running_reporting(contact_keys=ContactKeysSettings(folder=tmp_path / "keys")) as reporting:
        answer = await reporting.post(WITH_CONTACT)

        assert answer.status_code == 503
        assert "retry-after" in answer.headers
        assert (await reporting.post()).status_code == 202
        with pytest.raises(KeysUnavailableError):
            await KeyFiles(tmp_path / "keys").keep(b"1" * 60)


async def test_a_flood_of_repeats_keeps_one_key(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    async with running_reporting(contact_keys=ContactKeysSettings(folder=keys)) as reporting:
        answers = [await reporting.post(WITH_CONTACT, idempotency_key="k" * 20) for _ in range(30)]

        assert len({answer.json()["id"] for answer in answers}) == 1
        assert len(content_of(keys)) == 2 * 128  # the report's, and the one that every repeat takes and gives back
        contact = await reporting.http.get(f"/v1/contacts/{answers[0].json()['id']}", headers=NOTIFY)
        assert contact.json()["email"] == "ada@example.org"


class StoredThenCalledKnown(GroupCommit):
    """A store whose driver, having lost the answer, sends the document again and is told that it is there."""

    async def insert(self, document: dict[str, Any]) -> None:
        await super().insert(document)
        raise DuplicateKeyError(("idempotency",))


async def test_a_key_stays_where_its_report_was_stored_after_all() -> None:
    async with running_reporting() as reporting:
        parts = reporting.parts
        commits = StoredThenCalledKnown(parts.reports.collection)
        running = asyncio.create_task(commits.run())
        report, later = a_report(), a_report()
        with pytest.raises(AlreadyReportedError):
            await replace(parts.reports, commits=commits).add(report, announcing=announcement_of(report))
        await parts.reports.add(later, announcing=announcement_of(later))
        await commits.stop()
        await running

        card = await parts.reports.contact_of(report.id)
        assert card is not None
        assert card.contact == report.submission.contact


async def test_what_is_erased_is_gone_and_the_rest_of_the_report_stands() -> None:
    async with running_reporting() as reporting:
        first, other = [(await reporting.post(WITH_CONTACT)).json() for _ in range(2)]
        answer = await erase(reporting, first["id"])
        again = await erase(reporting, first["id"], parts=["contact", "words", "place"])

        assert answer.status_code == again.status_code == 200
        assert answer.json()["parts"] == ["contact"]
        document = await reporting.document(first["id"])
        assert {"contact", "text", "place", "fingerprint"} & {
            name for name, value in document.items() if value
        } == set()
        assert [(gone["by"], gone["why"], gone["parts"]) for gone in document["removed"]] == [
            ("sam", "subject_request", ["contact"]),
            ("sam", "subject_request", ["contact", "words", "place"]),
        ]
        secret = {"x-follow-up-secret": first["follow_up_secret"]}
        assert (await reporting.http.get(f"/v1/reports/{first['reference']}", headers=secret)).status_code == 200
        assert (await reporting.http.get(f"/v1/contacts/{first['id']}", headers=NOTIFY)).status_code == 404
        assert (await reporting.http.get(f"/v1/contacts/{other['id']}", headers=NOTIFY)).status_code == 200


async def test_a_repeat_of_an_erased_report_is_still_the_same_report() -> None:
    async with running_reporting() as reporting:
        first = (await reporting.post(WITH_CONTACT, idempotency_key="k" * 20)).json()
        await erase(reporting, first["id"])
        repeat = await reporting.post(WITH_CONTACT, idempotency_key="k" * 20)

        assert repeat.json()["id"] == first["id"]
        assert "contact" not in await reporting.document(first["id"])


@pytest.mark.parametrize(("headers", "status"), [({}, 401), (OFFICER, 403), (NOTIFY, 403), (SUPERVISOR, 404)])
async def test_only_a_supervisor_erases(headers: dict[str, str], status: int) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.post(
            f"/v1/reports/{new_id()}:erase", json={"reason": "subject_request"}, headers=headers
        )

        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"


async def test_an_erasure_that_the_store_interrupts_has_destroyed_the_key_and_is_finished_by_the_next() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_CONTACT)).json()["id"]
        reporting.database.faults.plan(Fault("update_one", collection="reports"))

        assert (await erase(reporting, report_id)).status_code == 503
        assert (await reporting.http.get(f"/v1/contacts/{report_id}", headers=NOTIFY)).status_code == 404
        assert (await erase(reporting, report_id)).status_code == 200
        assert "contact" not in await reporting.document(report_id)


async def test_an_erased_contact_cannot_be_opened_with_all_that_is_left_and_a_backup(tmp_path: Path) -> None:
    async with running_reporting(contact_keys=ContactKeysSettings(folder=tmp_path)) as reporting:
        erased, kept = [(await reporting.post(WITH_CONTACT)).json()["id"] for _ in range(2)]
        backup = {report_id: (await reporting.document(report_id))["contact"]["box"] for report_id in (erased, kept)}
        before = content_of(tmp_path)
        await erase(reporting, erased)
        left = content_of(tmp_path)

        def opens(content: bytes, report_id: str) -> bool:
            return opened_with(candidates(content), backup[report_id], UUID(report_id)) is not None

        assert opens(before, erased), "the search finds what is there"
        assert opens(left, kept)
        assert not opens(left, erased)
