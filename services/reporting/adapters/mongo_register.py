"""Everything that reports are listed and found from without a credential, in one service's database."""

from dataclasses import dataclass

from services.reporting.adapters.mongo_neighbourhood import MongoNeighbourhood
from services.reporting.adapters.mongo_public_reports import MongoPublicReports
from services.reporting.adapters.mongo_time_line import MongoTimeLine
from services.reporting.application.find_nearby import FindNearby, OpenPlaces
from services.reporting.application.keep_register import KeepRegister, RequestRegister
from services.reporting.application.public_requests import PublicRequests
from shared.persistence.store import Database


@dataclass(frozen=True, slots=True)
class MongoRegister:
    """What keeps the registers, and what answers from them."""

    keeper: KeepRegister
    listed: PublicRequests
    nearby: FindNearby


def register_in(database: Database) -> MongoRegister:
    """Return the register of a database; nothing has to be made in it first."""
    reports = MongoPublicReports(database.collection("reports"))
    lines, places = database.collection("public_register"), MongoNeighbourhood(database.collection("public_places"))
    requests, updates = MongoTimeLine(lines, "requests"), MongoTimeLine(lines, "updates")
    keeper = KeepRegister(reports, (RequestRegister(requests, updates), OpenPlaces(places)))
    return MongoRegister(keeper, PublicRequests(reports, requests, updates), FindNearby(reports, places))
