"""Agreements: what each partner, and each role of our own staff, may see on a stream."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from services.notify.domain.errors import NotSharedError
from services.notify.domain.streams import Stream

PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One information-sharing agreement. What it does not name, it does not share.

    `kinds` are the groups of categories (`env`, `nui`, ...) that may be named; `level_four` says whether cases of the
    highest level may be seen at all, and then only in their reduced form.
    """

    id: str
    purpose: str
    role: str
    agency: str | None
    streams: frozenset[str]
    levels: frozenset[int]
    kinds: frozenset[str]

    @property
    def level_four(self) -> bool:
        """Whether cases of the highest level may be seen, reduced."""
        return 4 in self.levels  # noqa: PLR2004 - the highest level is called 4 everywhere

    @property
    def is_partners(self) -> bool:
        """Whether it is made with somebody outside, and not for our own staff."""
        return self.role == PARTNER or self.agency is not None

    def allows(self, streams: Iterable[Stream]) -> None:
        """Refuse streams that this agreement does not name."""
        if refused := sorted(stream.name for stream in streams if stream.name not in self.streams):
            raise NotSharedError(f"Your agreement does not share {', '.join(refused)}.")


def agreement_for(roles: Iterable[str], agency: str | None, agreements: Sequence[Agreement]) -> Agreement:
    """Return the first agreement that fits, in the order they are written; nobody without one sees anything."""
    held = set(roles)
    for agreement in agreements:
        if agreement.role in held and agreement.agency in (None, agency):
            return agreement
    raise NotSharedError("No agreement shares streams with you.")
