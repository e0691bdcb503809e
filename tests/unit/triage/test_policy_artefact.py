"""The policy as one artefact: the same hash for the same policy, and no way to make it less careful than it may be."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from services.triage.adapters.policy_artefact import artefact_from, digest_of, text_of
from services.triage.adapters.policy_in_force import policy_in_force, policy_to_start_with, release
from services.triage.application.describe_policy import DescribePolicy
from services.triage.domain.decision import Decision
from services.triage.domain.floors import PolicyRefusedError
from services.triage.domain.policy import Policy, assess
from services.triage.domain.sentinels import SENTINELS
from services.triage.settings import PolicySettings
from shared.runtime.errors import RefusedToStartError
from tests.support.reports import OCCASION, a_report, decided, the_policy
from tests.support.triage import triage
from tests.unit.triage.clients import OFFICER, a_case_of, move

Data = dict[str, Any]


def _data(**changes: Any) -> Data:
    data: Data = copy.deepcopy(dict(release().data)) | {"version": "ratified 2026-12"}
    plain: Data = json.loads(json.dumps(data))
    return plain | changes


def _row(data: Data, part: str, name: str) -> Data:
    row: Data = next(row for row in data[part] if row["id"] == name)
    return row


def _texts(data: Data) -> Data:
    texts: Data = data["guidance"]["languages"]["en"]
    return texts


def _refusals(data: Any) -> tuple[str, ...]:
    with pytest.raises(PolicyRefusedError) as refused:
        artefact_from(data, release())
    return refused.value.reasons


def _written(path: Path, data: Data) -> Path:
    file = path / "policy.json"
    file.write_text(text_of(data))
    return file


def test_what_is_exported_is_what_is_loaded(tmp_path: Path) -> None:
    file = _written(tmp_path, dict(release().data))

    assert policy_in_force(artefact=file).digest == the_policy().digest


def test_the_hash_is_the_same_in_every_process_and_stands_in_every_decision() -> None:
    assert digest_of(json.loads(text_of(release().data))) == the_policy().digest
    assert decided("litter").policy_hash == the_policy().digest


def _litter_starts_higher(data: Data) -> None:
    _row(data, "categories", "env.litter")["level"] = 2


def _one_word_more(data: Data) -> None:
    data["lexicon"]["groups"] |= {"GOUL": "goul"}


def _guidance_says_more(data: Data) -> None:
    data["guidance"]["languages"]["en"]["interpreter"].append("It costs nothing.")


def _fewer_repeats(data: Data) -> None:
    data["thresholds"]["nuisance_repeats"] = 2


def _faster_panel(data: Data) -> None:
    data["case_review"]["review_days"] = 10


def _earlier_escalation(data: Data) -> None:
    data["marac"]["escalation_events"] = 2


CHANGES: tuple[Callable[[Data], None], ...] = (
    _litter_starts_higher, _one_word_more, _guidance_says_more, _fewer_repeats, _faster_panel, _earlier_escalation,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_any_change_of_data_changes_the_hash(change: Callable[[Data], None]) -> None:
    data = _data()
    before = digest_of(artefact_from(data, release()).data)
    change(data)

    assert digest_of(artefact_from(data, release()).data) != before


def test_where_a_pattern_stands_in_its_file_is_no_part_of_the_policy() -> None:
    data = _data()
    before = digest_of(data)
    data["lexicon"]["lines"][0]["where"] = "elsewhere line 1"

    assert digest_of(data) == before


def test_an_artefact_in_force_decides_and_names_itself(tmp_path: Path) -> None:
    data = _data()
    _litter_starts_higher(data)
    _fewer_repeats(data)
    policy = policy_in_force(artefact=_written(tmp_path, data))

    def decide(**form: Any) -> Decision:
        return assess(a_report(**form), occasion=OCCASION, policy=policy)

    assert decide(category="env.litter").level == 2
    assert decide(category="nui.parking", repeat_count=2).level == 3
    assert decide(category="nui.parking").policy_version == "ratified 2026-12"
    assert decided(category="nui.parking", repeat_count=2).level == 2


def test_a_rules_sentence_says_the_number_of_the_policy_in_force(tmp_path: Path) -> None:
    data = _data()
    _fewer_repeats(data)
    policy = policy_in_force(artefact=_written(tmp_path, data))

    decision = assess(a_report(category="nui.parking", repeat_count=2), occasion=OCCASION, policy=policy)
    told = {rule["id"]: rule["because"] for rule in DescribePolicy(policy, {})()["rules"]}

    said = next(fired.because for fired in decision.rules_fired if fired.id == "R1")
    assert said == told["R1"] == "In six months the same behaviour has been reported 2 or more times."
    assert "5 or more incidents" in told["R2"]
    assert not any("{" in sentence for sentence in told.values())


async def test_people_move_cases_by_the_clocks_reviews_and_criteria_of_the_policy_in_force(tmp_path: Path) -> None:
    data = _data()
    data["clocks"]["standard_review_days"], data["clocks"]["decide_minutes"] = 1, 20
    data["case_review"]["acknowledge_days"] = 1
    data["marac"]["escalation_events"] = 2
    in_force = PolicySettings(artefact=_written(tmp_path, data))

    async with triage(policy=in_force) as service:
        _, case_id = await a_case_of(service, "Cockerel at five every morning")
        raised = await move(service, f"{case_id}/raise", OFFICER, 1, level=4)
        applied = await service.client.post(
            "/v1/case-reviews", headers=OFFICER, json={"applicant_kind": "individual", "complaints": []}
        )
        casework = service.parts.use_cases.casework

    assert raised.json()["due_at"] == "2026-03-04T12:20:00Z"
    assert applied.json()["due_at"] == "2026-03-05T17:00:00Z"
    assert casework.record_dash.policy.escalation_events == 2


def _another_policy_of_the_same_name(data: Data) -> None:
    _fewer_repeats(data)
    data["version"] = release().version


REFUSED: tuple[tuple[str, Callable[[Data], object]], ...] = (
    ("H05: floor of domestic_abuse", lambda d: _row(d, "flags", "domestic_abuse").update(floor=3)),
    ("H13: blocking of suicide_self_harm", lambda d: _row(d, "flags", "suicide_self_harm").update(blocking=False)),
    ("H07: H07 is missing", lambda d: d["rules"].remove(_row(d, "rules", "H07"))),
    ("H15: honour_based_abuse is missing", lambda d: d["flags"].remove(_row(d, "flags", "honour_based_abuse"))),
    ("CAT saf.child: level 3", lambda d: _row(d, "categories", "saf.child").update(level=3)),
    ("CAT crime.robbery: level 2", lambda d: _row(d, "categories", "crime.robbery").update(level=2)),
    ("CAT env.litter: level 0", lambda d: _row(d, "categories", "env.litter").update(level=0)),
    ("C4 env.fly_tipping", lambda d: _row(d, "categories", "env.fly_tipping").update(community_eligible=True)),
    ("C4 env.litter", lambda d: _row(d, "categories", "env.litter").update(level=3)),
    ("CAT per.hate: grade STANDARD", lambda d: _row(d, "categories", "per.hate").update(grade="STANDARD")),
    ("CAT saf.child: harm weight", lambda d: _row(d, "categories", "saf.child").update(weight=5)),
    ("CAT env.litter: the policy names no lead", lambda d: _row(d, "categories", "env.litter").update(lead="Bob")),
    ("CAT env.litter: the category is missing", lambda d: d["categories"].remove(_row(d, "categories", "env.litter"))),
    ("threshold nuisance_repeats: 4", lambda d: d["thresholds"].update(nuisance_repeats=4)),
    ("threshold review_complaints: 0", lambda d: d["thresholds"].update(review_complaints=0)),
    ("clock page_minutes: 16", lambda d: d["clocks"].update(page_minutes=16)),
    ("case_review review_days: 21", lambda d: d["case_review"].update(review_days=21)),
    ("case_review appeal_window_days: 27", lambda d: d["case_review"].update(appeal_window_days=27)),
    ("case_review linked_location", lambda d: d["case_review"].update(linked_location_reports=0)),
    ("marac escalation_events: 6", lambda d: d["marac"].update(escalation_events=6)),
    ("RAM: the bands", lambda d: d["matrix"].update(high_from=45)),
    ("RAM: the bands", lambda d: d["matrix"].update(medium_from=22)),
    ("guidance en: danger-now does not say 999", lambda d: _texts(d).update({"danger-now": ["Hi"]})),
    ("guidance en: the text stalking is missing", lambda d: _texts(d).pop("stalking")),
    ("unknown number bobs_mobile", lambda d: _texts(d)["stalking"].append("{bobs_mobile}")),
    ("soft_signs: it comes with the release", lambda d: d["soft_signs"].clear()),
    ("thresholds: it holds something that is not read", lambda d: d["thresholds"].update(shoe_size=3)),
    ("clocks: it is missing", lambda d: d.pop("clocks")),
    ("extras: there is no such part", lambda d: d.update(extras=1)),
    ("cannot be called triage-policy 1.0.0 too", _another_policy_of_the_same_name),
    ("nuisance_repeats", lambda d: d["thresholds"].update(nuisance_repeats="three")),
)  # fmt: skip


@pytest.mark.parametrize(("reason", "change"), REFUSED, ids=[reason for reason, _ in REFUSED])
def test_what_would_be_less_careful_is_refused_by_name(reason: str, change: Callable[[Data], object]) -> None:
    data = _data()
    change(data)

    assert any(reason in refusal for refusal in _refusals(data))


@pytest.mark.parametrize("nothing", [None, [], "policy", 4])
def test_what_is_no_policy_is_refused(nothing: object) -> None:
    assert _refusals(nothing) == ("the file holds no policy: an object is expected",)


def test_a_lexicon_that_no_longer_hears_a_hard_rule_is_refused_by_the_rule(tmp_path: Path) -> None:
    data = _data()
    lines = data["lexicon"]["lines"]
    data["lexicon"]["lines"] = [line for line in lines if line["name"] != "suicide_self_harm"]

    with pytest.raises(PolicyRefusedError) as refused:
        policy_in_force(artefact=_written(tmp_path, data))

    assert [reason.partition(":")[0] for reason in refused.value.reasons] == ["H13"]


def test_a_broken_artefact_stops_the_start_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")

    with pytest.raises(RefusedToStartError, match=r"broken\.json"):
        policy_to_start_with(broken)
    with pytest.raises(RefusedToStartError, match="No such file"):
        policy_to_start_with(tmp_path / "none.json")


def test_each_hard_rule_has_a_sentence_that_fires_it() -> None:
    assert set(SENTINELS) == {f"H{number:02}" for number in range(1, 23)}
    for rule, sentence in SENTINELS.items():
        assert rule in {fired.id for fired in decided(sentence).rules_fired}


def test_harm_weights_change_nothing_for_a_report(tmp_path: Path) -> None:
    data = _data()
    for row in data["categories"]:
        row["weight"] = 0 if row["id"].startswith("saf.") else 7.0
    weighed: Policy = policy_in_force(artefact=_written(tmp_path, data))

    for row in release().terms.categories.values():
        plain = decided(category=row.id, repeat_count=2, targeted="yes")
        other = assess(a_report(category=row.id, repeat_count=2, targeted="yes"), occasion=OCCASION, policy=weighed)
        assert (other.level, other.grade, other.flags, other.community) == (
            plain.level, plain.grade, plain.flags, plain.community,
        )  # fmt: skip
