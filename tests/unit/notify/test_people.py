"""What people hear, and above all what they must not."""

from uuid import UUID

import pytest

from services.notify.application.ports import Asset, MailRefusedError
from services.notify.application.send_notification import ContactUnavailableError
from services.notify.settings import DutySettings
from shared.contracts.networks import EngagementAccepted, EngagementOffered
from shared.contracts.triage import CaseAssigned, CaseClosed, CaseReopened
from shared.runtime.ids import new_id
from tests.support.memory_store import MemoryDatabase
from tests.support.notify import Notify, a_case, a_contact, an_engagement, opened, running_notify

LINK = "https://networks.test/offers/abc"


def _with_asset(notify: Notify, offer: EngagementOffered) -> None:
    notify.people.assets[offer.asset_id] = Asset("Greenhead Friends", "friends@asset.example")
    notify.people.links[offer.engagement_id] = LINK


async def _states(notify: Notify) -> dict[str, tuple[str, str | None]]:
    return {document["template"]: (document["state"], document["reason"]) for document in await notify.notifications()}


async def test_a_reporter_hears_of_each_real_change() -> None:
    async with running_notify() as notify:
        event = opened()
        report = event.report_id
        notify.people.contacts[report] = a_contact()

        await notify.hear(
            event,
            an_engagement(EngagementAccepted, report),
            a_case(CaseAssigned, report, agency="housing"),
            a_case(CaseAssigned, report),
            a_case(CaseClosed, report),
            a_case(CaseReopened, report),
        )
        await notify.send_mail()

        texts = [letter.text for _, address, letter in notify.postbox.sent if address == "ada@planted.example"]
        assert len(texts) == 5
        phrases = ("in hand", "local group", "partner services", "been closed", "looking at it again")
        assert [phrase for phrase in phrases if not any(phrase in text for text in texts)] == []
        assert all("KTH-7F3K-9Q2M" in text and "999" in text for text in texts)


async def test_no_subject_says_what_a_message_is_about() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()
        await notify.hear(event, a_case(CaseClosed, event.report_id), a_case(CaseReopened, event.report_id))
        await notify.send_mail()

        subjects = {letter.subject for _, _, letter in notify.postbox.sent}
        assert subjects == {"A message from Kith"}


async def test_an_event_told_twice_is_one_message() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()

        for _ in range(3):
            await notify.hear(event)
            await notify.send_mail()

        assert len(notify.postbox.sent) == 1


async def test_where_contact_is_not_allowed_nothing_is_fetched_or_sent() -> None:
    async with running_notify() as notify:
        event = opened(contact_allowed=False)
        notify.people.contacts[event.report_id] = a_contact()

        await notify.hear(event)
        await notify.send_mail()

        assert notify.postbox.sent == []
        assert notify.people.asked == []
        assert [told["type"] for told in await notify.announced()] == ["kith.notification.suppressed.v1"]


@pytest.mark.parametrize("later", [EngagementAccepted, CaseClosed, CaseAssigned])
async def test_unsafe_contact_once_said_holds_for_every_later_message(
    later: type[EngagementAccepted | CaseClosed | CaseAssigned],
) -> None:
    async with running_notify() as notify:
        event = opened(contact_allowed=False)
        report = event.report_id
        notify.people.contacts[report] = a_contact()
        await notify.hear(event)

        if later is EngagementAccepted:
            await notify.hear(an_engagement(EngagementAccepted, report))
        elif later is CaseClosed:
            await notify.hear(a_case(CaseClosed, report))
        else:
            await notify.hear(a_case(CaseAssigned, report, agency="housing"))
        await notify.send_mail()

        assert notify.postbox.sent == []


@pytest.mark.parametrize("word", ["none", "no_phone", "no_post", "text_only"])
async def test_a_contact_that_is_not_safe_in_every_way_is_not_written_to(word: str) -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact(safe_contact=word)

        await notify.hear(event)
        await notify.send_mail()

        assert notify.postbox.sent == []
        assert await _states(notify) == {"report_in_hand": ("suppressed", "unsafe_to_contact")}


async def test_a_message_waits_until_it_is_known_whether_contact_is_safe() -> None:
    async with running_notify() as notify:
        accepted = an_engagement(EngagementAccepted)
        notify.people.contacts[accepted.report_id] = a_contact()

        await notify.hear(accepted)
        await notify.send_mail()
        assert notify.postbox.sent == []

        await notify.hear(opened(accepted.report_id, contact_allowed=False))
        notify.clock.forward(seconds=10)
        await notify.send_mail()
        assert notify.postbox.sent == []
        assert (await _states(notify))["group_helping"] == ("suppressed", "unsafe_to_contact")


async def test_without_a_contact_nothing_is_sent_and_that_is_said() -> None:
    async with running_notify() as notify:
        await notify.hear(opened())
        await notify.send_mail()

        (told,) = await notify.announced()
        assert told["type"] == "kith.notification.suppressed.v1"
        assert '"reason":"no_contact"' in told["data"]


async def test_whoever_left_no_contact_is_neither_looked_up_nor_written_about() -> None:
    async with running_notify() as notify:
        await notify.hear(opened(has_contact=False))
        await notify.send_mail()

        assert await notify.announced() == []


async def test_an_outage_is_tried_again_until_the_message_is_out() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()
        notify.people.faults.extend([ContactUnavailableError("x"), ContactUnavailableError("x")])

        await notify.hear(event)
        for seconds in (0, 6, 40):
            notify.clock.forward(seconds=seconds)
            await notify.send_mail()

        assert len(notify.postbox.sent) == 1
        assert [told["type"] for told in await notify.announced()] == ["kith.notification.sent.v1"]


async def test_after_the_last_try_the_message_is_given_up_and_that_is_said() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()
        notify.people.faults.extend([ContactUnavailableError("x")] * 100)

        await notify.hear(event)
        for _ in range(30):
            await notify.send_mail()
            notify.clock.forward(hours=9)

        assert await _states(notify) == {"report_in_hand": ("failed", "gave_up")}
        assert [told["type"] for told in await notify.announced()] == ["kith.notification.failed.v1"]


async def test_a_refused_address_is_not_tried_again() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()
        notify.postbox.faults.append(MailRefusedError())

        await notify.hear(event)
        await notify.send_mail()
        notify.clock.forward(days=1)
        await notify.send_mail()

        assert await _states(notify) == {"report_in_hand": ("failed", "refused")}


async def test_a_restart_sends_what_waited_once_and_under_the_same_id() -> None:
    store = MemoryDatabase("notify")
    event = opened()
    async with running_notify(store=store) as before:
        before.people.faults.append(ContactUnavailableError("x"))
        await before.hear(event)
        await before.send_mail()

    async with running_notify(store=store) as after:
        after.people.contacts[event.report_id] = a_contact()
        after.clock.forward(seconds=30)
        await after.parts.people.dispatcher.sweep()
        await after.send_mail()
        await after.parts.people.dispatcher.sweep()
        await after.send_mail()

        (document,) = await after.notifications()
        assert [identifier for identifier, _, _ in after.postbox.sent] == [document["_id"]]


async def test_another_process_takes_over_only_when_the_lease_has_run_out() -> None:
    store = MemoryDatabase("notify")
    event = opened()
    async with running_notify(store=store) as first:
        await first.parts.people.notify([event])

    async with running_notify(store=store, instance="two") as second:
        second.people.contacts[event.report_id] = a_contact()
        await second.parts.people.dispatcher.sweep()
        assert await second.send_mail() == 0

        second.clock.forward(seconds=120)
        await second.parts.people.dispatcher.sweep()
        assert await second.send_mail() == 1
        assert len(second.postbox.sent) == 1


async def test_an_emergency_reaches_the_duty_officer_even_where_the_reporter_must_not_be_written_to() -> None:
    async with running_notify() as notify:
        event = opened(level=4, grade="EMERGENCY", contact_allowed=False)
        await notify.hear(event)
        await notify.send_mail()

        ((_, address, letter),) = notify.postbox.sent
        assert address == "duty@council.test"
        assert f"https://triage.test/cases/{event.case_id}" in letter.text
        assert "rowdy" not in letter.subject + letter.text


ROTA = DutySettings(
    addresses="gone@council.test, night@council.test, day@council.test, day@council.test",
    case_url="https://triage.test/cases/{case_id}",
)


async def test_an_address_on_duty_that_is_refused_keeps_the_page_from_nobody_else() -> None:
    async with running_notify(duty=ROTA) as notify:
        notify.postbox.refused.add("gone@council.test")
        event = opened(level=4, grade="EMERGENCY", contact_allowed=False)
        await notify.hear(event, event)
        await notify.send_mail()

        assert sorted(address for _, address, _ in notify.postbox.sent) == ["day@council.test", "night@council.test"]
        assert len({identifier for identifier, _, _ in notify.postbox.sent}) == 2
        pages = [page for page in await notify.notifications() if page["template"] == "emergency"]
        assert sorted(page["state"] for page in pages) == ["failed", "sent", "sent"]
        assert "council.test" not in repr(pages)


async def test_a_page_that_is_tried_again_goes_to_nobody_who_has_it() -> None:
    async with running_notify(duty=ROTA) as notify:
        notify.postbox.faults.append(ContactUnavailableError("x"))
        await notify.hear(opened(level=4, grade="EMERGENCY"))
        await notify.send_mail()
        notify.clock.forward(seconds=10)
        await notify.send_mail()

        sent = [address for _, address, letter in notify.postbox.sent if "immediate" in letter.subject]
        assert sorted(sent) == ["day@council.test", "gone@council.test", "night@council.test"]


async def test_a_page_for_an_address_that_has_left_the_rota_is_still_heard() -> None:
    store = MemoryDatabase("notify")
    async with running_notify(store=store) as before:
        before.postbox.faults.append(ContactUnavailableError("x"))
        await before.hear(opened(level=4, grade="EMERGENCY", contact_allowed=False))
        await before.send_mail()

    async with running_notify(store=store, duty=ROTA) as after:
        after.clock.forward(seconds=30)
        await after.parts.people.dispatcher.sweep()
        await after.send_mail()

        assert [address for _, address, _ in after.postbox.sent] == ["gone@council.test"]


async def test_no_contact_is_kept_or_published() -> None:
    async with running_notify() as notify:
        event = opened()
        notify.people.contacts[event.report_id] = a_contact()
        offer = an_engagement(EngagementOffered, event.report_id)
        _with_asset(notify, offer)
        await notify.hear(event, offer)
        await notify.send_mail()

        held = repr(await notify.notifications())
        assert not [word for word in ("lanted", "friends@", "Friends", LINK) if word in held]


async def test_messages_have_ids_of_their_own() -> None:
    async with running_notify() as notify:
        report: UUID = new_id()
        await notify.hear(opened(report), a_case(CaseClosed, report))

        assert len({document["_id"] for document in await notify.notifications()}) == 2
