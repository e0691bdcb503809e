import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.cursor import Bookmark, Place, cursor_of, positions_from
from services.notify.domain.errors import CursorError

places = st.builds(Place, st.sampled_from(["kith.reports.v1", "kith.engagements.v1"]), st.integers(0, 99))
positions = st.dictionaries(places, st.integers(0, 10**17), min_size=1)


@given(positions)
def test_a_cursor_says_exactly_the_positions_it_was_made_of(given_positions: dict[Place, int]) -> None:
    cursor = cursor_of(given_positions)

    assert positions_from(cursor) == given_positions
    assert cursor.isascii()
    assert cursor.isprintable()


@given(st.text())
def test_rubbish_is_refused_and_nothing_worse(text: str) -> None:
    with contextlib.suppress(CursorError):
        assert positions_from(text)


@pytest.mark.parametrize(
    "cursor",
    ["", "v1", "v1;", "v2;t=0:1", "v1;t", "v1;t=", "v1;t=0", "v1;t=0:-1", "v1;t=0:1,0:2", "v1;a b=0:1", "v1;t=0:1x",
     "v1;t=0:" + "9" * 19, "v1;" + "t=0:1;" * 9_000],
)  # fmt: skip
def test_a_broken_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(CursorError):
        positions_from(cursor)


@given(positions, st.lists(st.tuples(places, st.integers(0, 10**6))))
def test_a_bookmark_gives_the_cursor_of_its_positions_at_every_step(
    given_positions: dict[Place, int], steps: list[tuple[Place, int]]
) -> None:
    bookmark = Bookmark(given_positions)

    for place, offset in steps:
        before = bookmark.positions.get(place)
        moved = bookmark.pass_over(place, offset)
        assert moved == (before is not None and offset >= before)
        assert bookmark.cursor == cursor_of(bookmark.positions)
