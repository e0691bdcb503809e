"""Whatever crashes and whenever: every promised report takes effect exactly once, and in order.

A state machine drives the outbox, the relay, the bus and the consumer through crashes, outages, lost acknowledgements,
rebalances and redelivery, in virtual time.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from shared.contracts.reporting import REPORTS, ReportSubmitted, ReportWithdrawn
from shared.contracts.triage import ESCALATIONS
from shared.messaging.codec import event_from
from shared.persistence.outbox import Outbox
from tests.support.loop_model import GROUP, LoopModel, Process, case_of, follow_up
from tests.support.memory_store import Fault, MemoryDatabase
from tests.support.virtual_loop import VirtualLoop

T = TypeVar("T")
MEMBERS = 3


class TheLoop(RuleBasedStateMachine):
    """Rules are what may happen; invariants hold after each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = VirtualLoop()
        self.model = LoopModel()
        self.numbers = iter(range(10_000))
        self.relays: dict[str, tuple[Outbox, Process]] = {}
        self.members: list[Process] = []
        for name in ("reporting", "triage"):
            self.start_relay(name)
        self.start_member()

    def go(self, work: Coroutine[Any, Any, T]) -> T:
        asyncio.set_event_loop(self.loop)
        return self.loop.run_until_complete(work)

    def start_relay(self, name: str) -> None:
        async def start() -> None:
            collection = self.model.reports if name == "reporting" else self.model.cases
            self.relays[name] = self.model.relay(collection)

        self.go(start())

    def start_member(self) -> None:
        async def start() -> None:
            self.members.append(self.model.consumer(lambda: self.outbox("triage")))

        self.go(start())

    def outbox(self, name: str) -> Outbox | None:
        return self.relays[name][0] if name in self.relays else None

    @rule(repeat=st.booleans())
    def accept(self, repeat: bool) -> None:  # noqa: FBT001 - drawn
        number = max(self.model.promised, default=0) if repeat else next(self.numbers)
        self.go(self.model.accept(number, self.outbox("reporting")))

    @rule(data=st.data())
    @precondition(lambda self: self.model.promised)
    def withdraw(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.promised)))
        self.go(self.model.withdraw(number, self.outbox("reporting")))

    @rule(seconds=st.sampled_from([0.0, 0.001, 0.01, 0.3, 1.5, 12.0]))
    def time_passes(self, seconds: float) -> None:
        self.go(asyncio.sleep(seconds))

    @rule(turns=st.integers(1, 30))
    def a_few_steps_are_taken(self, turns: int) -> None:
        async def steps() -> None:
            for _ in range(turns):
                await asyncio.sleep(0)

        self.go(steps())

    @rule(name=st.sampled_from(["reporting", "triage"]))
    def a_relay_is_killed_or_comes_back(self, name: str) -> None:
        if name in self.relays:
            self.go(self.relays.pop(name)[1].kill())
        else:
            self.start_relay(name)

    @rule()
    @precondition(lambda self: self.members)
    def a_member_is_killed(self) -> None:
        self.go(self.members.pop(0).kill())

    @rule()
    @precondition(lambda self: len(self.members) < MEMBERS)
    def a_member_joins(self) -> None:
        self.start_member()

    @rule()
    def the_broker_goes_or_comes_back(self) -> None:
        self.model.bus.down = not self.model.bus.down
        self.model.bus.wake()

    @rule()
    def an_acknowledgement_is_lost(self) -> None:
        self.model.bus.acknowledgements_to_lose += 1

    @rule(
        reporting=st.booleans(),
        operation=st.sampled_from(["insert_absent", "update_one", "update_many", "find"]),
        after=st.booleans(),
    )
    def a_store_fails_once(self, reporting: bool, operation: str, after: bool) -> None:  # noqa: FBT001 - drawn
        database = self.model.reporting if reporting else self.model.triage
        database.faults.plan(Fault(operation, after_effect=after))

    @rule(reporting=st.booleans())
    def a_store_goes_or_comes_back(self, reporting: bool) -> None:  # noqa: FBT001 - drawn
        database = self.model.reporting if reporting else self.model.triage
        database.faults.down = not database.faults.down

    @rule()
    def the_group_is_set_back_to_the_start(self) -> None:
        self.model.bus.committed.clear()
        self.go(self.model.bus.deal(GROUP))

    @invariant()
    def nothing_is_committed_before_it_took_effect(self) -> None:
        cases = self._all(self.model.triage, "cases")
        for (_, partition), offset in self.model.bus.committed.items():
            for record in self.model.bus.log(partition)[:offset]:
                event = event_from(record)
                assert isinstance(event, ReportSubmitted | ReportWithdrawn)
                assert case_of(event) in cases
                assert isinstance(event, ReportSubmitted) or cases[case_of(event)].get("closed")

    @invariant()
    def a_withdrawal_never_overtakes_its_report(self) -> None:
        seen: set[UUID] = set()
        for record in self.model.bus.records(REPORTS):
            event = event_from(record)
            assert event is not None
            assert isinstance(event, ReportSubmitted) or event.causation_id in seen
            seen.add(event.event_id)
        assert self.model.out_of_order == []

    @invariant()
    def nothing_fails_unseen(self) -> None:
        assert self.loop.failures == []
        assert self.model.bus.records(f"{REPORTS}.dlq") == []

    def teardown(self) -> None:
        """Mend everything; then every promise is kept, once."""
        self.model.bus.down = False
        self.model.bus.acknowledgements_to_lose = 0
        for database in (self.model.reporting, self.model.triage):
            database.faults.down = False
        for name in ("reporting", "triage"):
            if name not in self.relays:
                self.start_relay(name)
        if not self.members:
            self.start_member()
        try:
            self.go(self._settled())
            self._promises_are_kept()
        finally:
            self.go(self._end())
            self.loop.close()
            asyncio.set_event_loop(None)

    async def _settled(self) -> None:
        async with asyncio.timeout(600):
            while not self._is_settled():
                await asyncio.sleep(1)

    def _is_settled(self) -> bool:
        bus = self.model.bus
        read = all(bus.committed.get((GROUP, p), 0) == len(bus.log(p)) for p in bus.partitions(REPORTS))
        documents = [
            *self._all(self.model.reporting, "reports").values(),
            *self._all(self.model.triage, "cases").values(),
        ]
        return read and not any(document["pending"] for document in documents)

    def _promises_are_kept(self) -> None:
        cases = self._all(self.model.triage, "cases")
        stored = self._all(self.model.reporting, "reports")
        assert {report.report_id for report in self.model.promised.values()} <= stored.keys()
        assert len(cases) == len(stored)
        announced = [event_from(record) for record in self.model.bus.records(ESCALATIONS)]
        for report in self.model.promised.values():
            assert case_of(report) in cases
            mine = {
                event.event_id
                for event in announced
                if event is not None and event.partition_key == report.partition_key
            }
            assert mine == {follow_up(report).event_id}
        for number in self.model.withdrawn:
            assert cases[case_of(self.model.promised[number])]["closed"]

    async def _end(self) -> None:
        for process in (*self.members, *(process for _, process in self.relays.values())):
            await process.kill()

    def _all(self, database: MemoryDatabase, name: str) -> dict[UUID, dict[str, Any]]:
        return {document["_id"]: document for document in database.collection(name).everything()}


def test_every_promise_is_kept_whatever_crashes() -> None:
    run_state_machine_as_test(TheLoop, settings=_settings(examples=25))


@pytest.mark.long
def test_every_promise_is_kept_through_ten_thousand_steps() -> None:
    run_state_machine_as_test(TheLoop, settings=_settings(examples=200))


def _settings(*, examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=50,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # add Phase.shrink by hand: mending a broken loop takes long, a hundred times over
    )
