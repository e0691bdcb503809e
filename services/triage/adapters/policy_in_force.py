"""The policy in force: the lexicon compiled, the bank holidays of England, and the hash that every decision carries."""

import functools
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

import holidays

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.domain.policy import Policy
from services.triage.domain.policy_text import canonical_policy
from services.triage.domain.text.extract import read
from services.triage.domain.text.lexicon import compiled


def policy_in_force(years: Iterable[int] = range(2020, 2041)) -> Policy:
    """Build the policy; takes a fraction of a second, so do it once per process."""
    source = lexicon_source()
    return Policy(
        read=functools.partial(read, lexicon=compiled(source)),
        digest=policy_digest(),
        holidays=bank_holidays(years),
    )


def policy_digest() -> str:
    """SHA-256 over all policy data in canonical form."""
    text = canonical_policy() + json.dumps(asdict(lexicon_source()), sort_keys=True, default=sorted)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def bank_holidays(years: Iterable[int]) -> frozenset[date]:
    """Days when offices in England are closed."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=list(years)))
