"""Reports read back from a topic and decided, as triage does it: the bytes that are kept."""

import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID

from services.triage.adapters.documents import decision_text_of
from services.triage.adapters.policy_in_force import policy_in_force
from services.triage.application.open_case import opened_case
from services.triage.application.ports import Narrative
from services.triage.domain.policy import Policy
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportSubmitted
from shared.messaging.codec import event_from, record_of
from shared.messaging.record import Record
from tests.corpus.labelled import DEVELOPMENT, labelled_in
from tests.support.events import a_report, as_read

_EVERY = 16
"""Of the labelled reports one in so many: some of every level and voice."""


def labelled_reports() -> Mapping[UUID, tuple[ReportSubmitted, str]]:
    """Return submitted reports with their words, by id."""
    found = {}
    for number, labelled in enumerate(labelled_in(DEVELOPMENT)[::_EVERY]):
        fields = IntakeFields.model_validate(labelled.intake)
        report = a_report(number).model_copy(update={"intake": fields, "has_text": bool(labelled.text)})
        found[report.report_id] = (report, labelled.text)
    return found


def decisions_of(records: Sequence[Record], words: Mapping[UUID, str], policy: Policy) -> Mapping[UUID, bytes]:
    """Return the decision on each report of these records, as it is kept."""
    found = {}
    for record in records:
        event = event_from(record)
        assert isinstance(event, ReportSubmitted)
        text = words[event.report_id] or None
        found[event.report_id] = decision_text_of(opened_case(event, Narrative(text), policy).decision).encode()
    return found


def main() -> None:
    """Print a digest of every decision, made in this process on what a record carries."""
    given = labelled_reports()
    records = [as_read(record_of(report)) for report, _ in given.values()]
    made = decisions_of(records, {name: words for name, (_, words) in given.items()}, policy_in_force())
    digest = sha256(b"".join(made[report_id] for report_id in sorted(made)))
    sys.stdout.write(digest.hexdigest())


if __name__ == "__main__":
    main()
