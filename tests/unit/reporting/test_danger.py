import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.danger import Signs, danger_signals
from shared.contracts.vocabulary import CATEGORIES

DANGER = (
    "he's got in",
    "hes got a knife",
    "theres lads wi a nank outside shop",
    "someone has been stabbed outside the chippy",
    "they're fighting in the street now",
    "my husband is hitting me",
    "I don't want to be here anymore",
    "house on fire",
    "smoke pouring out of number 4",
    "a man is trying to get in my back door",
    "he said he'll kill me",
    "I didn't see it but he said he had one, a knife",
    "not a real gun but he pointed it",
    "nobody was hurt but they were fighting",
    "they have dragged a girl into a van",
    "wont let me leave the house",
    "she's taken all her pills",
    "he's on the bridge and wont come down",
    "my daughter hasnt come home",
    "theres a kid on his own been left alone in the flat",
    "KNIFFFE",
    "stabed",
    "tooled up lads kicking off",
    "he jumped me lads battered him",
    "he's being battered",
    "fire in the bin store",
    "someones in my house",
    "the carer hits my nan",
    "need an ambulance",
    "she cant breathe",
    "someone is being hurt next door",
    "They are smashing the door in",
    "ther brekaing in",
    "i am going to end it all",
    "my uncle touches me",
    "he is following me home",
    "they want to take me to pakistan to get married",
    "pls help hes beating her",
    "a woman screaming for help",
    "lad waving a machete",
    "kids throwing fireworks at people",
    "bloke swinging a hammer about",
    "dog attacked a child",
    "he's locked me in",
    "my ex keeps turning up outside my house",
    "nóż",
    "hes gonna do it tonight he has a rope",
    "call police now",
    "he is hurting her",
    "hes strangling her",
    "im scared of my dad",
    "I think he's going to hurt himself",
    "gang have taken over his flat",
    "she has been kidnapped",
    "bomb in the station",
    "they poured petrol through the letterbox",
    "theres a bloke with a sword",
    "my mate has passed out and isnt waking up",
    "my son is missing",
    "help hes inside",
)
ROUTINE = (
    "no knife",
    "there is litter all over the park",
    "bin overflowing for weeks, rats",
    "neighbour's dog barking all night doing my head in",
    "cheers for the 3am karaoke",
    "I could murder a brew",
    "it's like a war zone round here with the rubbish",
    "kids playing football against my wall",
    "cars parked on the pavement, pushchairs can't get past",
    "streetlight out, I'm worried someone could get hurt? no",
    "we would like to start a litter pick",
    "fireworks every night",
    "overgrown hedge blocking the path",
    "bonfire smoke every weekend",
    "music until 2am, like gun lane festival",
    "someone left a sofa on the ginnel",
    "teenagers hanging about, noisy but no trouble",
    "can you help me report fly tipping",
    "the fire door is propped open",
    "kids having a water fight in the park",
    "graffiti on the wall of the school",
    "broken window at the bus stop",
    "motorbikes on the field",
    "I am lonely since my wife died",
    "the police came last week and it stopped",
    "blades of grass all over",
    "there were no fights and nobody was hurt",
    "speeding cars, someone will be killed one day",
    "drunk lads shouting last night",
    "the wind has blown a fence panel down",
    "please get in touch",
)


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_seen_however_it_is_written(text: str) -> None:
    assert danger_signals(Signs(text=text))


@pytest.mark.parametrize("text", DANGER)
def test_capitals_and_company_hide_no_danger(text: str) -> None:
    assert danger_signals(Signs(text=f"There is litter in the park.\n{text.upper()}!!! Thanks"))


@pytest.mark.parametrize("text", ROUTINE)
def test_routine_matters_are_not_urgent(text: str) -> None:
    assert danger_signals(Signs(text=text)) == ()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("no knife, but they were battering him", "text.violence"),
        ("I am not sure if he has a gun", "text.weapon"),
        ("he had no shirt on and a machete", "text.weapon"),
        ("I'm not suicidal but I don't want to be here anymore", "text.suicide"),
        ("laughing, could kill myself", "text.suicide"),
    ],
)
def test_a_denial_or_a_joke_beside_it_does_not_hide_danger(text: str, signal: str) -> None:
    assert signal in danger_signals(Signs(text=text))


def test_a_fight_that_is_clearly_over_is_not_urgent_by_its_words_alone() -> None:
    text = "there was a fight outside the club"

    assert danger_signals(Signs(text=text, when="last_week")) == ()
    assert danger_signals(Signs(text=text, when="now"))
    assert danger_signals(Signs(text=text, when="last_week", ongoing=True))
    assert danger_signals(Signs(text=text))


@pytest.mark.parametrize(
    "signs",
    [
        Signs(weapon="yes"),
        Signs(injured="yes", ongoing=True),
        Signs(injured="yes", category="per.neighbour_dispute"),
        Signs(category="crime.robbery"),
        Signs(category="crime.possession-of-weapons"),
        Signs(category="crime.burglary", when="now"),
        Signs(category="per.hate", ongoing=True),
    ],
)
def test_fields_alone_can_mean_danger(signs: Signs) -> None:
    assert danger_signals(signs)


@pytest.mark.parametrize("category", [category for category in CATEGORIES if category.startswith("saf.")])
def test_every_safeguarding_category_is_urgent(category: str) -> None:
    assert f"category.{category}" in danger_signals(Signs(category=category))


@pytest.mark.parametrize("category", [c for c in CATEGORIES if c.startswith(("env.", "nui.", "com.idea", "unk."))])
def test_no_nuisance_category_is_urgent_by_itself(category: str) -> None:
    assert danger_signals(Signs(category=category, ongoing=True, when="now")) == ()


@given(st.text(max_size=300), st.sampled_from(DANGER))
def test_nothing_before_danger_in_another_sentence_hides_it(before: str, danger: str) -> None:
    assert danger_signals(Signs(text=f"{before}.\n\n{danger}"))


@given(st.text(max_size=2_000))
def test_the_screen_never_fails(text: str) -> None:
    assert danger_signals(Signs(text=text)) == danger_signals(Signs(text=text))
