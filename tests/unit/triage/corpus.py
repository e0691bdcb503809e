"""Made-up reports in many voices with what a safeguarding lead would say of each; scored by test_corpus.py.

A case is a text, the level, the flags it must have, and options: `no` flags it must not have, `grade`, `offer`
whether the community may be asked (None: not judged), and any intake field.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    level: int
    flags: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    grade: str | None = None
    offer: bool | None = None
    fields: dict[str, Any] = field(default_factory=dict)


def case(text: str, level: int, flags: str = "", **options: Any) -> Case:
    no = tuple(options.pop("no", "").split())
    known = {name: options.pop(name) for name in ("grade", "offer") if name in options}
    return Case(text, level, tuple(flags.split()), no, fields=options, **known)


DANGER = (
    case(
        "He's got a knife outside the Co-op right now, he's shouting at people",
        4,
        "weapon immediate_danger",
        grade="EMERGENCY",
    ),
    case("lad on our street waving a machete about", 4, "weapon"),
    case("theres a lad wi a shank in his trackies down by the ginnel", 4, "weapon"),
    case("i seen 2 boys showin off a blade on the bus, year 9s", 4, "weapon"),
    case("Didn't see it myself but he said he had one on him, a knife I mean", 4, "weapon"),
    case("It wasn't a real gun I don't think but he was pointing it at cars", 4, "weapon"),
    case("Group of them tooled up with baseball bats walking round the estate", 4, "weapon"),
    case("someone threw acid at a lad by the shops", 4, "weapon"),
    case("kids chucking fireworks at people walking past", 4, "weapon"),
    case("HES OUTSIDE WITH A HAMMER SMASHING THE DOOR PLEASE HURRY", 4, "weapon immediate_danger", grade="EMERGENCY"),
    case("No knife, no weapons, just kids being loud in the park", 2, "", no="weapon violence", offer=True),
    case(
        "my neighbour keeps his kitchen so tidy, anyway the streetlight is out again on Mill Lane", 1, "", no="weapon"
    ),
    case(
        "Could murder a brew after picking up all this litter, it's like a war zone round the bins",
        1,
        "",
        no="weapon violence threat_of_violence",
    ),
    case("Can we have a knife amnesty bin near the library?", 1, "", no="weapon"),
    case(
        "Two lads were fighting outside the kebab shop Saturday night, all over in a minute, nobody hurt",
        3,
        "violence",
        no="weapon",
    ),
    case("it all kicked off outside the Crown again, punches thrown, they were gone before anyone came", 3, "violence"),
    case("my son got jumped by four lads on his way home from school, black eye and a split lip", 4, "violence"),
    case("A woman was punched in the face at the bus stop yesterday", 4, "violence"),
    case("nobody was hurt but a lad got leathered by the older ones behind the shops", 4, "violence"),
    case("Old chap at the flats was pushed over and kicked by teenagers", 4, "violence"),
    case("bloke next door spat at me and shoved me against the wall over the bins", 4, "violence"),
    case("he sed hes gonna put me in hospital if i park there agen", 4, "threat_of_violence"),
    case("He told me he knows where I live and I'd better watch my back", 4, "threat_of_violence"),
    case("she threatened to burn our house down with the kids in it", 4, "threat_of_violence arson_fire_risk"),
    case("youre dead when i see you is what he texted my lad", 4, "threat_of_violence"),
    case("My mum will kill me if she finds out I lost the bin", 2, "", no="threat_of_violence", category="unk.unclear"),
    case(
        "They're killing the grass riding bikes over it", 2, "", no="threat_of_violence", category="nui.vehicle_offroad"
    ),
    case("Someone poured petrol through the letterbox at number 9", 4, "arson_fire_risk"),
    case("kids setting fire to the wheelie bins on the rec again", 3, "arson_fire_risk"),
    case("the flat below is on fire flames out the window", 4, "arson_fire_risk immediate_danger", grade="EMERGENCY"),
    case("neighbours bonfire every saturday the smoke comes in my washing", 2, "", no="arson_fire_risk", offer=False),
    case("That XL bully got out and went for a little lad, bit his arm", 4, "dangerous_dog"),
    case("A staffy off its lead chased my cat and snarled at me", 3, "dangerous_dog"),
    case("dog barking all day while they're at work", 2, "", no="dangerous_dog", offer=True),
    case("Since I gave a statement to police they've put my windows through twice", 4, "intimidation_reprisal"),
    case("everyone on this landing knows who it is but they're all too scared to say owt", 3, "intimidation_reprisal"),
    case("he calls me a grass every time I go past because I rang the council", 4, "intimidation_reprisal"),
    case("hes got in", 4, "immediate_danger", grade="EMERGENCY"),
    case("someone trying to kick my door in im on my own", 4, "immediate_danger", grade="EMERGENCY"),
    case(
        "My boyfriend hit the roof when he saw the parking ticket outside our house",
        2,
        "",
        no="violence domestic_abuse",
        category="nui.parking",
    ),
    case(
        "What if someone gets stabbed in that underpass, it needs lights",
        1,
        "",
        no="weapon violence",
        category="com.feels_unsafe",
    ),
    case("worried that somebody will get hurt on that broken step", 1, "", no="violence", category="com.feels_unsafe"),
    case(
        "I watched a documentary about stabbings on telly and now I feel nervous walking home",
        1,
        "",
        no="weapon violence",
        category="com.feels_unsafe",
    ),
    case(
        "there was a stabbing here about 20 years ago, since then it has been quiet. The lamp post is out.",
        1,
        "",
        no="weapon violence",
    ),
)

HOME = (
    case("My husband hits me when he's had a drink, I don't know who to tell", 4, "domestic_abuse"),
    case("me other half batters me every time he's been on't beer", 4, "domestic_abuse"),
    case("He checks my phone and won't let me see my sister, he has my bank card", 4, "domestic_abuse"),
    case("hear her screaming and things smashing next door most nights, then she's crying", 4, "domestic_abuse"),
    case("Shouting and banging again from the couple upstairs tonight", 3, "domestic_abuse"),
    case(
        "My ex keeps turning up at my house and ringing all night even though there is a court order",
        4,
        "domestic_abuse",
    ),
    case("my daughters fella has been knocking her about again", 4, "domestic_abuse"),
    case("my son is 34 and he punches me when I don't give him money, I'm 71", 4, "domestic_abuse"),
    case(
        "i not allow go out, husband take my passport and money, he say if i tell police he kill me",
        4,
        "domestic_abuse",
    ),
    case("She's not been hit or owt, he just decides everything she does and takes her wages", 4, "domestic_abuse"),
    case("neighbour's domestic waste piled up in the yard, bin bags everywhere", 1, "", no="domestic_abuse"),
    case("a man on the bus was touching girls legs", 4, "sexual_offence"),
    case("bloke in the park got his thing out in front of us", 4, "sexual_offence"),
    case("my mates drink got spiked at that new bar", 4, "sexual_offence"),
    case("He's sharing naked pictures of me with everyone at college", 4, "sexual_offence"),
    case("man flashed my daughter by the canal", 4, "sexual_offence"),
    case(
        "blue lights flashing outside all night from the new sign",
        2,
        "",
        no="sexual_offence",
        category="env.noise_commercial",
    ),
    case("i was raped last year and ive never told anyone", 4, "sexual_offence"),
    case("Three little ones left on their own all night at number 6 while mum's out", 4, "child_safeguarding"),
    case("toddler wandering on the main road in just a nappy, no adult about", 4, "child_safeguarding"),
    case("the baby next door cries for hours every night", 3, "child_safeguarding"),
    case("A lad in my class has bruises all up his arms and says he doesn't want to go home", 4, "child_safeguarding"),
    case("my dad hits me with his belt and i dont want to go home", 4, "child_safeguarding"),
    case(
        "little girl down our street is always filthy and asking folk for food, out till midnight on her own",
        4,
        "child_safeguarding",
    ),
    case("grown man messaging my 13 year old on snapchat asking for pictures", 4, "child_safeguarding"),
    case(
        "Kids playing football against my wall till 8 o'clock",
        2,
        "",
        no="child_safeguarding",
        offer=True,
        grade="PLANNED",
    ),
    case(
        "children screaming and laughing in the playground all summer",
        2,
        "",
        no="child_safeguarding",
        category="nui.rowdy_gathering",
    ),
    case("My mum has dementia and the carer keeps taking money out of her purse", 4, "adult_safeguarding"),
    case(
        "haven't seen the old lady at 14 for over a week, post is piling up and milk on the step",
        4,
        "adult_safeguarding",
    ),
    case("elderly gentleman wandering about in pyjamas confused, doesn't know where he lives", 4, "adult_safeguarding"),
    case("he's eighty odd, sat in his own filth with no heating and no food in", 4, "adult_safeguarding"),
    case("her nephew has moved in and won't let the nurse see her", 3, "adult_safeguarding"),
    case("care worker slapped my nan, we saw it on the camera", 4, "adult_safeguarding"),
    case("The scout leader keeps messaging the boys privately at night", 4, "position_of_trust"),
    case("one of your volunteers at the food bank has been stealing from the old folk", 4, "position_of_trust"),
    case(
        "The volunteers at the food bank are brilliant, thank you all",
        1,
        "",
        no="position_of_trust",
        category="com.idea_or_offer",
    ),
)
