"""Entries are confirmed again: three reminders, then a fall in rank, and never a silent end."""

from datetime import date, timedelta

import pytest

from services.networks.domain.asset import CONFIRMED_FOR, TrustState
from services.networks.domain.review import review_of
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import NOW, SetClock, an_asset
from tests.unit.networks.memory import Networks

DUE = date(2026, 5, 1) + CONFIRMED_FOR


@pytest.mark.parametrize(
    ("days", "reminders", "is_overdue"),
    [(-31, 0, False), (-30, 1, False), (-14, 2, False), (-7, 3, False), (0, 3, False), (1, 3, True), (999, 3, True)],
)
def test_there_are_three_reminders_and_then_the_entry_counts_as_unconfirmed(
    days: int, reminders: int, *, is_overdue: bool
) -> None:
    review = review_of(an_asset(last_confirmed=date(2026, 5, 1)), DUE + timedelta(days=days))

    assert (review.due_on, review.reminders, review.is_overdue) == (DUE, reminders, is_overdue)


async def test_coordinators_see_the_most_pressing_first_until_they_confirm() -> None:
    long_ago = an_asset(name="Long ago", last_confirmed=date(2025, 1, 1), trust_state=TrustState.PAUSED)
    soon = an_asset(name="Soon", last_confirmed=NOW.date() - CONFIRMED_FOR + timedelta(days=10))
    others = [an_asset(), *(an_asset(last_confirmed=date(2025, 1, 1), trust_state=s) for s in ("proposed", "removed"))]
    networks = Networks(SetClock(), soon, long_ago, *others)

    async with a_client(an_app(networks, SetClock()), "coordinator") as client:
        first = (await client.get("/v1/assets/reviews", params={"limit": 1})).json()
        await client.patch(
            f"/v1/assets/{long_ago.id}",
            json={"last_confirmed": NOW.date().isoformat()},
            headers={"If-Match": f'"{long_ago.version}"'},
        )
        left = (await client.get("/v1/assets/reviews")).json()

    assert ([item["name"] for item in first["items"]], first["waiting"]) == (["Long ago"], 2)
    assert [(item["name"], item["reminders"], item["is_overdue"]) for item in left["items"]] == [("Soon", 2, False)]


@pytest.mark.parametrize("role", ["officer", "partner", None])
async def test_reviews_are_for_coordinators(role: str | None) -> None:
    async with a_client(an_app(Networks(SetClock()), SetClock()), role) as client:
        assert (await client.get("/v1/assets/reviews")).status_code in {401, 403}
