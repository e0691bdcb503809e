"""Twice as much as there is room for: quick refusals, nothing lost of what was accepted, nothing kept of the rest."""

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from services.reporting.adapters.key_files import KeyFiles, KeysUnavailableError
from services.reporting.settings import ContactKeysSettings, IntakeSettings, LimitsSettings
from tests.support.reporting import REPORT, WEB_KEY, running_reporting

KEY = {"x_api_key": WEB_KEY.text}
ROOM, SENT = 50, 400


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


async def test_what_is_accepted_is_kept_with_its_contact_and_what_is_refused_leaves_nothing(tmp_path: Path) -> None:
    intake, keys = IntakeSettings(most_waiting=ROOM), ContactKeysSettings(folder=tmp_path)
    async with running_reporting(intake=intake, contact_keys=keys) as reporting:
        bodies: list[dict[str, Any]] = [
            REPORT | {"contact": {"email": f"ada{number}@example.org"}} for number in range(SENT)
        ]
        answers = await asyncio.gather(*(reporting.post(body, **KEY) for body in bodies))
        statuses = Counter(answer.status_code for answer in answers)

        assert set(statuses) == {202, 503}
        assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 503)
        assert await reporting.database.collection("reports").count({}) == statuses[202]
        for body, answer in zip(bodies, answers, strict=True):
            if answer.status_code == 202:
                notify = {"authorization": "Bearer service.notify:notify"}
                contact = await reporting.http.get(f"/v1/contacts/{answer.json()['id']}", headers=notify)
                assert contact.json()["email"] == body["contact"]["email"]
        after = [await reporting.post(body, **KEY) for body in bodies[:20]]
        assert {answer.status_code for answer in after} == {202}, "and it goes on at once"


async def test_keys_wait_in_bounded_memory(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    kept = await asyncio.gather(*(keys.keep(b"k" * 60) for _ in range(12_000)), return_exceptions=True)
    refused = [outcome for outcome in kept if isinstance(outcome, KeysUnavailableError)]

    assert len(refused) == 12_000 - 5_000
    assert len({outcome for outcome in kept if isinstance(outcome, str)}) == 5_000


async def test_a_flood_without_credentials_is_turned_away_before_anything_is_kept(tmp_path: Path) -> None:
    keys = ContactKeysSettings(folder=tmp_path)
    async with running_reporting(limits=LimitsSettings(public_reports=10), contact_keys=keys) as reporting:
        body = REPORT | {"contact": {"email": "ada@example.org"}}
        answers = [await reporting.post(body) for _ in range(30)]
        statuses = Counter(answer.status_code for answer in answers)

        assert statuses == {202: 10, 429: 20}
        assert size_of(tmp_path) == 10 * 128


@pytest.mark.parametrize("level", ["INFO"])
async def test_no_key_secret_word_or_contact_is_in_a_log_line_the_store_or_an_event(
    level: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(level)
    body = REPORT | {"text": "planted words", "contact": {"name": "Planted Name", "email": "planted@example.org"}}
    async with running_reporting() as reporting:
        accepted = (await reporting.post(body, idempotency_key="planted-idempotency-key", **KEY)).json()
        secret = accepted["follow_up_secret"]
        path = f"/v1/reports/{accepted['reference']}"
        headers = {"x-follow-up-secret": secret}
        await reporting.http.get(path, headers=headers)
        await reporting.http.post(f"{path}/messages", json={"text": "planted message"}, headers=headers)
        await reporting.http.get(path, headers={"x-follow-up-secret": "planted wrong secret"})
        await reporting.post(body | {"planted": "planted field"}, **KEY)
        await reporting.post(body, x_api_key="kith_planted.wrong-key-planted")
        await reporting.published("kith.reports.v1", 2)
        records = [
            record for topic in ("kith.reports.v1", "kith.reports.urgent.v1") for record in reporting.bus.records(topic)
        ]
        events = str(records)
        collections = sorted(await reporting.database.collection_names())
        stored = {name: str(reporting.database.collection(name).everything()) for name in collections}
        metrics = (await reporting.http.get("/metrics")).text

    logged = caplog.text + "".join(capsys.readouterr())
    for hidden in (WEB_KEY.text, secret, "planted-idempotency-key", "Planted Name", "planted@example.org"):
        assert hidden not in logged + events + metrics + str(stored)
    for words in ("planted words", "planted message", "planted wrong secret", "wrong-key-planted", "planted field"):
        assert words not in logged + events + metrics
    assert "planted words" in stored["reports"], "the search finds what is there"
