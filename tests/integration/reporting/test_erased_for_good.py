"""After an erasure nobody opens the contact: not with all files, a backup of the store, and every secret there is."""

import shutil
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from services.reporting.adapters.folder_files import FolderFiles
from services.reporting.adapters.personal_stores import personal_data_in
from services.reporting.application.personal_data import Removal
from services.reporting.bootstrap import seals_of
from services.reporting.domain.personal import Part
from services.reporting.settings import ContactKeysSettings
from shared.persistence.mongo import connect
from tests.support.erased import MASTER, candidates, opened_with
from tests.support.reporting import NOON, REPORT, settings
from tests.support.reporting_process import KEY, ReportingProcess
from tests.support.store_node import StoreNode

pytestmark = pytest.mark.integration

CONTACT = {"name": "Ada Planted", "email": "ada.planted@example.org", "phone": "07700 900123"}


async def test_an_erased_contact_is_in_no_file_and_opens_from_no_backup(
    reporting: ReportingProcess, own_store_node: StoreNode, tmp_path: Path
) -> None:
    async with httpx.AsyncClient(base_url=reporting.url, headers=KEY) as http:
        ids = [(await http.post("/v1/reports", json=REPORT | {"contact": CONTACT})).json()["id"] for _ in range(3)]
    erased, kept = UUID(ids[0]), UUID(ids[1])
    keys = reporting.log.with_name("contact-keys")
    database = connect(own_store_node.url, "reporting", driver="pymongo")
    collection = database.collection("reports")
    boxes = {report_id: (await collection.get(report_id) or {})["contact"]["box"] for report_id in (erased, kept)}
    backup = tmp_path / "backup"
    shutil.copytree(own_store_node.file.parent, backup, ignore=shutil.ignore_patterns("contact-keys", "backup"))

    seals = seals_of(settings(contact_keys=ContactKeysSettings(folder=keys)))
    removal = Removal(NOON, (Part.CONTACT,), "sam", "subject_request")
    assert await personal_data_in(database, seals, FolderFiles(tmp_path / "photos")).remove(erased, removal)
    await database.close()
    own_store_node.stop()

    files = b"".join(file.read_bytes() for file in [own_store_node.file, *backup.rglob("*")] if file.is_file())
    kept_keys = b"".join(file.read_bytes() for file in keys.iterdir())
    assert boxes[erased] in files, "the backup still holds the box, so that the search means something"
    for planted in (*CONTACT.values(), MASTER):
        assert planted.encode() not in files + kept_keys

    def opens(report_id: UUID) -> bool:
        return opened_with(candidates(kept_keys), boxes[report_id], report_id) is not None

    assert opens(kept)
    assert not opens(erased)
    assert opened_with(candidates(files), boxes[kept], kept) is None, "no key is in the store or its backup"
