"""What must be true of a store before a service may start on it."""

from shared.persistence.store import Database
from shared.runtime.errors import RefusedToStartError


async def check_store(database: Database, *, require_replica_set: bool) -> None:
    """Raise RefusedToStartError where acknowledged writes could be lost with one machine.

    StoreUnavailableError passes: a store that is down now may be up in a moment, which is not a matter of settings.
    """
    await database.ping()
    if require_replica_set and not await database.is_replicated():
        raise RefusedToStartError(
            f"the store of {database.name!r} is a single MongoDB server, not a replica set: point the service's "
            "MONGO__URL at a replica set, or set its PROFILE to local on a developer's machine"
        )
