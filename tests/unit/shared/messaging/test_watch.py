"""When a consumer is said to be stuck, and when it is not to blame."""

from shared.messaging.watch import ProgressWatch


def a_watch() -> ProgressWatch:
    watch = ProgressWatch(stuck_seconds=90)
    watch.rebalancing(0)
    watch.assigned(0)
    watch.broker_answered(behind=0, now=0)
    return watch


def test_a_quiet_topic_is_no_trouble() -> None:
    assert a_watch().progressing(1_000_000)


def test_work_that_nobody_does_is_being_stuck_after_ninety_seconds() -> None:
    watch = a_watch()
    watch.broker_answered(behind=5, now=100)
    watch.broker_answered(behind=6, now=150)

    assert watch.progressing(189)
    assert not watch.progressing(190)


def test_trying_counts_as_moving() -> None:
    watch = a_watch()
    watch.broker_answered(behind=5, now=100)
    watch.alive(180)

    assert watch.progressing(269)
    assert not watch.progressing(270)


def test_having_caught_up_starts_the_count_anew() -> None:
    watch = a_watch()
    watch.broker_answered(behind=5, now=100)
    watch.broker_answered(behind=0, now=180)
    watch.broker_answered(behind=5, now=185)

    assert watch.progressing(274)


def test_a_broker_that_is_out_is_not_the_consumer_s_fault() -> None:
    watch = a_watch()
    watch.broker_answered(behind=5, now=100)
    watch.broker_silent(now=120)

    assert watch.progressing(10_000)


def test_a_silent_broker_is_asked_over_a_new_connection_after_a_while() -> None:
    watch = a_watch()
    watch.broker_silent(now=100)
    watch.broker_silent(now=150)

    assert not watch.silent_too_long(189)
    assert watch.silent_too_long(190)


def test_a_rebalance_that_never_ends_is_being_stuck() -> None:
    watch = a_watch()
    watch.rebalancing(100)

    assert watch.progressing(189)
    assert not watch.progressing(190)


def test_dealing_again_starts_the_count_anew() -> None:
    watch = a_watch()
    watch.broker_answered(behind=5, now=100)
    watch.rebalancing(180)
    watch.assigned(185)

    assert watch.progressing(274)
