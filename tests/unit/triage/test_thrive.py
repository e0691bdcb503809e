"""THRIVE is a record with value, source and confidence under every heading; nothing is guessed."""

from services.triage.domain.decision import record_of
from services.triage.domain.thrive import Heading
from tests.support.readings import told


def test_what_nobody_said_is_not_known() -> None:
    thrive = dict(told().decision.thrive)

    assert thrive["harm"] == thrive["investigation"] == thrive["vulnerability"] == Heading()
    assert thrive["threat"].value == "none seen; not_known"


def test_each_heading_says_by_whose_word_and_how_surely() -> None:
    thrive = dict(told("weapon", when="now", injured="yes", vulnerability=("carer",)).decision.thrive)

    assert thrive["threat"].value == "immediate_danger; now"
    assert thrive["harm"].value == "life"
    assert thrive["risk"].value == "occurring"
    assert thrive["investigation"] == Heading("perishable evidence possible", "field", "confirmed")
    assert thrive["vulnerability"] == Heading("factors stated", "field", "confirmed")


def test_one_soft_sign_is_a_possible_threat() -> None:
    assert dict(told("stalking:a").decision.thrive)["threat"] == Heading("stalking; not_known", "text", "possible")


def test_it_is_in_the_decision_record() -> None:
    record = record_of(told(safe_contact="none").decision)

    assert record["thrive"]["engagement"] == {  # type: ignore[index]  # a record is plain data
        "value": "safe contact only", "source": "field", "confidence": "confirmed",
    }  # fmt: skip
    assert set(record["thrive"]) == {  # type: ignore[call-overload]
        "threat", "harm", "risk", "investigation", "vulnerability", "engagement", "prevention", "intervention",
    }  # fmt: skip
