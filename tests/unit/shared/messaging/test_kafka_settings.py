"""Every setting that keeps a promise has the value that keeps it, down to the driver's own objects."""

from pathlib import Path

import pytest
from aiokafka.partitioner import murmur2 as the_driver_s
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.contracts.catalogue import EVENTS
from shared.contracts.reporting import URGENT_REPORTS
from shared.messaging.dead_letters import dead_letter_topic
from shared.messaging.kafka import ConsumerSettings, ProducerSettings, Security, check_start
from shared.messaging.kafka.admin import check_driver
from shared.messaging.kafka.producer import murmur2
from shared.messaging.limits import BackOff, ConsumerLimits
from shared.messaging.topics import Topic, load_topics, names_of
from shared.runtime.errors import RefusedToStartError, TransientError

DECLARED = Path(__file__).parents[4] / "deploy" / "kafka" / "topics.yaml"


def test_a_consumer_commits_nothing_by_itself_and_is_not_thrown_out_for_a_slow_moment() -> None:
    assert ConsumerSettings().options("kafka:9092", "triage") == {
        "bootstrap_servers": "kafka:9092",
        "client_id": "triage",
        "group_id": "triage",
        "group_instance_id": None,
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "isolation_level": "read_uncommitted",
        "check_crcs": True,
        "session_timeout_ms": 45_000,
        "heartbeat_interval_ms": 3_000,
        "rebalance_timeout_ms": 60_000,
        "max_poll_interval_ms": 300_000,
        "request_timeout_ms": 40_000,
        "fetch_max_wait_ms": 250,
        "fetch_min_bytes": 1,
        "max_partition_fetch_bytes": 1024 * 1024,
    }


def test_a_patient_consumer_lets_the_broker_gather_for_a_moment() -> None:
    options = ConsumerSettings(patient=True).options("kafka:9092", "notify")

    assert (options["fetch_max_wait_ms"], options["fetch_min_bytes"]) == (50, 64 * 1024)


def test_a_producer_is_idempotent_and_waits_for_all_replicas() -> None:
    assert ProducerSettings().options("kafka:9092", "triage") == {
        "bootstrap_servers": "kafka:9092",
        "client_id": "triage",
        "acks": "all",
        "enable_idempotence": True,
        "compression_type": "lz4",
        "linger_ms": 5,
        "max_batch_size": 128 * 1024,
        "max_request_size": 2 * 1024 * 1024,
        "request_timeout_ms": 120_000,
    }


def test_a_named_replica_keeps_its_partitions_over_a_restart() -> None:
    assert ConsumerSettings(instance_id="triage-0").options("k", "triage")["group_instance_id"] == "triage-0"


def test_a_user_name_means_scram_over_tls() -> None:
    options = ProducerSettings(security=Security(username="triage", password="secret")).options("k", "triage")

    assert (options["security_protocol"], options["sasl_mechanism"]) == ("SASL_SSL", "SCRAM-SHA-512")


def test_drains_fit_into_what_a_rebalance_and_a_stop_allow() -> None:
    limits = ConsumerLimits()

    assert limits.drain_seconds <= 25
    assert limits.drain_seconds * 1000 < ConsumerSettings().rebalance_timeout_ms
    assert limits.stop_seconds < 15
    assert limits.stuck_seconds == 90


def test_back_off_grows_to_ten_seconds_and_never_ends() -> None:
    waits = BackOff().waits()
    first = [next(waits) for _ in range(50)]

    assert 0.05 <= first[0] <= 0.1
    assert all(5 <= wait <= 10 for wait in first[10:])


@pytest.mark.parametrize(("compiled", "lz4", "named"), [(False, True, "C extension"), (True, False, "lz4")])
def test_half_a_driver_is_refused(compiled: bool, lz4: bool, named: str) -> None:  # noqa: FBT001 - a table
    with pytest.raises(RefusedToStartError, match=named):
        check_driver(compiled=compiled, lz4=lz4)


def test_the_whole_driver_is_accepted() -> None:
    check_driver(compiled=True, lz4=True)


async def test_a_broker_that_is_out_is_a_transient_matter() -> None:
    with pytest.raises(TransientError):
        await check_start("127.0.0.1:9", ["kith.reports.v1"])


@given(st.binary(max_size=64))
def test_a_key_goes_where_every_other_client_would_send_it(key: bytes) -> None:
    assert murmur2(key) == the_driver_s(key) & 0xFFFFFFFF


def test_every_topic_there_is_an_event_for_is_declared_with_its_dead_letters() -> None:
    topics = load_topics(DECLARED)
    needed = {event.topic for event in EVENTS.values()} | {URGENT_REPORTS}

    assert needed | {dead_letter_topic(topic) for topic in needed} <= names_of(topics)
    assert {"kith.partner.police.v1", "kith.partner.housing.v1"} <= names_of(topics)
    assert all(topic.partitions == 12 for topic in topics if topic.name in needed)


def test_a_topic_s_own_settings_win_over_the_file_s() -> None:
    topics = {topic.name: topic for topic in load_topics(DECLARED)}

    assert topics["kith.reports.v1"].config["retention.ms"] == "1209600000"
    assert topics["kith.escalations.v1"].config["retention.ms"] == "2592000000"
    assert topics["kith.reports.v1.dlq"].config["max.message.bytes"] == "2097152"


def test_a_topic_with_a_misspelt_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        Topic.model_validate({"name": "t", "partitions": 1, "retention": "1"})
