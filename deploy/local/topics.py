"""The topics that the platform declares as data, applied to this machine's broker."""

import asyncio
from collections import Counter
from pathlib import Path

from deploy.local.errors import StartError
from deploy.local.settings import REPOSITORY
from shared.messaging.kafka import apply_topics
from shared.messaging.topics import load_topics
from shared.runtime.errors import RefusedToStartError, TransientError

DECLARED = REPOSITORY / "deploy" / "kafka" / "topics.yaml"
_WITHIN = 45.0
_BETWEEN_TRIES = 0.25


async def apply_declared(servers: str, declared: Path = DECLARED) -> str:
    """Create or widen what is missing and say how much that was; a broker that has just started is given time."""
    topics = load_topics(declared)
    clock = asyncio.get_running_loop().time
    deadline = clock() + _WITHIN
    while True:
        try:
            outcomes = await apply_topics(servers, topics)
        except (TransientError, RefusedToStartError) as error:  # a broker not yet registered refuses every replica
            if clock() > deadline:
                raise StartError(f"the topics of {declared.name} could not be applied: {error}") from error
            await asyncio.sleep(_BETWEEN_TRIES)
        else:
            return ", ".join(f"{count} {what}" for what, count in Counter(o.outcome for o in outcomes).items())
