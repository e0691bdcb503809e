import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from services.reporting.adapters.darkroom import LONGEST_SIDE, PillowDarkroom
from services.reporting.adapters.folder_files import FilesUnavailableError, FolderFiles
from services.reporting.domain.attachments import MOST_ATTACHMENTS, Rectangle
from services.reporting.domain.errors import PhotoRefusedError
from services.reporting.settings import PhotosSettings
from shared.contracts.reporting import AttachmentAdded
from shared.contracts.triage import CaseEscalated, CommunityDecision
from shared.runtime.ids import new_id
from tests.support.case_events import case_event, heard, opened
from tests.support.memory_store import Fault
from tests.support.reporting import NOON, Reporting, running_reporting

OFFICER = {"authorization": "Bearer officer:anna"}
SUPERVISOR = {"authorization": "Bearer supervisor:sam"}
PLANTED = b"planted in the metadata 53.6458"
RED, WHITE = (220, 20, 20), (255, 255, 255)


def a_photo(kind: str = "JPEG", size: tuple[int, int] = (120, 80), colour: tuple[int, ...] = RED) -> bytes:
    """A picture with everything beside its pixels that a camera or a program writes."""
    picture = Image.new("RGBA" if kind == "PNG" else "RGB", size, colour)
    exif = Image.Exif()
    exif[0x010E] = PLANTED.decode()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (53.0, 38.0, 44.9)
    held = io.BytesIO()
    more: dict[str, Any] = {"comment": PLANTED} if kind == "JPEG" else {}
    picture.save(held, kind, exif=exif, icc_profile=PLANTED, **more)
    return held.getvalue()


async def send(reporting: Reporting, accepted: dict[str, Any], raw: bytes, media_type: str = "image/jpeg") -> Any:
    headers = {"x-follow-up-secret": accepted["follow_up_secret"], "content-type": media_type}
    return await reporting.http.post(f"/v1/photos/{accepted['reference']}", content=raw, headers=headers)


def files_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


async def look(
    reporting: Reporting, report_id: str, photo_id: str, headers: dict[str, str] = OFFICER, why: str = ""
) -> Any:
    query = {"why": why} if why else {}
    return await reporting.http.get(f"/v1/records/{report_id}/photos/{photo_id}", headers=headers, params=query)


async def cover(reporting: Reporting, report_id: str, photo_id: str, **body: Any) -> Any:
    asked = {"rectangles": [{"x": 0, "y": 0, "width": 40, "height": 40}]} | body
    return await reporting.http.post(f"/v1/records/{report_id}/photos/{photo_id}/cover", json=asked, headers=OFFICER)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("PNG", "image/jpeg"),
     ("JPEG", "application/octet-stream")],
)  # fmt: skip
async def test_only_what_can_be_seen_is_kept_whatever_the_file_was_called(
    kind: str, media_type: str, tmp_path: Path
) -> None:
    async with running_reporting(photos=PhotosSettings(folder=tmp_path)) as reporting:
        accepted = (await reporting.post()).json()
        sent = await send(reporting, accepted, a_photo(kind), media_type)
        seen = await look(reporting, accepted["id"], sent.json()["id"])

        assert sent.status_code == 201, sent.text
        assert PLANTED in a_photo(kind)
        assert PLANTED not in seen.content
        picture = Image.open(io.BytesIO(seen.content))
        assert picture.format == "JPEG"
        assert dict(picture.getexif()) == {}
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert picture.size == (80, 120), "turned upright before what said so was dropped"
        assert seen.headers["cache-control"] == "no-store"
        assert files_in(tmp_path)
        assert not any(PLANTED in content or b"JFIF" in content for content in files_in(tmp_path)), (
            "sealed where it lies"
        )


def a_bomb() -> bytes:
    """A small file that would unpack into more pixels than are taken."""
    held = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(held, "PNG")
    return held.getvalue()


def a_gif() -> bytes:
    held = io.BytesIO()
    Image.new("P", (4, 4)).save(held, "GIF")
    return held.getvalue()


REFUSED = {
    "words": b"this is no picture",
    "nothing": b"\xff",
    "cut off": a_photo("PNG", (400, 400))[:300],
    "a picture of another kind": a_gif(),
    "markup": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a bomb": a_bomb(),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_what_is_no_picture_that_is_taken_is_refused_and_leaves_nothing(what: str, tmp_path: Path) -> None:
    async with running_reporting(photos=PhotosSettings(folder=tmp_path)) as reporting:
        accepted = (await reporting.post()).json()
        refused = await send(reporting, accepted, REFUSED[what])

        assert refused.status_code == 422
        assert refused.json()["type"] == "/problems/photograph-refused"
        assert files_in(tmp_path) == []
        assert "files" not in await reporting.document(accepted["id"])


@given(st.binary(max_size=300), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
async def test_no_bytes_bring_the_darkroom_down(noise: bytes, at: int) -> None:
    raw = a_photo()
    for tried in (noise, raw[:at] + noise + raw[at + len(noise) :]):
        try:
            picture = await PillowDarkroom().cleaned(tried)
        except PhotoRefusedError:
            continue
        assert Image.open(io.BytesIO(picture.jpeg)).size == (picture.width, picture.height)


@pytest.mark.parametrize(("media_type", "status"), [("text/html", 415), ("image/svg+xml", 415)])
async def test_other_media_types_are_not_taken(media_type: str, status: int) -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()

        assert (await send(reporting, accepted, a_photo(), media_type)).status_code == status


async def test_too_many_bytes_are_not_read() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()

        assert (await send(reporting, accepted, bytes(10 * 1024 * 1024 + 1))).status_code == 413


async def test_a_large_picture_is_shrunk_and_a_transparent_one_lies_on_white() -> None:
    large = await PillowDarkroom().cleaned(a_photo("PNG", (4_000, 1_000), (0, 0, 0, 0)))

    assert max(large.width, large.height) == LONGEST_SIDE
    assert Image.open(io.BytesIO(large.jpeg)).getpixel((5, 5)) == WHITE


async def test_the_same_photograph_sent_again_is_one_and_there_is_an_end_to_them() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        answers = [await send(reporting, accepted, a_photo()) for _ in range(3)]
        for side in range(1, MOST_ATTACHMENTS):
            assert (await send(reporting, accepted, a_photo(size=(50, 50 + side)))).status_code == 201
        full = await send(reporting, accepted, a_photo(size=(50, 90)))

        assert len({answer.json()["id"] for answer in answers}) == 1
        assert (full.status_code, full.json()["type"]) == (409, "/problems/album-full")


async def test_the_event_says_where_to_ask_and_shows_nothing() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        sent = (await send(reporting, accepted, a_photo())).json()
        _, event = await reporting.published("kith.reports.v1", 2)

        assert isinstance(event, AttachmentAdded)
        assert (str(event.attachment_id), event.size) == (sent["id"], sent["size"])
        assert all(len(record.value or b"") < 2_000 for record in reporting.bus.records("kith.reports.v1"))


async def test_photographs_are_for_staff_and_every_look_is_written_down() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        photo = (await send(reporting, accepted, a_photo())).json()["id"]
        for headers, status in (({}, 401), ({"authorization": "Bearer partner:pat"}, 403), (OFFICER, 200)):
            assert (await look(reporting, accepted["id"], photo, headers)).status_code == status
        reporting.database.faults.plan(Fault("insert", collection="access_log"))

        assert (await look(reporting, accepted["id"], photo)).status_code == 503
        assert (await look(reporting, accepted["id"], str(new_id()))).status_code == 404
        assert (await look(reporting, str(new_id()), photo)).status_code == 404
        log = reporting.database.collection("access_log").everything()
        assert [(entry["reader"], entry["what"]) for entry in log] == [("anna", "photograph")]


async def test_at_level_4_an_officer_says_why() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        photo = (await send(reporting, accepted, a_photo())).json()["id"]
        up = case_event(
            CaseEscalated, accepted["id"], 2, level=4, previous_level=2, grade="EMERGENCY", due_at=NOON,
            lead_role="police", community=CommunityDecision(allowed=False), reason_code="x",
        )  # fmt: skip
        await heard(reporting, opened(accepted["id"]), up)

        assert (await look(reporting, accepted["id"], photo)).status_code == 403
        assert (await look(reporting, accepted["id"], photo, why="identifying the car")).status_code == 200


async def test_covered_parts_are_gone_and_the_first_version_is_for_few() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        photo = (await send(reporting, accepted, a_photo())).json()["id"]
        made = (await cover(reporting, accepted["id"], photo)).json()
        first, new = [await look(reporting, accepted["id"], one) for one in (photo, made["id"])]
        supervised = await look(reporting, accepted["id"], photo, SUPERVISOR)
        listed = await reporting.http.get(f"/v1/records/{accepted['id']}/photos", headers=OFFICER)

        assert (made["covers"], new.status_code, supervised.status_code) == (photo, 200, 200)
        assert (first.status_code, first.json()["type"]) == (403, "/problems/photograph-restricted")
        assert [one["restricted"] for one in listed.json()] == [True, False]


async def test_a_covered_part_has_one_colour() -> None:
    speckled = Image.effect_noise((64, 64), 80).convert("RGB")
    held = io.BytesIO()
    speckled.save(held, "PNG")
    clean = await PillowDarkroom().cleaned(held.getvalue())
    covered = await PillowDarkroom().covered(clean.jpeg, [Rectangle(8, 8, 32, 32)])
    inside = Image.open(io.BytesIO(covered.jpeg)).convert("L").crop((16, 16, 32, 32))

    darkest, lightest = inside.getextrema()
    assert lightest - darkest <= 2  # type: ignore[operator]  # of one band
    with pytest.raises(PhotoRefusedError):
        await PillowDarkroom().covered(clean.jpeg, [Rectangle(60, 60, 10, 1)])


async def test_the_first_version_can_be_destroyed_for_good(tmp_path: Path) -> None:
    async with running_reporting(photos=PhotosSettings(folder=tmp_path)) as reporting:
        accepted = (await reporting.post()).json()
        photo = (await send(reporting, accepted, a_photo())).json()["id"]
        made = await cover(reporting, accepted["id"], photo, original="destroy")

        assert made.status_code == 201
        assert (await look(reporting, accepted["id"], photo, SUPERVISOR)).status_code == 404
        assert len(files_in(tmp_path)) == 1


async def test_erasing_photographs_destroys_them_in_backups_of_the_folder_too(tmp_path: Path) -> None:
    async with running_reporting(photos=PhotosSettings(folder=tmp_path)) as reporting:
        accepted = (await reporting.post()).json()
        await send(reporting, accepted, a_photo())
        held = (await reporting.document(accepted["id"]))["files"][0]
        backup = {"box": files_in(tmp_path)[0], "key": held["key"]}
        seals, report_id = reporting.parts.reports.seals, (await reporting.document(accepted["id"]))["_id"]
        assert (await seals.open_bytes(report_id, backup) or b"").startswith(b"\xff\xd8")
        asked = {"reason": "subject_request", "parts": ["photographs"]}
        await reporting.http.post(f"/v1/reports/{accepted['id']}:erase", json=asked, headers=SUPERVISOR)

        assert await seals.open_bytes(report_id, backup) is None
        assert files_in(tmp_path) == []
        assert "files" not in await reporting.document(accepted["id"])


async def test_a_folder_that_cannot_be_written_is_an_outage(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("not a folder")
    async with running_reporting(photos=PhotosSettings(folder=tmp_path / "photos")) as reporting:
        accepted = (await reporting.post()).json()

        assert (await send(reporting, accepted, a_photo())).status_code == 503
        with pytest.raises(FilesUnavailableError):
            await FolderFiles(tmp_path / "photos").put(b"x")


async def test_contents_lie_under_the_digest_of_themselves(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path)
    one, again, other = [await files.put(content) for content in (b"one", b"one", b"other")]

    assert one == again != other
    assert await files.get(one) == b"one"
    await files.delete(one)
    await files.delete(one)
    assert await files.get(one) is None
    with pytest.raises(ValueError, match="digest"):
        await files.get("../../etc/passwd")
