"""Small words, negations and misspellings: how people write, apart from what they write about."""


def words(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split(" "))


#: A word of these shortly before a phrase, in the same clause, says that it did not happen.
NEGATORS = words(
    "no not never without nobody noone isnt wasnt arent werent didnt doesnt hasnt havent hadnt none nowt neither "
    "nor zero werent wernt aint havnt"
)
#: Words that open a new clause or turn a negation into doubt; doubt is not denial.
TURNS = words(
    ". ! ? , ; : \n but and he she they i we hes shes theyre it if whether sure certain only just doubt real stop "
    "stopped stopping because cos then so think know knows idea"
)
#: Small words that may stand between two slots of a phrase.
FILLERS = words(
    "a an the my his her our their your some of to is was are were be been being just really very "
    "still all up bloody fucking fuckin effing proper massive big right now again keeps kept at on it im him me this "
    "that these has have had get getting those two three about both other there gonna in own old young little"
)
#: Words of longer phrases that are worth reading through a slip of the finger.
OFTEN_MISTYPED = words(
    "breaking fighting hitting screaming threatening kicking smashing husband boyfriend suicide knife someone "
    "ambulance tablets outside strangling punching"
)
#: Misspellings that no rule below makes.
SPELLINGS = {
    "nife": "knife", "knive": "knife", "knifr": "knife", "kinfe": "knife", "kniv": "knife", "wepon": "weapon",
    "weopon": "weapon", "wepons": "weapons", "wepin": "weapon", "waepon": "weapon", "machetti": "machete",
    "macheti": "machete", "ambulence": "ambulance", "amberlance": "ambulance", "ambo": "ambulance",
    "raiped": "raped", "throwin": "throwing", "screemin": "screaming", "bledding": "bleeding", "fyt": "fight",
    "fyting": "fighting", "fightng": "fighting", "treatening": "threatening", "fretnin": "threatening",
    "thretening": "threatening", "hittin": "hitting", "killin": "killing", "firemarm": "firearm",
    "burgaler": "burglar", "burgler": "burglar", "burglers": "burglars", "petral": "petrol", "petroll": "petrol",
    "breathin": "breathing", "wanna": "want", "summat": "something", "somones": "someones", "sum1": "someone",
    "some1": "someone", "sumone": "someone", "every1": "everyone", "wiv": "with", "wi": "with", "tha": "the",
    "da": "the", "teh": "the", "meself": "myself", "missus": "wife", "hubby": "husband", "hes'": "hes",
    "r": "are", "owd": "old", "childern": "children", "babby": "baby", "stangling": "strangling",
}  # fmt: skip
EMOJI = {"🔪": " knife ", "🗡": " knife ", "🔫": " gun ", "💣": " bomb ", "🪓": " axe ", "🩸": " blood everywhere "}
#: Slips that are words of their own.
REAL_WORDS = words(
    "bade blades strange strangle coke knots rile rifes rifled bran bawl crawl brawn boms bombs combs robed mugging "
    "batter dieing leave fit fits fighting figs nonce once groin grope gropes gloomed flasher stalk talk stalls rapes "
    "rapped rapping rape rates rising explored explodes pistol piston slave save salve slaves saves tames rioting "
    "roting taser taster teaser laser weapons sword word words sworn swords hank shanks sank shiv chi axes axe sites "
    "fighters lame blaze balde arsons indecent mauled malled ruled bleeding breeding assault asphalt pimp pips hostage "
    "stab stabs stale abode robbing robing robbed riots rots paed bigs fight fights fist fihts massages"
)
