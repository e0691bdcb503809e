"""M1: several concerns in one report. The gravest sets the level; the others are not forgotten beside it."""

import pytest

from services.triage.domain.decision import record_of
from tests.corpus.labelled import DEVELOPMENT, labelled_in
from tests.support.reports import decided

BOTH = "My husband hits me. Also the streetlight outside is out."


def test_an_everyday_matter_beside_a_danger_becomes_an_item_with_its_own_lead_and_time() -> None:
    decision = decided(BOTH)
    item = decision.items[0]

    assert (decision.level, decision.category) == (4, "saf.domestic_abuse")
    assert (item.category, item.level, item.grade.name, item.lead_role) == (
        "env.street_lighting", 1, "PLANNED", "highways",
    )  # fmt: skip
    assert item.due_at > decision.due_at


def test_the_order_of_the_sentences_changes_nothing() -> None:
    other = decided("The streetlight outside is out. Also my husband hits me.")

    assert other.items == decided(BOTH).items
    assert other.level == 4


def test_the_gravest_concern_sets_the_level_though_it_is_told_in_passing() -> None:
    decision = decided(
        "kids play football and kick the ball about every day. Also my shed was burgled", category="nui.ball_games"
    )

    assert decision.level == 3


def test_the_rule_is_named_and_the_record_holds_the_items() -> None:
    record = record_of(decided(BOTH))

    assert "M1" in {rule["id"] for rule in record["rules_fired"]}  # type: ignore[attr-defined]  # a record is plain data
    assert [item["category"] for item in record["items"]] == ["env.street_lighting"]  # type: ignore[attr-defined]


def test_an_item_is_the_same_item_whenever_it_is_decided() -> None:
    assert decided(BOTH).items[0].id == decided(f"{BOTH} It is dark.").items[0].id


def test_a_further_concern_that_is_not_for_communities_keeps_the_report_from_them() -> None:
    plain = decided("Litter all over the park.", share_with_community="yes")
    both = decided("Litter all over the park. There is an abandoned car too.", share_with_community="yes")

    assert plain.community.allowed
    assert "C4" in both.community.blockers


@pytest.mark.parametrize(
    "text",
    [
        "My husband hits me",
        "lads shouting and drinking in the park",
        "Litter everywhere. So much litter. Rubbish all over",
        "The dog barks all day. My husband hits me and the dog",
        "he set the dog on me. the dog is dangerous",
    ],
)
def test_one_concern_in_many_words_is_not_split(text: str) -> None:
    assert [item for item in decided(text).items if item.category == decided(text).category] == []


def test_nothing_dangerous_is_ever_split_off() -> None:
    decision = decided("Litter all over the park. Also they are dealing drugs to kids behind the bins.")

    assert decision.level == 4
    assert "crime.drugs" not in [item.category for item in decision.items]


def test_reports_about_one_matter_stay_whole() -> None:
    split = [report.id for report in labelled_in(DEVELOPMENT) if report.decision.items and "M1" not in report.rules]

    assert len(split) <= 0.01 * 702
