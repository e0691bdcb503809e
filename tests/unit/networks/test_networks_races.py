"""What holds whatever happens at the same time: two replicas, any order of events, answers, recalls and outages."""

import asyncio
from collections import Counter
from collections.abc import Awaitable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.networks.domain.asset import Consent
from services.networks.domain.errors import NetworksError
from services.networks.domain.offers import Move, OfferState
from shared.contracts.networks import EngagementExpired, EngagementOffered, MatchingEnded
from shared.contracts.triage import CaseOpened, CommunityDecision
from shared.persistence.errors import StoreUnavailableError
from shared.runtime.errors import TransientError
from shared.runtime.ids import derived_id
from tests.support.memory_store import Fault
from tests.unit.networks.builders import SetClock, an_asset, case_closed, case_escalated, case_opened, flagged
from tests.unit.networks.replicas import Cluster, Replica

MAY = [case_opened() for _ in range(3)]
MAY_NOT = [
    case_opened(level=3),
    case_opened(flags=flagged("domestic_abuse")),
    case_opened(category="saf.child"),
    case_opened(community=CommunityDecision(allowed=False)),
]
CASES = MAY + MAY_NOT
ANSWERS = (Move.ACCEPT, Move.DECLINE, Move.COMPLETE, Move.FIND_UNSAFE, Move.EXPIRE)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["open", "escalate", "close", "answer", "answer", "tick"]),
        st.sampled_from(CASES),
        st.sampled_from(ANSWERS),
        st.sampled_from([1, 2]),
        st.sampled_from([0, 1]),
    ),
    max_size=14,
)


def act(replica: Replica, kind: str, case: CaseOpened, move: Move, number: int) -> Awaitable[object]:
    if kind == "open":
        return replica.do.begin_matching([case])
    if kind == "escalate":
        return replica.do.recall_offers([case_escalated(case)])
    if kind == "close":
        return replica.do.recall_offers([case_closed(case)])
    if kind == "tick":
        return replica.timers.tick()
    return replica.do.answer_offer(derived_id(case.case_id, "offer", str(number)), move)


async def attempted(doing: Awaitable[object]) -> None:
    try:
        await doing
    except (NetworksError, TransientError):
        return


async def hold(cluster: Cluster) -> None:
    """Check every promise about offers on what is stored and announced."""
    allowed = {case.case_id for case in MAY}
    for engagement in await cluster.engagements():
        assert len(engagement.offers) <= 2
        assert sum(offer.is_open for offer in engagement.offers) <= 1
        assert len(engagement.asked) == len(engagement.offers)
        assert not engagement.offers or engagement.concern.case_id in allowed
        assert engagement.ending is None or engagement.open_offer is None
    events = await cluster.announced()
    assert max(Counter(event.event_id for event in events).values(), default=0) <= 1
    assert all(event.level <= 2 for event in events if isinstance(event, EngagementOffered))
    for asset in await cluster.assets():
        assert asset.open <= asset.max_open


async def play(steps: list[tuple[str, CaseOpened, Move, int, int]], at_once: int) -> None:
    clock = SetClock()
    cluster = Cluster(clock)
    willing = [an_asset(max_open=1), an_asset(), an_asset(areas=("E08000034",))]
    await cluster.enter([*willing, an_asset(consent=Consent())])
    for start in range(0, len(steps), at_once):
        batch = [
            attempted(act(cluster.replicas[on], kind, case, move, number))
            for kind, case, move, number, on in steps[start : start + at_once]
        ]
        await asyncio.gather(*batch)
        clock.advance(timedelta(hours=13))
        await hold(cluster)
    for replica in cluster.replicas:
        await replica.do.sweep_reservations()
    held = {offer.id for engagement in await cluster.engagements() for offer in engagement.offers if offer.is_open}
    assets = await cluster.assets()
    assert {place.engagement_id for asset in assets for place in asset.reservations} == held
    assert all(not asset.asked for asset in assets if not asset.consent.receives_offers)


@settings(max_examples=120, deadline=None)
@given(STEPS, st.integers(1, 6))
def test_no_order_of_events_breaks_a_promise(steps: list[tuple[str, CaseOpened, Move, int, int]], at_once: int) -> None:
    asyncio.run(play(steps, at_once))


async def test_two_replicas_make_one_offer_and_hold_one_place() -> None:
    clock, opened = SetClock(), case_opened()
    for _ in range(20):
        cluster = Cluster(clock)
        await cluster.enter(an_asset() for _ in range(5))

        await asyncio.gather(*(replica.do.begin_matching([opened]) for replica in cluster.replicas * 2))

        assert [type(event) for event in await cluster.announced()] == [EngagementOffered]
        assert sum(asset.open for asset in await cluster.assets()) == 1
        assert sum(len(asset.asked) for asset in await cluster.assets()) == 1


async def test_an_acceptance_at_the_moment_of_a_recall_ends_recalled() -> None:
    for _ in range(20):
        cluster, opened = Cluster(SetClock()), case_opened()
        await cluster.enter([an_asset()])
        await cluster.replicas[0].do.begin_matching([opened])
        engagement_id = derived_id(opened.case_id, "offer", "1")

        await asyncio.gather(
            attempted(cluster.replicas[0].do.answer_offer(engagement_id, Move.ACCEPT)),
            cluster.replicas[1].do.recall_offers([case_escalated(opened)]),
        )

        (engagement,) = await cluster.engagements()
        assert engagement.offers[0].state is OfferState.RECALLED
        assert [asset.open for asset in await cluster.assets()] == [0]


async def test_a_refusal_at_the_moment_of_a_recall_holds_no_place_for_a_second_offer() -> None:
    for _ in range(20):
        cluster, opened = Cluster(SetClock()), case_opened()
        await cluster.enter([an_asset(), an_asset()])
        await cluster.replicas[0].do.begin_matching([opened])

        await asyncio.gather(
            attempted(cluster.replicas[0].do.answer_offer(derived_id(opened.case_id, "offer", "1"), Move.DECLINE)),
            cluster.replicas[1].do.recall_offers([case_escalated(opened)]),
        )

        (engagement,) = await cluster.engagements()
        assert engagement.open_offer is None
        assert [asset.open for asset in await cluster.assets()] == [0, 0]


async def test_an_opening_at_the_moment_of_a_recall_leaves_nothing_open() -> None:
    for _ in range(20):
        cluster, opened = Cluster(SetClock()), case_opened()
        await cluster.enter([an_asset()])

        await asyncio.gather(
            cluster.replicas[0].do.begin_matching([opened]),
            cluster.replicas[1].do.recall_offers([case_escalated(opened)]),
        )

        (engagement,) = await cluster.engagements()
        assert engagement.open_offer is None
        assert [asset.open for asset in await cluster.assets()] == [0]


async def test_two_replicas_expire_an_offer_once_and_offer_the_next_once() -> None:
    clock, opened = SetClock(), case_opened()
    cluster = Cluster(clock)
    await cluster.enter(an_asset() for _ in range(4))
    await cluster.replicas[0].do.begin_matching([opened])
    clock.advance(timedelta(hours=48))

    await asyncio.gather(*(replica.timers.tick() for replica in cluster.replicas))

    kinds = [type(event) for event in await cluster.announced()]
    assert kinds == [EngagementOffered, EngagementExpired, EngagementOffered]
    assert sum(asset.open for asset in await cluster.assets()) == 1


async def test_the_last_place_goes_to_one_of_two_cases() -> None:
    cluster = Cluster(SetClock())
    await cluster.enter([an_asset(max_open=1)])

    await asyncio.gather(*(replica.do.begin_matching([case_opened()]) for replica in cluster.replicas))

    kinds = sorted(type(event).__name__ for event in await cluster.announced())
    assert kinds == [EngagementOffered.__name__, MatchingEnded.__name__]


CRASHES = [
    Fault("find_and_update", after_effect=False),
    Fault("find_and_update", after_effect=True),
    Fault("insert_absent", after_effect=False, collection="engagement_index"),
    Fault("insert_absent", after_effect=True, collection="engagement_index"),
    Fault("insert_absent", after_effect=False, collection="engagements"),
    Fault("insert_absent", after_effect=True, collection="engagements"),
]


@pytest.mark.parametrize("fault", CRASHES, ids=str)
async def test_whatever_fails_on_the_way_a_repetition_makes_it_whole(fault: Fault) -> None:
    clock, opened = SetClock(), case_opened()
    cluster = Cluster(clock)
    await cluster.enter(an_asset() for _ in range(3))
    cluster.database.faults.plan(fault)
    with pytest.raises(StoreUnavailableError):
        await cluster.replicas[0].do.begin_matching([opened])

    clock.advance(timedelta(minutes=11))
    await cluster.replicas[1].do.begin_matching([opened])
    await cluster.replicas[1].do.sweep_reservations()

    assert [type(event) for event in await cluster.announced()] == [EngagementOffered]
    assert sum(asset.open for asset in await cluster.assets()) == 1
