"""The streams and the list of deliveries over HTTP, each stream ending after a moment."""

import json
from pathlib import Path

import pytest

from services.notify.domain import errors
from services.notify.domain.cursor import cursor_of, positions_from
from services.notify.entrypoints.problems import PROBLEMS
from services.notify.settings import StreamSettings
from tests.support.notify import Notify, bearer, opened, running_notify
from tests.support.sse import ServerSentEvent, SseReader

POLICE, HOUSING = bearer("partner:ben:police"), bearer("partner:hal:housing")
BRIEF = StreamSettings(ping_seconds=0.01, lifetime_seconds=0.02, ring=100, per_reader=1)


async def _at_the_end(notify: Notify) -> None:
    """Let the tail find the end of the log."""
    bounds = await notify.parts.streaming.open.log.bounds(
        ["kith.reports.v1", "kith.reports.urgent.v1", "kith.escalations.v1", "kith.engagements.v1"]
    )
    notify.parts.tail.ring.open({place: end for place, (_, end) in bounds.items()})


def _events(body: bytes) -> list[ServerSentEvent]:
    return list(SseReader().feed(body))


async def test_a_stream_greets_says_what_there_is_and_ends_in_order() -> None:
    async with running_notify(streams=BRIEF) as notify:
        event = opened()
        await notify.publish(event)
        await _at_the_end(notify)

        answer = await notify.http.get("/v1/streams/escalations?since=earliest", headers=POLICE)

        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-accel-buffering"] == "no"
        assert set(positions_from(answer.headers["x-resumed-from"]).values()) == {0}
        assert answer.content.startswith(b":ok\n\nretry: 3000\n\n")
        (said,) = _events(answer.content)
        assert said.type == "message"
        assert json.loads(said.data)["id"] == str(event.event_id)
        assert sum(positions_from(said.last_event_id).values()) == 1
        assert b": ping\n\n" in answer.content or b"lifetime" in answer.content


async def test_the_id_holds_the_next_offset_of_every_partition() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await notify.publish(opened())
        await _at_the_end(notify)

        answer = await notify.http.get("/v1/streams/reports,escalations?since=0", headers=POLICE)

        (said,) = _events(answer.content)
        assert len(positions_from(said.last_event_id)) == 6
        again = POLICE | {"Last-Event-ID": said.last_event_id}
        resumed = await notify.http.get("/v1/streams/reports,escalations?since=0", headers=again)
        assert _events(resumed.content) == []
        assert resumed.headers["x-resumed-from"] == said.last_event_id


@pytest.mark.parametrize("accept", ["application/x-ndjson", "application/json"])
async def test_lines_of_json_carry_the_cursor_in_the_event(accept: str) -> None:
    async with running_notify(streams=BRIEF) as notify:
        await notify.publish(opened(), opened())
        await _at_the_end(notify)

        answer = await notify.http.get("/v1/streams/escalations?since=earliest", headers=POLICE | {"Accept": accept})

        lines = [json.loads(line) for line in answer.content.splitlines() if line]
        assert answer.headers["content-type"] == "application/x-ndjson"
        assert [line["specversion"] for line in lines] == ["1.0", "1.0"]
        assert sum(positions_from(lines[-1]["cursor"]).values()) == 2


async def test_the_longer_form_of_a_cursor_is_read_too() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await notify.publish(opened())
        await _at_the_end(notify)
        places = [{"topic": "kith.escalations.v1", "partition": n, "offset": 0} for n in (0, 1)]

        answer = await notify.http.get(f"/v1/streams/escalations?last_event_id={json.dumps(places)}", headers=POLICE)

        assert len(_events(answer.content)) == 1


async def test_a_gap_is_the_first_thing_that_is_said() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await notify.publish(*(opened() for _ in range(40)))
        for partition in notify.bus.partitions("kith.escalations.v1"):
            notify.bus.trim(partition, 2)
        await _at_the_end(notify)
        cursor = "v1;kith.escalations.v1=0:0,1:0"

        answer = await notify.http.get("/v1/streams/escalations", headers=POLICE | {"Last-Event-ID": cursor})

        first, *rest = _events(answer.content)
        assert first.type == "gap"
        assert json.loads(first.data)["reason"] == "retention"
        assert answer.headers["x-resumed-from"] == "v1;kith.escalations.v1=0:2,1:2"
        assert len(rest) == 36


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/v1/streams/escalations", {}, 401),
        ("/v1/streams/escalations", bearer("service.triage:triage"), 403),
        ("/v1/streams/escalations", bearer("partner:fay:fire"), 403),
        ("/v1/streams/reports", bearer("coordinator:cy"), 403),
        ("/v1/streams/gossip", POLICE, 404),
        ("/v1/streams/escalations,gossip", POLICE, 404),
        ("/v1/streams/escalations?since=yesterday", POLICE, 400),
        ("/v1/streams/escalations?since=-5", POLICE, 400),
        ("/v1/streams/escalations?since=9999999999999999", POLICE, 400),
        ("/v1/streams/escalations", POLICE | {"Last-Event-ID": "rubbish"}, 400),
        ("/v1/streams/escalations", POLICE | {"Last-Event-ID": '[{"topic": 1}]'}, 400),
        ("/v1/streams/escalations", POLICE | {"Last-Event-ID": "v1;kith.notifications.v1=0:0"}, 400),
        ("/v1/streams/escalations", bearer("coordinator:cy") | {"Last-Event-ID": "v1;kith.reports.v1=0:0"}, 403),
        ("/v1/deliveries", POLICE, 403),
        ("/v1/nothing", POLICE, 404),
    ],
)
async def test_what_cannot_be_had_is_a_problem(path: str, headers: dict[str, str], status: int) -> None:
    async with running_notify(streams=BRIEF) as notify:
        await _at_the_end(notify)
        answer = await notify.http.get(path, headers=headers)

        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("since", ["1700000000000", "2026-11-20", "2026-11-20T10:00:00Z", "2026-11-20T10:00:00+01:00"])
async def test_a_moment_is_read_in_every_usual_form(since: str) -> None:
    async with running_notify(streams=BRIEF) as notify:
        await _at_the_end(notify)
        answer = await notify.http.get(f"/v1/streams/escalations?since={since}", headers=POLICE)

        assert answer.status_code == 200


async def test_the_cursor_weighs_more_than_since() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await notify.publish(opened())
        await _at_the_end(notify)
        now = cursor_of({place: at for place, at in notify.parts.tail.positions.items() if "escal" in place.topic})

        answer = await notify.http.get("/v1/streams/escalations?since=0", headers=POLICE | {"Last-Event-ID": now})

        assert _events(answer.content) == []


async def test_before_the_end_of_the_log_is_found_a_stream_is_to_be_asked_for_again() -> None:
    async with running_notify(streams=BRIEF) as notify:
        answer = await notify.http.get("/v1/streams/escalations", headers=POLICE)

        assert answer.status_code == 503
        assert answer.headers["retry-after"]


async def test_too_many_streams_are_refused_and_a_seat_is_given_back() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await _at_the_end(notify)
        notify.parts.streaming.seats.take("ben")
        assert (await notify.http.get("/v1/streams/escalations", headers=POLICE)).status_code == 429
        notify.parts.streaming.seats.leave("ben")

        for _ in range(3):
            assert (await notify.http.get("/v1/streams/escalations", headers=POLICE)).status_code == 200


async def test_a_process_that_stops_takes_no_stream() -> None:
    async with running_notify(streams=BRIEF) as notify:
        await _at_the_end(notify)
        notify.parts.tail.close()
        answer = await notify.http.get("/v1/streams/escalations", headers=POLICE)

        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "1"


async def test_the_directory_says_what_is_shared_and_links_to_a_schema() -> None:
    async with running_notify() as notify:
        streams = (await notify.http.get("/v1/streams", headers=bearer("coordinator:cy"))).json()["streams"]

        assert {stream["name"]: stream["shared_with_you"] for stream in streams} == {
            "reports": False,
            "escalations": True,
            "engagements": True,
        }
        for stream in streams:
            schema = (await notify.http.get(stream["schema_url"], headers=POLICE)).json()
            assert {one["title"] for one in schema["oneOf"]} == set(stream["types"])
            assert "flags" not in json.dumps(schema)


async def test_staff_see_what_became_of_messages_and_deliveries_page_by_page() -> None:
    async with running_notify() as notify:
        wish = {"url": "https://partner.example/", "streams": ["escalations"]}
        await notify.http.post("/v1/webhooks", json=wish, headers=HOUSING)
        await notify.hear(*(opened() for _ in range(3)))
        seen: list[dict[str, str]] = []
        cursor = ""
        while True:
            path = f"/v1/deliveries?limit=4{cursor}"
            page = (await notify.http.get(path, headers=bearer("officer:ann"))).json()
            seen += page["items"]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"

        assert len({line["id"] for line in seen}) == len(seen) == 6
        assert {line["kind"] for line in seen} == {"email", "webhook"}


def test_every_error_of_the_domain_has_its_problem() -> None:
    family = {
        found
        for found in vars(errors).values()
        if isinstance(found, type) and issubclass(found, errors.NotifyError) and found is not errors.NotifyError
    }

    assert family == set(PROBLEMS)


def test_templates_come_in_pairs() -> None:
    folder = Path(errors.__file__).parents[1] / "adapters/templates/v1/en"

    assert {path.stem for path in folder.glob("*.txt")} == {
        path.stem for path in folder.glob("*.html") if path.stem != "layout"
    }
