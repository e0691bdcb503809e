from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.retry import MAIL_LADDER, WEBHOOK_LADDER, Answer, Verdict, delay_after


@given(st.integers(1, 7), st.floats(0, 1))
def test_a_wait_is_within_a_fifth_of_its_rung(attempts: int, chance: float) -> None:
    rung = WEBHOOK_LADDER[attempts]

    wait = delay_after(attempts, WEBHOOK_LADDER, chance)

    assert wait is not None
    assert rung * 0.8 <= wait <= rung * 1.2


def test_the_ladder_is_the_one_that_is_published() -> None:
    assert [rung.total_seconds() for rung in WEBHOOK_LADDER] == [0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000]


@pytest.mark.parametrize("ladder", [WEBHOOK_LADDER, MAIL_LADDER])
def test_after_the_last_rung_there_is_no_next_time(ladder: tuple[timedelta, ...]) -> None:
    assert delay_after(len(ladder), ladder, 0.5) is None


@given(st.integers(1, 7), st.floats(0, 10**9), st.sampled_from([429, 502, 504]))
def test_patience_is_granted_between_the_rung_and_twice_it(attempts: int, asked: float, status: int) -> None:
    rung = max(WEBHOOK_LADDER[attempts], timedelta(seconds=60))

    wait = delay_after(attempts, WEBHOOK_LADDER, 0.0, Answer(status, retry_after=asked))

    assert wait is not None
    assert rung <= wait <= 2 * rung


def test_an_endpoint_that_does_not_answer_in_time_is_left_alone_for_a_while() -> None:
    wait = delay_after(1, WEBHOOK_LADDER, 0.5, Answer(None, error="timeout"))

    assert wait == timedelta(seconds=60)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(200, "delivered"), (204, "delivered"), (299, "delivered"), (301, "failed"), (302, "failed"), (307, "failed"),
     (400, "failed"), (404, "failed"), (410, "gone"), (429, "slow_down"), (500, "failed"), (502, "slow_down"),
     (503, "failed"), (504, "slow_down")],
)  # fmt: skip
def test_each_status_has_its_meaning(status: int, verdict: str) -> None:
    assert Answer(status).verdict is Verdict(verdict)
