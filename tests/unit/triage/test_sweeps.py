"""What triage looks for again and again: every such search is served by an index, or each would read all cases."""

from tests.support.triage import triage


async def test_whatever_is_swept_for_has_an_index() -> None:
    async with triage() as service:
        for prepare in service.parts.prepare:
            await prepare()
        await service.parts.outbox.start()

        await service.parts.timers.tick()
        await service.parts.rereading.look()

        cases = service.database.collection("cases")
        assert {"wake_at", "unread_since", "pending"} <= cases.leading
        assert cases.unaided == []
