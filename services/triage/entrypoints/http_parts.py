"""What triage's routes have in common: who may use them, and who is asking as the domain knows them."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header

from services.triage.application.use_cases import UseCases
from services.triage.application.view_cases import View
from services.triage.domain.case import Case
from services.triage.domain.move import Actor
from shared.web.identity import Principal, require
from shared.web.preconditions import if_match

Reader = Annotated[Principal, Depends(require("officer", "supervisor", "auditor", "coordinator", "partner"))]
Professional = Annotated[Principal, Depends(require("officer", "supervisor", "partner"))]
Auditor = Annotated[Principal, Depends(require("auditor"))]
SeenVersion = Annotated[int, Depends(if_match)]
Why = Annotated[
    str | None,
    Header(alias="X-Access-Reason", max_length=200, description="Why you look; kept with the entry of a sealed case."),
]


def actor_of(principal: Principal) -> Actor:
    """Return who is asking."""
    return Actor(principal.subject, principal.roles, principal.agency)


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks at a case, and why, as a route's dependency."""

    principal: Principal
    why: str | None

    async def at(self, case_id: UUID, use_cases: UseCases, what: str) -> Case:
        """Return the case, once the view of a sealed one is written down; 404 where they may not know of it."""
        return await use_cases.casework.view_cases(case_id, self.view(what))

    def view(self, what: str) -> View:
        """Return the view as it is written down."""
        return View(actor_of(self.principal), what, self.why)


def reader(principal: Reader, why: Why = None) -> Looking:
    """Return whoever may read cases."""
    return Looking(principal, why)


def professional(principal: Professional, why: Why = None) -> Looking:
    """Return whoever may move cases."""
    return Looking(principal, why)


ReaderLooking = Annotated[Looking, Depends(reader)]
ProfessionalLooking = Annotated[Looking, Depends(professional)]
