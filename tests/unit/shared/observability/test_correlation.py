"""The ids that tie a request's traces together, by the W3C rules."""

import asyncio
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.observability.correlation import (
    correlated,
    correlation_of,
    current,
    current_correlation_id,
    current_traceparent,
    trace_from,
)

TRACE = "0af7651916cd43dd8448eb211c80319c"
SPAN = "b7ad6b7169203331"


@pytest.mark.parametrize(("flags", "sampled"), [("01", True), ("00", False), ("03", True), ("02", False)])
def test_a_traceparent_is_continued_by_a_new_hop(flags: str, *, sampled: bool) -> None:
    correlation = correlation_of(f"00-{TRACE}-{SPAN}-{flags}", None)

    assert correlation.trace.trace_id == TRACE
    assert correlation.trace.span_id != SPAN
    assert correlation.trace.sampled is sampled


def test_a_later_version_is_read_as_far_as_it_is_known() -> None:
    assert trace_from(f"cc-{TRACE}-{SPAN}-01-what-comes-later") is not None


@pytest.mark.parametrize(
    "broken",
    [
        None,
        "",
        "rubbish",
        f"ff-{TRACE}-{SPAN}-01",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"00-{TRACE}-{SPAN}-01-more",
        f"00-{TRACE}-{SPAN}",
        f"00-{TRACE}-{SPAN}-0g",
        f"00-{TRACE}-{SPAN}-01\n",
    ],
)
def test_a_broken_traceparent_starts_a_new_trace(broken: str | None) -> None:
    correlation = correlation_of(broken, None)

    assert trace_from(broken) is None
    assert len(correlation.trace.trace_id) == 32


@given(st.text(max_size=80))
def test_no_header_breaks_the_reading(text: str) -> None:
    correlation = correlation_of(text, text, None)

    assert trace_from(correlation.trace.traceparent) == correlation.trace


def test_a_correlation_id_is_kept_when_it_is_one() -> None:
    given_id = "01890a5d-ac96-774b-bcce-b302099a8057"

    assert correlation_of(None, given_id).correlation_id == UUID(given_id)
    assert isinstance(correlation_of(None, "rubbish").correlation_id, UUID)


async def test_tasks_do_not_see_each_others_ids() -> None:
    async def work(number: int) -> bool:
        mine = correlation_of(None, None, str(number))
        with correlated(mine):
            await asyncio.sleep(0)
            return current() is mine and current_correlation_id() == mine.correlation_id

    assert all(await asyncio.gather(*(work(number) for number in range(20))))
    assert current() is None
    assert current_traceparent() is None
