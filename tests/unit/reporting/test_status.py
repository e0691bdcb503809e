from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.reference import ALPHABET, reference_from, reference_of
from services.reporting.domain.status import MOVES, Fact, Happening, Status, progress_of
from tests.support.reporting import NOON


def facts(*happenings: Happening) -> list[Fact]:
    return [Fact(UUID(int=n), NOON + timedelta(minutes=n), what) for n, what in enumerate(happenings, start=1)]


ORDERS = st.lists(st.sampled_from(Happening), max_size=8).map(lambda happenings: facts(*happenings))


@pytest.mark.parametrize(
    ("happenings", "status"),
    [
        ((), Status.RECEIVED),
        ((Happening.CASE_OPENED,), Status.IN_HAND),
        ((Happening.CASE_OPENED, Happening.COMMUNITY_TOOK_IT), Status.WITH_COMMUNITY),
        ((Happening.CASE_OPENED, Happening.COMMUNITY_TOOK_IT, Happening.COMMUNITY_ENDED), Status.IN_HAND),
        ((Happening.CASE_OPENED, Happening.COMMUNITY_ENDED), Status.IN_HAND),
        ((Happening.CASE_OPENED, Happening.COMMUNITY_TOOK_IT, Happening.CASE_RECONSIDERED), Status.IN_HAND),
        ((Happening.CASE_OPENED, Happening.PARTNER_TOOK_IT), Status.WITH_PARTNER),
        ((Happening.CASE_OPENED, Happening.PARTNER_TOOK_IT, Happening.CASE_RECONSIDERED), Status.WITH_PARTNER),
        ((Happening.CASE_OPENED, Happening.CASE_RESOLVED), Status.RESOLVED),
        ((Happening.CASE_OPENED, Happening.CASE_RESOLVED, Happening.CASE_RECONSIDERED), Status.IN_HAND),
        ((Happening.REPORT_WITHDRAWN, Happening.CASE_OPENED, Happening.CASE_RESOLVED), Status.WITHDRAWN),
    ],
)
def test_the_status_is_where_the_facts_lead(happenings: tuple[Happening, ...], status: Status) -> None:
    assert progress_of(NOON, facts(*happenings)).status is status


@given(ORDERS, st.randoms(use_true_random=False))
def test_order_and_repetition_of_what_arrives_change_nothing(told: list[Fact], chance: st.DrawFn) -> None:
    again = [*told, *told[:3]]
    chance.shuffle(again)  # type: ignore[attr-defined]  # hypothesis types its random as a strategy

    assert progress_of(NOON, again) == progress_of(NOON, told)


@given(ORDERS)
def test_the_timeline_begins_with_the_receipt_and_ends_with_the_status(told: list[Fact]) -> None:
    progress = progress_of(NOON, told)

    assert progress.timeline[0].status is Status.RECEIVED
    assert progress.timeline[-1].status is progress.status
    assert list(progress.timeline) == sorted(progress.timeline, key=lambda entry: entry.at)


def test_no_message_names_a_level_a_flag_or_a_person() -> None:
    words = " ".join(message.lower() for _, _, message in MOVES.values())

    assert set(MOVES) == set(Happening)
    assert not [word for word in ("level", "risk", "flag", "police", "officer", "escalat", "danger") if word in words]


@given(st.integers(min_value=0, max_value=2**40 - 1))
def test_a_reference_survives_being_read_out_and_typed(number: int) -> None:
    reference = reference_of(number)
    typed = reference.lower().replace("-", " ").replace("0", "o").replace("1", "l").replace("kth", "kth ")

    assert reference_from(typed) == reference_from(reference) == reference
    assert set(reference[4:].replace("-", "")) <= set(ALPHABET)


@pytest.mark.parametrize(
    "typed", ["", "KTH", "KTH-7F3K-9Q2", "KTH-7F3K-9Q2MM", "ABC-7F3K-9Q2M", "KTH-7F3U-9Q2M", "x" * 5000]
)
def test_what_cannot_be_a_reference_is_none(typed: str) -> None:
    assert reference_from(typed) is None
