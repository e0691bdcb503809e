"""The rules of reading, N1-N11 and U1-U3, each with what it must let through beside what it must stop."""

import re

import pytest

from services.triage.domain.flags import FLAGS
from tests.support.reports import decided, the_policy


def flags(text: str) -> tuple[str, ...]:
    return decided(text).flag_names


@pytest.mark.parametrize(
    ("said", "denied", "flag"),
    [
        ("he had a knife", "he had no knife", "weapon"),
        ("the lads were fighting", "the lads were not fighting", "violence"),
        ("my husband hits me", "my husband has never hit me", "domestic_abuse"),
        ("they are dealing drugs at the garages", "nobody is dealing drugs at the garages", "drug_supply"),
        ("the dog bit my son", "the dog did not bite my son", "dangerous_dog"),
        ("somebody set fire to the bins", "nobody set fire to the bins", "arson_fire_risk"),
    ],
)
def test_a_denial_raises_nothing(said: str, denied: str, flag: str) -> None:
    assert flag in flags(said)
    assert flag not in flags(denied)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("nobody was hurt but they were fighting", "violence"),
        ("no knife this time, he punched my brother in the face", "violence"),
        ("I don't like his music, he said he would stab me", "threat_of_violence"),
        ("it wasn't just shouting, he strangled her", "violence"),
        ("I didn't see it but he said he had a knife on him", "weapon"),
        ("not a real gun but he pointed it at us", "weapon"),
        ("the little lad next door ain't had no tea for three days", "child_safeguarding"),
    ],
)
def test_a_denial_reaches_no_further_than_what_it_denies(text: str, flag: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize(
    ("danger", "beside"),
    [
        ("a man pulled a knife on me", "there was a film on tv"),
        ("a man pulled a knife on me", "we moved here years ago"),
        ("he had a knife outside", "I was watching the news on telly"),
        ("my neighbour said he will stab me", "when I was a prison officer I saw it all"),
        ("he punched my son outside our house", "what if someone gets hurt"),
        ("he pulled a knife on us", "I could murder a brew"),
    ],
)
@pytest.mark.parametrize("join", [", ", ". ", " and ", " but ", "; "])
def test_what_is_on_telly_or_long_ago_hides_no_danger_beside_it(danger: str, beside: str, join: str) -> None:
    assert decided(f"{beside}{join}{danger}").level == 4
    assert decided(f"{danger}{join}{beside}").level == 4


@pytest.mark.parametrize(
    "text",
    [
        "On the news last night, a man was stabbed in London. Could we have a youth club?",
        "I saw on telly that somebody was shot. Could we have a youth club?",
        "Years ago a man was stabbed in this street. Could we have a bench?",
        "What if someone gets stabbed? Could we have a youth club?",
        "I could murder a brew. Could we have a bench?",
        "We were killing ourselves laughing. Could we have a bench?",
        "I was a prison officer for years and dealt with stabbings. I would love to help at the youth club.",
    ],
)
def test_what_is_figurative_feared_past_or_elsewhere_raises_nothing(text: str) -> None:
    assert decided(text).level == 1


def test_abuse_is_never_too_long_ago() -> None:
    assert decided("When I was a kid in the seventies my teacher abused me").level == 4


def test_suicide_is_never_dismissed_as_a_figure_of_speech() -> None:
    assert "suicide_self_harm" in flags("what if someone like me just killed himself")


@pytest.mark.parametrize(
    "softener",
    [
        "I expect it's fine but ",
        "me being silly I'm sure, ",
        "not wanting to get anyone into bother, ",
        "cheers for this, ",
    ],
)
def test_tone_never_lowers(softener: str) -> None:
    assert decided(f"{softener}he punched my mum in the face").level == 4


def test_hearsay_counts_in_full_and_is_recorded() -> None:
    assert {"hearsay", "weapon"} <= set(flags("my mate told me that he had a knife"))


@pytest.mark.parametrize("text", ["he's got in", "help he's in my house", "HES GOT A GUN HELP"])
def test_three_words_can_be_an_emergency(text: str) -> None:
    assert decided(text).grade.name == "EMERGENCY"


@pytest.mark.parametrize(
    "text",
    [
        "Proszę o pomoc, boję się mojego męża",
        "mera shohar mujhe roz maarta hai, madad karo",
        "جاري يهددني كل يوم",
        "ਮੇਰਾ ਪਤੀ ਮੈਨੂੰ ਮਾਰਦਾ ਹੈ",
        "Vecinul meu mă amenință și mi-e frică",
        "Komşum beni her gün tehdit ediyor",
        "我的邻居每天晚上都很吵",
    ],
)
def test_another_language_is_read_by_a_person_with_an_interpreter(text: str) -> None:
    decision = decided(text)

    assert {"unclear_needs_contact", "accessible_contact_needed"} <= set(decision.flag_names)
    assert not decision.community.allowed


def test_english_among_other_words_is_still_read() -> None:
    assert "domestic_abuse" in flags("Please help, mera husband hit me with his belt, bahut dar lagta hai")


def test_one_soft_sign_is_possible_and_two_are_probable() -> None:
    one = decided("There was a toddler wandering in the road on its own")
    two = decided("There was a toddler wandering in the road on its own, filthy and hungry")

    assert (one.level, two.level) == (3, 4)


def test_every_flag_from_words_names_the_words_it_rests_on() -> None:
    text = "He's got a machete and he said he will kill me, the kids are terrified"
    reading = the_policy().read(text)

    assert {signal.flag for signal in reading.signals} <= FLAGS.keys()
    for signal in reading.signals:
        start, end = map(int, re.fullmatch(r"text:(\d+)-(\d+)", signal.evidence).groups())  # type: ignore[union-attr]
        assert text[start:end].strip()


@pytest.mark.parametrize(
    ("plain", "northern"),
    [
        ("he's got a knife down the ginnel", "he's got a knife down t'ginnel"),
        ("they set fire to the shed on the rec", "they set fire to th' shed on t' rec"),
    ],
)
def test_a_clipped_article_is_an_article(plain: str, northern: str) -> None:
    assert decided(northern).level == decided(plain).level
    assert flags(northern) == flags(plain)


def test_a_verb_is_found_in_its_irregular_forms_too() -> None:
    for said in ("he throws bottles at us", "he threw bottles at us", "bottles were thrown at us"):
        assert "violence" in flags(said)


def test_what_only_seemed_not_to_be_so_is_denied_as_well() -> None:
    assert decided("There was a scrap outside the pub last weekend, nobody seemed hurt and they all ran off").level == 3


@pytest.mark.parametrize(
    ("danger", "everyday"),
    [
        ("He told me I'd be fish food", "He told me the fish food bags are dumped as litter in the park again"),
        ("My flatmate is sat on the window ledge", "Lads sat on the ledge drop litter by the bins"),
    ],
)
def test_a_wide_net_catches_nothing_in_a_sentence_about_an_everyday_matter(danger: str, everyday: str) -> None:
    assert decided(danger).level == 4
    assert decided(everyday).level < 4
    assert decided(f"{everyday}. {danger}").level == 4
