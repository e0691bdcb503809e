"""Webhooks on a virtual clock: the ladder, isolation, rotation, recovery, and what survives a crash."""

import json
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook

from services.notify.domain.retry import WEBHOOK_LADDER, Answer
from shared.contracts.triage import CaseClosed
from tests.support.memory_store import MemoryDatabase
from tests.support.notify import URL, Notify, a_case, bearer, opened, running_notify, submitted

POLICE = bearer("partner:ben:police")
HOUSING = bearer("partner:hal:housing")


async def _register(notify: Notify, headers: dict[str, str] = POLICE, **changes: Any) -> dict[str, Any]:
    wish = {"url": URL, "streams": ["escalations"]} | changes
    answer = await notify.http.post("/v1/webhooks", json=wish, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def _deliveries(notify: Notify, identifier: str, headers: dict[str, str] = POLICE) -> list[dict[str, Any]]:
    answer = await notify.http.get(f"/v1/webhooks/{identifier}/attempts", headers=headers)
    found: list[dict[str, Any]] = answer.json()["deliveries"]
    return found


async def test_an_event_is_delivered_signed_and_projected() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        event = opened()
        await notify.hear(event)
        await notify.send_webhooks()

        ((url, headers, body),) = notify.poster.posted
        assert url == URL
        assert Webhook(made["secret"])  # a secret in the standard's form
        assert json.loads(body)["type"] == "kith.case.opened.v1"
        assert json.loads(body)["data"]["case_id"] == str(event.case_id)
        assert headers["webhook-id"]
        assert headers["webhook-signature"].startswith("v1,")
        (delivery,) = await _deliveries(notify, made["id"])
        assert delivery["state"] == "delivered"


async def test_a_cloudevent_is_delivered_to_whom_it_asked_for_one() -> None:
    async with running_notify() as notify:
        await _register(notify, payload="cloudevents")
        await notify.hear(opened())
        await notify.send_webhooks()

        ((_, headers, body),) = notify.poster.posted
        assert headers["content-type"] == "application/cloudevents+json"
        assert json.loads(body)["specversion"] == "1.0"


async def test_only_what_was_asked_for_and_may_be_seen_is_delivered() -> None:
    async with running_notify() as notify:
        await _register(notify, types=["kith.case.closed.v1"])
        await _register(notify, HOUSING, url="https://housing.example/hook")
        await notify.hear(opened(level=4), submitted(), a_case(CaseClosed))
        await notify.send_webhooks()

        assert sorted((url, json.loads(body)["type"]) for url, _, body in notify.poster.posted) == [
            ("https://housing.example/hook", "kith.case.closed.v1"),
            (URL, "kith.case.closed.v1"),
        ]


async def test_an_event_heard_twice_is_delivered_once() -> None:
    async with running_notify() as notify:
        await _register(notify)
        event = opened()
        for _ in range(3):
            await notify.hear(event)
            await notify.send_webhooks()

        assert len(notify.poster.posted) == 1


async def test_what_happened_before_the_registration_is_not_delivered() -> None:
    async with running_notify() as notify:
        notify.clock.forward(hours=1)
        await _register(notify)
        await notify.hear(opened())
        await notify.send_webhooks()

        assert notify.poster.posted == []


async def test_tries_follow_the_ladder_under_one_id_and_fresh_signatures() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        notify.poster.answers[URL].extend([Answer(500)] * 20)
        await notify.hear(opened())
        waits: list[timedelta] = []
        for _ in WEBHOOK_LADDER:
            before = notify.clock.at
            await notify.send_webhooks()
            (delivery,) = await _deliveries(notify, made["id"])
            if delivery["state"] != "pending":
                break
            due = (await _document(notify))["due_at"]
            waits.append(due - before)
            notify.clock.at = due + timedelta(milliseconds=1)  # the store keeps milliseconds

        assert delivery["state"] == "exhausted"
        assert len(waits) == len(WEBHOOK_LADDER) - 1
        for wait, rung in zip(waits, WEBHOOK_LADDER[1:], strict=True):
            assert rung * 0.79 <= wait <= rung * 1.21
        headers = [headers for _, headers, _ in notify.poster.posted]
        assert len(headers) == len(WEBHOOK_LADDER) == len(delivery["attempts"])
        assert len({header["webhook-id"] for header in headers}) == 1
        assert len({header["webhook-timestamp"] for header in headers}) == len(headers)
        assert len({header["webhook-signature"] for header in headers}) == len(headers)


async def _document(notify: Notify) -> dict[str, Any]:
    found = await notify.store.collection("deliveries").find_one({})
    assert found is not None
    return found


async def test_an_endpoint_that_is_gone_is_switched_off_at_once_and_can_recover_what_it_missed() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        notify.poster.answers[URL].append(Answer(410))
        missed = [opened() for _ in range(3)]
        await notify.hear(missed[0])
        await notify.send_webhooks()
        await notify.hear(*missed[1:])
        await notify.send_webhooks()
        assert len(notify.poster.posted) == 1
        path = f"/v1/webhooks/{made['id']}"
        assert (await notify.http.get(path, headers=POLICE)).json()["state"] == "disabled"
        since = {"since": "2026-11-20T00:00:00Z"}
        assert (await notify.http.post(f"{path}/recover", json=since, headers=POLICE)).status_code == 409

        await notify.http.post(f"{path}/enable", headers=POLICE)
        notify.clock.forward(seconds=2)
        answer = await notify.http.post(f"{path}/recover", json=since, headers=POLICE)
        await notify.send_webhooks()

        assert answer.json() == {"recovering": 3}
        bodies = [json.loads(body)["data"]["case_id"] for _, _, body in notify.poster.posted[1:]]
        assert set(bodies) == {str(event.case_id) for event in missed}


async def test_a_dead_endpoint_does_not_hold_up_another() -> None:
    async with running_notify() as notify:
        await _register(notify)
        await _register(notify, HOUSING, url="https://housing.example/hook")
        notify.poster.answers[URL].extend([Answer(None, error="timeout")] * 50)
        await notify.hear(*(opened() for _ in range(20)))
        await notify.send_webhooks()

        assert sum(url == "https://housing.example/hook" for url, _, _ in notify.poster.posted) == 20


async def test_a_rotated_secret_signs_beside_the_new_one_for_a_day() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        rotated = (await notify.http.post(f"/v1/webhooks/{made['id']}/rotate", headers=POLICE)).json()
        assert rotated["secret"] != made["secret"]
        signatures = []
        for hours in (0, 25):
            notify.clock.forward(hours=hours)
            await notify.hear(opened(occurred_at=notify.clock.at))
            await notify.send_webhooks()
            signatures.append(notify.poster.posted[-1][1]["webhook-signature"].split(" "))

        assert [len(found) for found in signatures] == [2, 1]


async def test_a_restart_delivers_what_was_pending_under_the_same_id() -> None:
    store = MemoryDatabase("notify")
    async with running_notify(store=store) as before:
        await _register(before)
        await before.parts.webhooks.queue([opened()])

    async with running_notify(store=store) as after:
        await after.parts.webhooks.dispatcher.sweep()
        await after.send_webhooks()
        await after.parts.webhooks.dispatcher.sweep()
        await after.send_webhooks()

        ((_, headers, _),) = after.poster.posted
        assert headers["webhook-id"] == str((await _document(after))["_id"])


async def test_no_secret_lies_readable_in_the_store() -> None:
    async with running_notify() as notify:
        made = await _register(notify)

        held = repr([document async for document in notify.store.collection("webhooks").find({})])
        assert made["secret"].removeprefix("whsec_") not in held
        shown = (await notify.http.get(f"/v1/webhooks/{made['id']}", headers=POLICE)).json()
        assert "secret" not in shown


async def test_a_test_event_goes_the_whole_way() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        answer = await notify.http.post(f"/v1/webhooks/{made['id']}/test", headers=POLICE)
        await notify.send_webhooks()

        assert answer.status_code == 202
        ((_, headers, body),) = notify.poster.posted
        assert headers["webhook-id"] == answer.json()["delivery_id"]
        assert json.loads(body)["type"] == "kith.webhook.tested.v1"


async def test_another_agency_s_webhooks_do_not_exist() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        path = f"/v1/webhooks/{made['id']}"

        for method, suffix in (
            ("GET", ""),
            ("DELETE", ""),
            ("POST", "/rotate"),
            ("POST", "/test"),
            ("GET", "/attempts"),
        ):
            answer = await notify.http.request(method, path + suffix, headers=HOUSING)
            assert answer.status_code == 404, suffix
        assert (await notify.http.get("/v1/webhooks", headers=HOUSING)).json() == {"webhooks": []}
        colleague = bearer("partner:bea:police")
        assert len((await notify.http.get("/v1/webhooks", headers=colleague)).json()["webhooks"]) == 1


async def test_a_removed_webhook_hears_nothing_more() -> None:
    async with running_notify() as notify:
        made = await _register(notify)
        await notify.parts.webhooks.queue([opened()])
        assert (await notify.http.delete(f"/v1/webhooks/{made['id']}", headers=POLICE)).status_code == 204
        await notify.hear(opened())
        await notify.send_webhooks()

        assert notify.poster.posted == []


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"url": "http://partner.example/hook"}, "/url"),
        ({"url": "https://10.0.0.1/hook"}, "/url"),
        ({"url": "https://localhost/hook"}, "/url"),
        ({"url": "https://user:word@partner.example/"}, "/url"),
        ({"url": "ftp://partner.example/"}, "/url"),
        ({"streams": ["gossip"]}, "/streams"),
        ({"streams": []}, "/streams"),
        ({"types": ["kith.notification.sent.v1"]}, "/types"),
        ({"payload": "xml"}, "/payload"),
        ({"colour": "red"}, "/colour"),
    ],
)
async def test_a_wish_that_cannot_be_met_names_the_field(changes: dict[str, Any], pointer: str) -> None:
    async with running_notify() as notify:
        wish = {"url": URL, "streams": ["escalations"]} | changes
        answer = await notify.http.post("/v1/webhooks", json=wish, headers=POLICE)

        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_stream_that_is_not_shared_cannot_be_subscribed_to() -> None:
    async with running_notify() as notify:
        wish = {"url": URL, "streams": ["reports"]}
        answer = await notify.http.post("/v1/webhooks", json=wish, headers=bearer("coordinator:cy"))

        assert answer.status_code == 403
