"""The policy in force: this release's own or an artefact's, its lexicon compiled, with England's bank holidays."""

import functools
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import holidays

from services.triage.adapters.guidance_files import guidance_texts
from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.adapters.policy_artefact import Artefact, artefact_at, digest_of
from services.triage.domain.decision import Decision, Occasion
from services.triage.domain.floors import PolicyRefusedError
from services.triage.domain.policy import VERSION, Policy, assess
from services.triage.domain.report import Intake
from services.triage.domain.sentinels import silenced
from services.triage.domain.terms import TERMS
from services.triage.domain.text.extract import read
from services.triage.domain.text.lexicon import compiled
from services.triage.domain.text.source import LexiconError
from shared.runtime.errors import RefusedToStartError

_YEARS = range(2020, 2041)
_NOBODY = Occasion(UUID(int=0), UUID(int=0), datetime(2026, 1, 1, tzinfo=UTC))


def policy_in_force(years: Iterable[int] = _YEARS, *, artefact: Path | None = None) -> Policy:
    """Build the policy, of this release or of an artefact; takes a fraction of a second, so do it once per process.

    PolicyRefusedError names everything that is wrong with an artefact.
    """
    if artefact is None:
        return _release_policy(tuple(years))
    try:
        policy = _policy_of(artefact_at(artefact, release()), years)
    except LexiconError as error:
        raise PolicyRefusedError([f"lexicon: {error}"]) from error
    if faults := list(silenced(functools.partial(_decided, policy))):
        raise PolicyRefusedError(faults)
    return policy


def policy_to_start_with(artefact: Path | None) -> Policy:
    """Return the policy that a service is to start with, or stop the start with everything that is wrong with it."""
    try:
        return policy_in_force(artefact=artefact)
    except PolicyRefusedError as refusal:
        raise RefusedToStartError("\n".join([f"the policy {artefact} is refused", *refusal.reasons])) from refusal


@functools.cache
def release() -> Artefact:
    """Return this release's own policy as data."""
    return Artefact(VERSION, TERMS, guidance_texts(), lexicon_source())


@functools.cache
def _release_policy(years: tuple[int, ...]) -> Policy:
    return _policy_of(release(), years)


def _policy_of(artefact: Artefact, years: Iterable[int]) -> Policy:
    data = artefact.data
    return Policy(
        read=functools.partial(read, lexicon=compiled(artefact.lexicon)),
        digest=digest_of(data),
        holidays=bank_holidays(years),
        version=artefact.version,
        terms=artefact.terms,
        guidance=artefact.guidance,
        data=data,
    )


def _decided(policy: Policy, sentence: str) -> Decision:
    return assess(Intake(sentence), occasion=_NOBODY, policy=policy)


def bank_holidays(years: Iterable[int]) -> frozenset[date]:
    """Days when offices in England are closed."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=list(years)))
