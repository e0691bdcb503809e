"""What networks' stores promise to its use cases; subclassed once per backend, which gives the stores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest

from services.networks.application.announcements import announcements
from services.networks.application.ports import AreaCounts, Assets, Engagements, Groups, People
from services.networks.domain.area_counts import AreaCount
from services.networks.domain.asset import Reservation, Suspension, TrustState
from services.networks.domain.checks import Check, Said
from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import (
    AssetNotFoundError,
    ChangedMeanwhileError,
    EngagementNotFoundError,
    GroupNotFoundError,
    PersonNotFoundError,
)
from services.networks.domain.listing import Address, Listing, OpenTime, Place, Weekday
from services.networks.domain.network_assessment import Axis, Confidence, NetworkAssessment, Strength
from services.networks.domain.offers import TIME_TO_ANSWER, Move, Offer
from services.networks.domain.people import Group, GroupForm, Person
from shared.contracts.event import Event
from shared.runtime.ids import new_id
from tests.unit.networks.builders import NOW, TRAINED, WARD, a_concern, an_asset


@dataclass(frozen=True, slots=True)
class Backend:
    """One backend's stores."""

    engagements: Engagements
    assets: Assets
    people: People
    groups: Groups
    area_counts: AreaCounts


LISTED = Listing(
    "Growing together",
    "Growers",
    "https://growers.example.org",
    16,
    99,
    (OpenTime(Weekday.FRIDAY, time(18), time(19, 30)),),
    Place("Allotments", 53.6, -1.8, Address("Long Lane", "Huddersfield", "West Yorkshire", "HD1 1AA")),
)
ASSESSED = NetworkAssessment(
    "the park after dark",
    Axis(Strength.STRONG, ("walks there most evenings, council log 12",)),
    Axis(Strength.UNKNOWN),
    Confidence.LOW,
    "a-coordinator",
    NOW,
    date(2026, 12, 1),
)


def an_engagement() -> tuple[Engagement, Offer]:
    offer = Offer(new_id(), 1, new_id(), WARD, NOW, NOW + TIME_TO_ANSWER)
    return Engagement(a_concern()).offering(offer), offer


def events_of(engagement: Engagement) -> Sequence[Event]:
    return announcements(None, engagement, NOW, None)


class EngagementsContract:
    async def test_what_is_added_is_found_by_case_and_by_offer(self, backend: Backend) -> None:
        engagement, offer = an_engagement()
        case_id = engagement.concern.case_id

        await backend.engagements.point(offer.id, case_id)
        await backend.engagements.point(offer.id, case_id)
        added = await backend.engagements.add([(engagement, events_of(engagement))])

        assert added == {case_id}
        assert (await backend.engagements.find(offer.id)).engagement == engagement
        assert (await backend.engagements.get_many([case_id, new_id()])).keys() == {case_id}

    async def test_a_case_has_one_engagement(self, backend: Backend) -> None:
        engagement, _ = an_engagement()
        await backend.engagements.add([(engagement, ())])

        assert not await backend.engagements.add([(replace(engagement, offers=()), ())])
        assert await backend.engagements.add([(engagement, events_of(engagement))]) == frozenset()
        case_id = engagement.concern.case_id
        assert (await backend.engagements.get_many([case_id]))[case_id].engagement == engagement

    async def test_absent_ones_are_stored_and_named(self, backend: Backend) -> None:
        there, new = an_engagement()[0], Engagement(a_concern())
        await backend.engagements.add([(there, ())])

        assert await backend.engagements.add([(there, ()), (new, ())]) == {new.concern.case_id}
        assert await backend.engagements.add([]) == frozenset()

    async def test_of_two_changes_of_one_state_the_first_is_kept(self, backend: Backend) -> None:
        engagement, offer = an_engagement()
        case_id = engagement.concern.case_id
        await backend.engagements.point(offer.id, case_id)
        await backend.engagements.add([(engagement, events_of(engagement))])
        read = await backend.engagements.find(offer.id)
        accepted, recalled = engagement.moved(offer.id, Move.ACCEPT, NOW), engagement.recalled(NOW)

        first = await backend.engagements.save(accepted, read.revision, events_of(accepted))
        second = await backend.engagements.save(recalled, read.revision, events_of(recalled))
        again = await backend.engagements.find(offer.id)

        assert (first, second) == (True, False)
        assert again.engagement == accepted
        assert await backend.engagements.save(accepted.recalled(NOW), again.revision, ())

    async def test_an_unknown_offer_is_not_found_even_with_a_pointer(self, backend: Backend) -> None:
        engagement = Engagement(a_concern())
        await backend.engagements.add([(engagement, ())])
        orphan = new_id()
        await backend.engagements.point(orphan, engagement.concern.case_id)

        for engagement_id in (orphan, new_id()):
            with pytest.raises(EngagementNotFoundError):
                await backend.engagements.find(engagement_id)

    async def test_unanswered_offers_are_listed_until_their_answer(self, backend: Backend) -> None:
        engagement, offer = an_engagement()
        await backend.engagements.point(offer.id, engagement.concern.case_id)
        await backend.engagements.add([(engagement, ())])
        later = NOW + TIME_TO_ANSWER + timedelta(seconds=1)

        assert [due.engagement_id async for due in backend.engagements.unanswered(later)] == [offer.id]
        assert [due async for due in backend.engagements.unanswered(NOW)] == []
        read = await backend.engagements.find(offer.id)
        await backend.engagements.save(engagement.moved(offer.id, Move.ACCEPT, NOW), read.revision, ())
        assert [due async for due in backend.engagements.unanswered(later)] == []

    async def test_an_offer_that_was_taken_on_is_listed_until_both_sides_were_asked(self, backend: Backend) -> None:
        engagement, offer = an_engagement()
        taken = engagement.moved(offer.id, Move.ACCEPT, NOW)
        await backend.engagements.point(offer.id, engagement.concern.case_id)
        await backend.engagements.add([(taken, ())])
        later, read = NOW + timedelta(days=7), await backend.engagements.find(offer.id)
        noted = taken.checked(offer.id, Check(7, Said.WELL, Said.WELL, later, "officer"))

        assert [found async for found in backend.engagements.to_check(NOW)] == []
        assert taken in [found async for found in backend.engagements.to_check(later)]
        assert await backend.engagements.save(noted, read.revision, ())
        assert noted not in [found async for found in backend.engagements.to_check(later)]
        assert (await backend.engagements.find(offer.id)).engagement == noted
        assert noted in [found async for found in backend.engagements.to_check(NOW + timedelta(days=28))]


class AssetsContract:
    async def test_what_is_added_comes_back_the_same(self, backend: Backend) -> None:
        asset = an_asset(
            safeguarding=TRAINED,
            conflicts=("env.litter",),
            cool_off_until=NOW,
            network_id=new_id(),
            listing=LISTED,
            suspensions=(Suspension(new_id(), new_id(), NOW),),
        )

        assert await backend.assets.add(asset, NOW)
        assert not await backend.assets.add(an_asset(id=asset.id), NOW)
        assert await backend.assets.get(asset.id) == asset

    async def test_an_unknown_asset_is_said_to_be_unknown(self, backend: Backend) -> None:
        with pytest.raises(AssetNotFoundError):
            await backend.assets.get(new_id())

    async def test_a_change_keeps_the_load_and_needs_the_version(self, backend: Backend) -> None:
        asset = an_asset()
        await backend.assets.add(asset, NOW)
        await backend.assets.reserve(asset, Reservation(new_id(), new_id(), NOW))

        saved = await backend.assets.save(replace(asset, name="New name"), NOW)

        assert (saved.name, saved.version, saved.open) == ("New name", 2, 1)
        with pytest.raises(ChangedMeanwhileError):
            await backend.assets.save(asset, NOW)

    async def test_places_are_taken_up_to_the_limit_and_once_per_offer(self, backend: Backend) -> None:
        asset = an_asset(max_open=2)
        await backend.assets.add(asset, NOW)
        first, second, third = (Reservation(new_id(), new_id(), NOW) for _ in range(3))

        taken = [await backend.assets.reserve(asset, place) for place in (first, first, second, third)]

        assert [found.open if found else None for found in taken] == [1, 1, 2, None]
        assert (await backend.assets.get(asset.id)).asked == (NOW, NOW)

    async def test_a_place_given_back_can_be_taken_again(self, backend: Backend) -> None:
        asset = an_asset(max_open=1)
        await backend.assets.add(asset, NOW)
        first, second = (Reservation(new_id(), new_id(), NOW) for _ in range(2))
        await backend.assets.reserve(asset, first)

        for _ in range(2):
            await backend.assets.release(asset.id, first.engagement_id, NOW)
        taken = await backend.assets.reserve(asset, second)

        assert taken is not None
        assert taken.reservations == (second,)

    async def test_a_reservation_undone_counts_as_not_asked(self, backend: Backend) -> None:
        asset = an_asset()
        await backend.assets.add(asset, NOW)
        place = Reservation(new_id(), new_id(), NOW)
        await backend.assets.reserve(asset, place)

        for _ in range(2):
            await backend.assets.unreserve(asset.id, place)

        assert await backend.assets.get(asset.id) == asset

    async def test_no_place_is_taken_in_an_asset_that_is_not_active(self, backend: Backend) -> None:
        asset = an_asset(trust_state=TrustState.PAUSED)
        await backend.assets.add(asset, NOW)

        assert await backend.assets.reserve(an_asset(id=asset.id), Reservation(new_id(), new_id(), NOW)) is None

    async def test_assets_are_paged_in_order_of_id(self, backend: Backend) -> None:
        assets = sorted((an_asset() for _ in range(5)), key=lambda asset: asset.id)
        await backend.assets.add_absent(assets, NOW)

        first = await backend.assets.page(None, 3)
        second = await backend.assets.page(first[-1].id, 3)

        assert [asset.id for asset in (*first, *second)] == [asset.id for asset in assets]

    async def test_changes_reservations_and_a_persons_assets_are_found(self, backend: Backend) -> None:
        person_id = new_id()
        old, gift = an_asset(), an_asset(person_id=person_id)
        await backend.assets.add(old, NOW)
        await backend.assets.add(gift, NOW + timedelta(hours=1))
        await backend.assets.reserve(gift, Reservation(new_id(), new_id(), NOW + timedelta(hours=1)))

        async def ids(moment: timedelta | None) -> set[object]:
            since = None if moment is None else NOW + moment
            return {asset.id async for asset in backend.assets.changed_since(since)}

        assert await ids(None) == {old.id, gift.id}
        assert await ids(timedelta(minutes=1)) == {gift.id}
        assert [asset.id async for asset in backend.assets.reserved()] == [gift.id]
        assert [asset.id for asset in await backend.assets.of_person(person_id)] == [gift.id]


def a_person() -> Person:
    return Person(new_id(), "Sam", "sam@example.org", ("repairs",), (WARD,), ("en",), NOW)


def a_group() -> Group:
    return Group(new_id(), "Allotments", GroupForm.INFORMAL, "growing", (WARD,))


class EntriesContract:
    async def test_people_are_kept_changed_and_paged(self, backend: Backend) -> None:
        person = a_person()
        await backend.people.add(person)

        saved = await backend.people.save(replace(person, name="Sam B."))

        assert await backend.people.get(person.id) == saved
        assert await backend.people.page(None, 5) == [saved]
        with pytest.raises(ChangedMeanwhileError):
            await backend.people.save(person)
        with pytest.raises(PersonNotFoundError):
            await backend.people.get(new_id())

    async def test_a_withdrawn_person_leaves_no_trace(self, backend: Backend) -> None:
        person = a_person()
        await backend.people.add(person)

        left = await backend.people.save(person.withdrawn(NOW))

        assert await backend.people.get(person.id) == left
        assert (left.name, left.email, left.skills, left.areas) == ("", None, (), ())

    async def test_groups_are_kept_changed_and_paged(self, backend: Backend) -> None:
        group = a_group()
        await backend.groups.add(group)

        saved = await backend.groups.save(replace(group.assessed(ASSESSED), purpose="growing together"))

        assert await backend.groups.get(group.id) == saved
        assert await backend.groups.page(group.id, 5) == []
        with pytest.raises(ChangedMeanwhileError):
            await backend.groups.save(group)
        with pytest.raises(GroupNotFoundError):
            await backend.groups.get(new_id())

    async def test_counts_of_a_file_are_put_once_and_files_add_up(self, backend: Backend) -> None:
        counts = [AreaCount("E01", "2025-02", "burglary", 3), AreaCount("E01", "2025-03", "burglary", 1)]

        known = [await backend.area_counts.put(source, counts) for source in ("one", "one", "two")]

        assert known == [False, True, False]
        assert await backend.area_counts.of_area("E01") == [replace(count, count=count.count * 2) for count in counts]
        assert await backend.area_counts.of_area("E02") == []


class PortsContract(EngagementsContract, AssetsContract, EntriesContract):
    """Everything together."""
