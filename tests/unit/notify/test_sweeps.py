"""What notify looks for again and again is found by an index, not by reading all that was ever sent."""

from tests.support.notify import running_notify


async def test_whatever_is_swept_for_has_an_index() -> None:
    async with running_notify() as notify:
        await notify.parts.people.ledger.prepare()
        await notify.parts.webhooks.deliveries.prepare()
        await notify.parts.people.outbox.start()

        await notify.parts.people.dispatcher.sweep()
        await notify.parts.webhooks.dispatcher.sweep()

        assert notify.store.collection("notifications").unaided == []
        assert notify.store.collection("deliveries").unaided == []
