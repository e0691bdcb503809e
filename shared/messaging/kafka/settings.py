"""Every setting of the driver that keeps a promise, in one place; its own defaults keep none of them."""

import ssl
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Security:
    """How to prove who we are to a broker that asks: TLS, and SCRAM where there is a user name."""

    ca_file: str | None = None
    username: str | None = None
    password: str | None = None

    def options(self) -> dict[str, Any]:
        """Return the driver's options."""
        options: dict[str, Any] = {
            "security_protocol": "SSL",
            "ssl_context": ssl.create_default_context(cafile=self.ca_file),
        }
        if self.username is not None:
            options |= {
                "security_protocol": "SASL_SSL",
                "sasl_mechanism": "SCRAM-SHA-512",
                "sasl_plain_username": self.username,
                "sasl_plain_password": self.password,
            }
        return options


def fetching(*, patient: bool) -> dict[str, Any]:
    """Return the driver's options for how long the broker holds a request back, and for how much."""
    if patient:
        return {"fetch_max_wait_ms": 50, "fetch_min_bytes": 64 * 1024}
    return {"fetch_max_wait_ms": 250, "fetch_min_bytes": 1}


@dataclass(frozen=True, slots=True)
class ConsumerSettings:
    """Commits are ours, a new group reads from the beginning, and a slow moment does not cost the membership.

    `instance_id` makes the membership static: a restart within the session keeps the partitions and spares the group
    a rebalance. Give it only where replicas keep their names.

    By default an event is read the moment it is there. A reader that can wait a little says `patient`: the broker then
    gathers 64 KiB, or what comes in 50 ms, so that events that trickle in cost one request together and not one each.
    """

    session_timeout_ms: int = 45_000
    heartbeat_interval_ms: int = 3_000
    rebalance_timeout_ms: int = 60_000
    max_poll_interval_ms: int = 300_000
    request_timeout_ms: int = 40_000
    patient: bool = False
    max_partition_fetch_bytes: int = 1024 * 1024
    instance_id: str | None = None
    security: Security | None = None

    def options(self, servers: str, group: str) -> dict[str, Any]:
        """Return the driver's options."""
        return {
            "bootstrap_servers": servers,
            "client_id": group,
            "group_id": group,
            "group_instance_id": self.instance_id,
            "enable_auto_commit": False,
            "auto_offset_reset": "earliest",
            "isolation_level": "read_uncommitted",
            "check_crcs": True,
            "session_timeout_ms": self.session_timeout_ms,
            "heartbeat_interval_ms": self.heartbeat_interval_ms,
            "rebalance_timeout_ms": self.rebalance_timeout_ms,
            "max_poll_interval_ms": self.max_poll_interval_ms,
            "request_timeout_ms": self.request_timeout_ms,
            **fetching(patient=self.patient),
            "max_partition_fetch_bytes": self.max_partition_fetch_bytes,
            **(self.security.options() if self.security else {}),
        }


@dataclass(frozen=True, slots=True)
class ProducerSettings:
    """Acknowledged by every in-sync replica, without duplicates of its own making, compressed."""

    request_timeout_ms: int = 120_000
    linger_ms: int = 5
    max_batch_size: int = 128 * 1024
    max_request_size: int = 2 * 1024 * 1024
    security: Security | None = None

    def options(self, servers: str, client_id: str) -> dict[str, Any]:
        """Return the driver's options."""
        return {
            "bootstrap_servers": servers,
            "client_id": client_id,
            "acks": "all",
            "enable_idempotence": True,
            "compression_type": "lz4",
            "linger_ms": self.linger_ms,
            "max_batch_size": self.max_batch_size,
            "max_request_size": self.max_request_size,
            "request_timeout_ms": self.request_timeout_ms,
            **(self.security.options() if self.security else {}),
        }
