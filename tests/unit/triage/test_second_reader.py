"""The second reader: what sounds like danger is read by a person; it lowers nothing, and it can be switched off."""

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.adapters.policy_artefact import text_of
from services.triage.adapters.policy_in_force import policy_in_force, release
from services.triage.domain.decision import Decision
from services.triage.domain.policy import Policy, assess
from services.triage.domain.report import Intake
from services.triage.domain.text.extract import read
from services.triage.domain.text.lexicon import Lexicon, compiled, people_in
from services.triage.domain.text.second_reader import Listener, SecondReader
from services.triage.domain.text.source import LexiconError
from services.triage.domain.text.tokens import tokens_of
from tests.corpus.labelled import DEVELOPMENT, labelled_in
from tests.corpus.training import FILE, is_dangerous, kept, train
from tests.support.reports import OCCASION, the_policy

WEIGHTS = {"zorp": 4.0, "zorp quib": 2.0, "<somebody> zorp": 3.0, "picnic": -4.0}


def hears(text: str, weights: Mapping[str, float] = WEIGHTS, *, somewhat: float = 2.0, much: float = 3.5) -> Decision:
    """The decision of a policy whose second reader knows these words only."""
    lexicon = compiled(replace(lexicon_source(), second_reader=SecondReader(weights, 0.0, somewhat, much)))
    policy = Policy(read=lambda words: read(words, lexicon), digest="sha256:of-a-test")
    return assess(Intake(text, category="env.litter"), occasion=OCCASION, policy=policy)


def rules(decision: Decision) -> set[str]:
    return {fired.id for fired in decision.rules_fired} & {"S1", "S2"}


def test_what_sounds_much_like_danger_goes_to_a_person_within_the_hour() -> None:
    decision = hears("there is zorp on the path")

    assert rules(decision) == {"S1", "S2"}
    assert (decision.level, decision.grade.name) == (3, "PRIORITY")
    assert decision.human_required
    assert not decision.community.allowed


def test_what_sounds_somewhat_like_danger_keeps_its_level_and_is_read_before_anybody_is_asked() -> None:
    decision = hears("there is zorp on the path", much=9)

    assert rules(decision) == {"S2"}
    assert decision.level == hears("there is litter on the path").level
    assert decision.human_required
    assert decision.community.blockers == ("C3",)


def test_a_danger_that_the_lexicon_names_needs_no_second_reader() -> None:
    decision = hears("zorp, and he has a knife in his hand")

    assert decision.level == 4
    assert rules(decision) == set()


def test_a_word_that_sounds_harmless_takes_nothing_from_another_sentence() -> None:
    assert rules(hears("there is zorp. we had a picnic, a picnic, and a picnic")) == {"S1", "S2"}


@pytest.mark.parametrize("text", ["he never punched me zorp", "nobody was stabbed on zorp street"])
def test_what_the_lexicon_dismissed_is_not_heard_again(text: str) -> None:
    assert rules(hears(text, {"zorp": 9.0})) == set()
    assert rules(hears(f"{text}. but there is zorp on the path", {"zorp": 9.0})) == {"S1", "S2"}


def test_neighbouring_words_count_together_and_not_across_sentences() -> None:
    assert rules(hears("there is zorp quib on the path", {"zorp quib": 4.0})) == {"S1", "S2"}
    assert rules(hears("there is litter and zorp. quib on the path", {"zorp quib": 4.0})) == set()


@pytest.mark.parametrize("who", ["man", "woman", "lads", "pensioners", "polish men", "muslims", "travellers"])
def test_whoever_it_is_counts_as_somebody(who: str) -> None:
    weights = {"<somebody> zorp": 4.0} | dict.fromkeys(who.split(), 9.0)

    assert rules(hears(f"{who} zorp here", weights, somewhat=1, much=3)) == {"S1", "S2"}
    assert rules(hears(f"{who} here", weights, somewhat=1, much=3)) == set()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compiled(lexicon_source())


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.sampled_from([one.text for one in labelled_in(DEVELOPMENT)]), min_size=2, max_size=3))
def test_another_sentence_never_lowers_what_was_heard(lexicon: Lexicon, texts: list[str]) -> None:
    listener = lexicon.listener
    assert listener is not None
    heard = [" . ".join(texts[: number + 1]) for number in range(len(texts))]

    scores = [listener.score(tokens_of(text, lexicon.spelling.canonical)) for text in heard]

    assert scores == sorted(scores)


def test_it_is_data_of_the_policy_and_can_be_switched_off(tmp_path: Path) -> None:
    data = orjson.loads(text_of(release().data))
    data["version"] = "without a second reader"
    data["lexicon"]["second_reader"] = None
    (tmp_path / "policy.json").write_bytes(orjson.dumps(data))

    policy = policy_in_force(artefact=tmp_path / "policy.json")

    assert policy.digest != the_policy().digest
    assert not [one for one in labelled_in(DEVELOPMENT)[:200] if rules(_decided(one.text, policy))]
    assert [one for one in labelled_in(DEVELOPMENT)[:200] if one.decision.rules_fired]


def _decided(text: str, policy: Policy) -> Decision:
    return assess(Intake(text), occasion=OCCASION, policy=policy)


def test_a_broken_file_stops_the_start_by_name(tmp_path: Path) -> None:
    source = FILE.parent
    for file in source.glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text())
    (tmp_path / FILE.name).write_text('{"weights": {"zorp": "heavy"}, "bias": 0, "somewhat": 1, "much": 2}')

    with pytest.raises(LexiconError, match=r"second_reader\.json"):
        lexicon_source(tmp_path)


def test_training_is_reproducible_and_learns_what_it_is_shown(lexicon: Lexicon) -> None:
    reports = labelled_in(DEVELOPMENT)[:300]
    first, again = train(reports), train(reports)

    assert kept(first) == kept(again)
    listener = Listener(first, people_in(lexicon))
    scores = {report.id: listener.score(tokens_of(report.text, lexicon.spelling.canonical)) for report in reports}
    dangerous = [scores[report.id] for report in reports if is_dangerous(report)]
    harmless = [scores[report.id] for report in reports if not is_dangerous(report)]
    assert math.fsum(dangerous) / len(dangerous) > math.fsum(harmless) / len(harmless) + 1
