"""Casework's collections on one database."""

from services.triage.adapters.mongo_accesses import MongoAccesses
from services.triage.adapters.mongo_case_reviews import MongoCaseReviews
from services.triage.adapters.mongo_cases import MongoCases
from services.triage.adapters.mongo_dash import MongoDashAnswers
from services.triage.adapters.mongo_problems import MongoProblems, ratio_when_asked
from services.triage.adapters.versioned_documents import Announced
from services.triage.application.casework import CaseworkPorts
from shared.persistence.store import Database

ANNOUNCING = ("case_reviews", "problems")
"""Collections with an outbox, beside that of cases."""


def casework_ports(database: Database, cases: MongoCases, announced: Announced) -> CaseworkPorts:
    """Return the ports of casework on a database; `announced` is told of what `ANNOUNCING` collections publish."""
    return CaseworkPorts(
        cases=cases,
        accesses=MongoAccesses(database.collection("accesses")),
        dash_answers=MongoDashAnswers(database.collection("dash_answers")),
        case_reviews=MongoCaseReviews(database.collection("case_reviews"), announced),
        problems=MongoProblems(database.collection("problems"), announced),
        ratio_of=ratio_when_asked,
    )
