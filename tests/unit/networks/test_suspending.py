"""When something grave comes up in a case, whoever had taken it on is asked nothing more until a person has looked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.concern import NEVER_WITH_COMMUNITY, SUSPENDING
from services.networks.domain.offers import Move, OfferState
from shared.contracts.triage import CaseEscalated, CaseOpened
from shared.runtime.ids import derived_id
from tests.unit.networks.builders import SetClock, an_asset, case_escalated, case_opened, flagged
from tests.unit.networks.memory import Networks

GRAVE = flagged("adult_safeguarding")


class World:
    def __init__(self, *assets: Asset) -> None:
        self.clock = SetClock()
        self.asset = an_asset(max_open=3)
        self.networks = Networks(self.clock, self.asset, *assets)
        self.opened = case_opened()

    async def begun(self, opened: CaseOpened, *moves: Move) -> None:
        await self.networks.do.begin_matching([opened])
        for move in moves:
            await self.networks.do.answer_offer(derived_id(opened.case_id, "offer", "1"), move)

    async def heard(self, *events: CaseEscalated) -> None:
        await self.networks.do.recall_offers(events)

    @property
    def kept(self) -> Asset:
        return self.networks.assets.stored[self.asset.id]

    def state(self, opened: CaseOpened) -> OfferState:
        return self.networks.engagements.stored[opened.case_id].engagement.offers[0].state


@pytest.mark.parametrize("moves", [(Move.ACCEPT,), (Move.ACCEPT, Move.COMPLETE), (Move.ACCEPT, Move.DECLINE)])
async def test_an_asset_that_took_the_case_on_is_paused_and_the_case_noted(moves: tuple[Move, ...]) -> None:
    world = World()
    await world.begun(world.opened, *moves)

    await world.heard(case_escalated(world.opened, flags=GRAVE))

    assert world.kept.trust_state is TrustState.PAUSED
    assert [held.case_id for held in world.kept.suspensions] == [world.opened.case_id]


@pytest.mark.parametrize("moves", [(), (Move.DECLINE,)])
async def test_an_asset_that_was_only_asked_is_left_alone(moves: tuple[Move, ...]) -> None:
    world = World()
    await world.begun(world.opened, *moves)

    await world.heard(case_escalated(world.opened, flags=GRAVE))

    assert (world.kept.trust_state, world.kept.suspensions) == (TrustState.ACTIVE, ())


async def test_an_escalation_about_something_else_recalls_and_pauses_nobody() -> None:
    world = World()
    await world.begun(world.opened, Move.ACCEPT)

    await world.heard(case_escalated(world.opened, flags=flagged("repeat_location", blocking=False)))

    assert world.state(world.opened) is OfferState.RECALLED
    assert world.kept.trust_state is TrustState.ACTIVE


async def test_what_a_paused_asset_holds_elsewhere_goes_to_the_next_and_its_own_case_to_nobody() -> None:
    world = World(an_asset(name="Another", offers=("env.litter", "env.graffiti"), max_open=3))
    elsewhere = case_opened()
    await world.begun(world.opened, Move.ACCEPT)
    await world.begun(elsewhere)
    assert world.networks.engagements.stored[elsewhere.case_id].engagement.offers[0].asset_id == world.asset.id

    await world.heard(case_escalated(world.opened, flags=GRAVE))

    offers = [stored.engagement.offers for stored in world.networks.engagements.stored.values()]
    assert [len(made) for made in offers] == [1, 2]
    assert (world.state(world.opened), world.state(elsewhere)) == (OfferState.RECALLED, OfferState.DECLINED)
    assert world.kept.reservations == ()


async def test_the_same_event_heard_again_does_not_undo_what_a_person_decided() -> None:
    world = World()
    await world.begun(world.opened, Move.ACCEPT)
    escalated = case_escalated(world.opened, flags=GRAVE)
    await world.heard(escalated, escalated)
    paused = world.kept
    await world.networks.do.change_asset(paused.id, paused.version, lambda a: replace(a, trust_state=TrustState.ACTIVE))

    await world.heard(escalated)

    assert world.kept.trust_state is TrustState.ACTIVE
    assert len(world.kept.suspensions) == 1


async def test_a_new_event_about_a_done_case_still_pauses() -> None:
    world = World()
    await world.begun(world.opened, Move.ACCEPT, Move.COMPLETE)
    world.clock.advance(timedelta(days=20))

    await world.heard(case_escalated(world.opened, flags=flagged("position_of_trust")))

    assert world.kept.trust_state is TrustState.PAUSED


@pytest.mark.parametrize("state", [TrustState.PROPOSED, TrustState.REMOVED, TrustState.PAUSED])
async def test_an_asset_that_is_out_of_use_already_keeps_its_state_and_the_note(state: TrustState) -> None:
    world = World()
    await world.begun(world.opened, Move.ACCEPT)
    world.networks.assets.stored[world.asset.id] = replace(world.kept, trust_state=state)

    await world.heard(case_escalated(world.opened, flags=GRAVE))

    assert (world.kept.trust_state, len(world.kept.suspensions)) == (state, 1)


def test_whatever_pauses_an_asset_also_keeps_a_case_from_the_community() -> None:
    assert SUSPENDING <= NEVER_WITH_COMMUNITY


async def test_a_grave_case_that_was_never_offered_pauses_nobody() -> None:
    world = World()

    await world.heard(case_escalated(case_opened(), flags=GRAVE))

    assert world.kept == world.asset
