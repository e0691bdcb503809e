"""The taxonomy: what each category starts from. Weights rank places and periods; they never set a report's level."""

from dataclasses import dataclass

from services.triage.domain.grades import Grade

UNCLEAR = "unk.unclear"

_TABLE = """
com.idea_or_offer             1 y   0    PLANNED   council community team
com.feels_unsafe              1 y   0.5  PLANNED   council community safety
com.isolation                 1 y   0    PLANNED   community team / social prescribing
env.litter                    1 y   1    PLANNED   council cleansing
env.overgrown_untidy          1 y   0.5  PLANNED   council parks / highways
env.street_lighting           1 n   0.5  PLANNED   highways
env.dog_fouling               2 y   1    PLANNED   council enforcement
env.graffiti                  2 y   2    PLANNED   council cleansing
env.noise_domestic            2 y   3    STANDARD  environmental health / landlord
env.noise_commercial          2 n   3    STANDARD  environmental health / licensing
env.fly_tipping               2 n   1    PLANNED   council enforcement
env.abandoned_vehicle         2 n   1    PLANNED   council enforcement
env.bonfire_smoke             2 n   1    PLANNED   environmental health
env.drug_litter               2 n   3    PRIORITY  cleansing sharps team
nui.rowdy_gathering           2 y   3    PLANNED   neighbourhood policing team / youth service
nui.ball_games                2 y   1    PLANNED   community team / youth service
nui.parking                   2 y   1    PLANNED   parking services / school
nui.fireworks                 2 y   3    PLANNED   police / fire / trading standards
nui.animal                    2 y   1    PLANNED   dog warden
nui.street_drinking           2 n   3    STANDARD  outreach / neighbourhood policing team
nui.begging_rough_sleeping    2 n   1    PRIORITY  outreach / housing
nui.vehicle_offroad           2 n   4    STANDARD  police
nui.trespass                  2 n   2    PLANNED   police / landowner
nui.hoax_comms                2 n   3    STANDARD  police / fire
per.neighbour_dispute         2 y   4    STANDARD  landlord / mediation
per.verbal_abuse              2 n   7.6  STANDARD  asb team / police
per.malicious_comms           2 n   15   STANDARD  police
per.harassment                3 n   39.6 STANDARD  police / asb team
per.intimidation              3 n   40   PRIORITY  police
per.hate                      3 n   40   PRIORITY  police hate crime coordinator
com.tension                   3 n   10   PRIORITY  police / cohesion team
com.doorstep_scam             3 n   100  PRIORITY  trading standards / police
crime.bicycle-theft           2 n   12   STANDARD  police
crime.other-theft             2 n   15   STANDARD  police
crime.shoplifting             2 n   10   STANDARD  police / retailer
crime.theft-from-the-person   2 n   90   STANDARD  police
crime.vehicle-crime           2 n   40   STANDARD  police
crime.criminal-damage-arson   2 n   9.2  STANDARD  police
crime.drugs                   2 n   10   STANDARD  police / treatment
crime.burglary                3 n   400  PRIORITY  police
crime.public-order            3 n   15   STANDARD  police
crime.violent-crime           3 n   108  PRIORITY  police
crime.other-crime             3 n   50   STANDARD  police
crime.possession-of-weapons   4 n   120  PRIORITY  police
crime.robbery                 4 n   993.6 PRIORITY police
saf.child                     4 n   0    PRIORITY  children's services
saf.adult                     4 n   0    PRIORITY  adult social care
saf.domestic_abuse            4 n   0    PRIORITY  police / idva / marac
saf.sexual                    4 n   0    PRIORITY  police / sarc
saf.exploitation              4 n   0    PRIORITY  police / social care
saf.modern_slavery            4 n   0    PRIORITY  modern slavery lead / police
saf.stalking                  4 n   0    PRIORITY  police / stalking advocate
saf.suicide                   4 n   0    PRIORITY  crisis service / police
saf.radicalisation            4 n   0    PRIORITY  prevent team / police
saf.honour_based              4 n   0    PRIORITY  police / specialist service
saf.missing                   4 n   0    PRIORITY  police
unk.unclear                   2 n   0    PRIORITY  triage desk
"""


@dataclass(frozen=True, slots=True)
class CategoryPolicy:
    """One row of the taxonomy."""

    id: str
    level: int
    community_eligible: bool
    weight: float
    grade: Grade
    lead: str


def _row(line: str) -> CategoryPolicy:
    name, level, eligible, weight, grade, *lead = line.split()
    return CategoryPolicy(name, int(level), eligible == "y", float(weight), Grade[grade], " ".join(lead))


CATEGORIES: dict[str, CategoryPolicy] = {row.id: row for row in map(_row, _TABLE.strip().splitlines())}

ASB_PREFIXES = ("env.", "nui.", "per.")
WITHOUT_INCIDENT = frozenset({"com.idea_or_offer", "com.feels_unsafe", "com.isolation"})

FLAG_OF_CATEGORY: dict[str, str] = {
    "saf.child": "child_safeguarding",
    "saf.adult": "adult_safeguarding",
    "saf.domestic_abuse": "domestic_abuse",
    "saf.sexual": "sexual_offence",
    "saf.exploitation": "exploitation",
    "saf.modern_slavery": "modern_slavery",
    "saf.stalking": "stalking",
    "saf.suicide": "suicide_self_harm",
    "saf.radicalisation": "radicalisation",
    "saf.honour_based": "honour_based_abuse",
    "saf.missing": "missing_person",
    "crime.possession-of-weapons": "weapon",
    "crime.violent-crime": "violence",
    "per.hate": "hate",
    "com.tension": "community_tension",
}
"""A category that the reporter chose is a probable signal of its flag (K1)."""

CATEGORY_OF_FLAG: tuple[tuple[str, str], ...] = (
    ("suicide_self_harm", "saf.suicide"),
    ("honour_based_abuse", "saf.honour_based"),
    ("child_safeguarding", "saf.child"),
    ("sexual_offence", "saf.sexual"),
    ("domestic_abuse", "saf.domestic_abuse"),
    ("exploitation", "saf.exploitation"),
    ("modern_slavery", "saf.modern_slavery"),
    ("adult_safeguarding", "saf.adult"),
    ("stalking", "saf.stalking"),
    ("radicalisation", "saf.radicalisation"),
    ("missing_person", "saf.missing"),
    ("hate", "per.hate"),
    ("weapon", "crime.possession-of-weapons"),
    ("violence", "crime.violent-crime"),
    ("threat_of_violence", "per.intimidation"),
    ("intimidation_reprisal", "per.intimidation"),
    ("arson_fire_risk", "crime.criminal-damage-arson"),
    ("drug_supply", "crime.drugs"),
    ("dangerous_dog", "nui.animal"),
    ("community_tension", "com.tension"),
)
"""The category the engine assigns for a confirmed or probable flag, the gravest first."""
