"""Who calls, and which agreement holds for them."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends

from services.notify.application.webhooks import Caller
from services.notify.domain.agreement import Agreement, agreement_for
from shared.web.identity import Principal, require

READERS = ("partner", "officer", "supervisor", "coordinator", "auditor")
STAFF = ("officer", "supervisor", "coordinator", "auditor")

Reader = Annotated[Principal, Depends(require(*READERS))]
StaffMember = Annotated[Principal, Depends(require(*STAFF))]


def caller_from(principal: Principal, agreements: Sequence[Agreement]) -> Caller:
    """Return a caller: an agency owns what any of its people registers, staff own their own."""
    agreement = agreement_for(principal.roles, principal.agency, agreements)
    owner = f"agency:{agreement.agency}" if agreement.agency else f"subject:{principal.subject}"
    return Caller(owner, agreement)
