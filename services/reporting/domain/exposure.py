"""How much of a report anybody may see: a fold over what was decided about it, always towards less."""

from dataclasses import dataclass
from enum import Enum, auto

from services.reporting.domain.categories import KIND_OF

#: Up to this level a case may be seen by anybody (row 7: nothing at level 3 or 4 is ever public).
HIGHEST_PUBLIC_LEVEL = 2


class Exposure(Enum):
    """What somebody without a credential may see."""

    HIDDEN = auto()
    """As if there were no report."""
    NUMBERED = auto()
    """That there is one, to whoever holds its number; it is not listed."""
    LISTED = auto()


@dataclass(frozen=True, slots=True)
class PublicStanding:
    """What exposure depends on."""

    reported: str | None
    """The kind that the reporter chose."""
    found: str | None = None
    """The kind that triage found, once a case was opened that anybody may see."""
    withheld: bool = False
    """Whether something was ever decided that keeps the report from the public; it stays so."""
    urgent: bool = False
    may_be_shared: bool = True
    withdrawn: bool = False
    numbered: bool = False
    """Whether its reporter was given a number to follow it by in public."""
    attached: bool = False
    """Whether it belongs to another report's concern: then that one is shown, once."""

    @property
    def kind(self) -> str | None:
        """The kind under which it is shown: the reporter's own word before anybody else's."""
        return self.reported or self.found

    @property
    def exposure(self) -> Exposure:
        """What anybody may see; whatever is not known to be harmless is hidden."""
        kinds = {self.reported, self.found} - {None}
        private = any(kind is not None and (kind not in KIND_OF or KIND_OF[kind].is_private) for kind in kinds)
        kept_back = self.withheld or self.urgent or self.withdrawn or self.attached or not self.may_be_shared
        if private or kept_back:
            return Exposure.HIDDEN
        if self.found is not None:
            return Exposure.LISTED
        return Exposure.NUMBERED if self.numbered and self.reported is not None else Exposure.HIDDEN


def withholds(level: int, *, flagged: bool = False) -> bool:
    """Tell whether a decision keeps a report from the public; a machine or a person may find out so at any time."""
    return level > HIGHEST_PUBLIC_LEVEL or flagged
