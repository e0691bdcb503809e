"""Dead letters carry their reason and origin, stop at a limit, and can be given back."""

from datetime import UTC, datetime

import pytest

from shared.messaging.dead_letters import DeadLetters, reason_of
from shared.messaging.errors import PoisonMessageError, PublishFailedError, TooManyDeadLettersError
from shared.messaging.limits import DeadLetterLimits
from shared.messaging.record import OutgoingRecord, Record
from shared.messaging.replay import dead_letter_from, dead_letters_of, replay_dead_letters
from tests.support.events import a_report, as_read, on
from tests.support.memory_bus import MemoryBus


class SetClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


def dead_letters(bus: MemoryBus, limits: DeadLetterLimits | None = None) -> DeadLetters:
    return DeadLetters(bus.publisher(), SetClock(), limits or DeadLetterLimits())


def a_record(offset: int = 7) -> Record:
    return as_read(on("t", a_report(offset)), offset=offset)


def a_bus() -> MemoryBus:
    return MemoryBus({"t": 2, "t.dlq": 1})


async def test_a_dead_letter_says_where_it_came_from_and_why() -> None:
    bus, record = a_bus(), a_record()

    await dead_letters(bus).send(record, PoisonMessageError("no such case"), group="triage")

    letter = dead_letter_from(bus.records("t.dlq")[0])
    assert letter is not None
    assert (letter.topic, letter.partition, letter.offset) == ("t", 0, 7)
    assert (letter.reason, letter.error, letter.group) == ("no such case", "PoisonMessageError", "triage")
    assert letter.failed_at == "2026-11-22T13:00:00.000Z"
    assert letter.event_type == "kith.report.submitted.v1"
    assert (letter.record.key, letter.record.value) == (record.key, record.value)


async def test_a_dead_letter_that_is_not_stored_is_the_callers_to_send_again() -> None:
    bus = a_bus()
    bus.refused_topics.add("t.dlq")

    with pytest.raises(PublishFailedError):
        await dead_letters(bus).send(a_record(), KeyError(), group="triage")


def test_the_text_of_an_unexpected_error_is_kept_out() -> None:
    with pytest.raises(ValueError, match="Ann") as raised:
        int("Ann Person, 07700 900123")

    reason = reason_of(raised.value)

    assert reason.startswith("ValueError at test_the_text_of_an_unexpected_error_is_kept_out, line ")
    assert "Ann" not in reason


def test_a_hundred_in_a_row_stop_the_line() -> None:
    letters = dead_letters(a_bus())
    letters.count_valid(5000)
    for _ in range(99):
        letters.count_invalid()

    with pytest.raises(TooManyDeadLettersError, match="100 records in a row"):
        letters.count_invalid()


def test_one_good_record_ends_a_row() -> None:
    letters = dead_letters(a_bus(), DeadLetterLimits(consecutive=3, minimum=1000))
    for _ in range(20):
        letters.count_invalid()
        letters.count_invalid()
        letters.count_valid(1)


def test_more_than_half_of_a_window_stop_the_line() -> None:
    letters = dead_letters(a_bus(), DeadLetterLimits(window=100, minimum=20, consecutive=1000))
    letters.count_valid(50)
    for _ in range(50):
        letters.count_invalid()

    with pytest.raises(TooManyDeadLettersError, match="51 of the last 100"):
        letters.count_invalid()


def test_a_few_bad_records_at_the_start_stop_nothing() -> None:
    letters = dead_letters(a_bus(), DeadLetterLimits(window=100, minimum=20, consecutive=1000))

    for _ in range(19):
        letters.count_invalid()


def test_bad_records_leave_the_window_in_time() -> None:
    letters = dead_letters(a_bus(), DeadLetterLimits(window=100, minimum=20, consecutive=1000))
    letters.count_valid(60)
    for _ in range(40):
        letters.count_invalid()
    letters.count_valid(100)

    for _ in range(50):
        letters.count_invalid()


async def test_chosen_dead_letters_are_given_back_as_they_were() -> None:
    bus = a_bus()
    letters = dead_letters(bus)
    await letters.send(a_record(1), PoisonMessageError("wanted"), group="triage")
    await letters.send(a_record(2), PoisonMessageError("left"), group="triage")
    bus.append(OutgoingRecord("t.dlq", None, b"put there by somebody else", ()))

    count = await replay_dead_letters(
        bus.reader(), bus.publisher(), "t", wanted=lambda letter: letter.reason == "wanted"
    )

    back = bus.records("t")
    assert count == 1
    assert (back[0].key, back[0].value) == (a_record(1).key, a_record(1).value)
    assert back[0].headers == (*a_record(1).headers, ("kith-replay-of", b"t.dlq/0/0"))


async def test_what_fails_again_says_so_once() -> None:
    bus = a_bus()
    letters = dead_letters(bus)
    await letters.send(a_record(1), PoisonMessageError("first"), group="triage")
    await replay_dead_letters(bus.reader(), bus.publisher(), "t", wanted=lambda _: True)

    await letters.send(bus.records("t")[0], PoisonMessageError("again"), group="triage")

    found = [letter async for letter in dead_letters_of(bus.reader(), "t")]
    assert [letter.reason for letter in found] == ["first", "again"]
