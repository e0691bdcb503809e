"""The kinds of concern as people read them; what they lead to is triage's policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ServiceType = Literal["realtime", "batch", "blackbox"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A category with its name, the group under which a form shows it, and how much of its reports anybody may see."""

    id: str
    name: str
    group: str

    @property
    def is_private(self) -> bool:
        """Whether its reports are never listed anywhere, nor given a number that could be looked up in public."""
        return self.id.startswith(_PRIVATE_GROUPS) or self.id in _PRIVATE

    @property
    def service_type(self) -> ServiceType:
        """How GeoReport numbers its requests: at once, once somebody has weighed the report, or never."""
        if self.is_private:
            return "blackbox"
        return "batch" if self.id in _WEIGHED_FIRST else "realtime"

    @property
    def words_are_about_things(self) -> bool:
        """Whether what people write of it is about a thing in a street and may be shown as they wrote it."""
        return self.id in _ABOUT_THINGS


#: What is aimed at people, tells of a home or a person, or is statutory work from the start.
_PRIVATE_GROUPS = ("saf.", "per.")
_PRIVATE = frozenset({
    "com.isolation", "com.tension", "com.doorstep_scam", "nui.begging_rough_sleeping", "crime.violent-crime",
    "crime.burglary", "crime.public-order", "crime.other-crime", "crime.possession-of-weapons", "crime.robbery",
    "crime.drugs", "crime.theft-from-the-person",
})  # fmt: skip
#: What often turns out to be more than its name says.
_WEIGHED_FIRST = frozenset({
    "crime.bicycle-theft", "crime.other-theft", "crime.shoplifting", "crime.vehicle-crime",
    "crime.criminal-damage-arson", "nui.hoax_comms", "unk.unclear",
})  # fmt: skip
_ABOUT_THINGS = frozenset({
    "env.litter", "env.overgrown_untidy", "env.street_lighting", "env.dog_fouling", "env.graffiti", "env.fly_tipping",
    "env.abandoned_vehicle",
})  # fmt: skip

_GROUPS = {
    "com": "Community",
    "env": "Surroundings",
    "nui": "Nuisance",
    "per": "Aimed at people",
    "crime": "Crime",
    "saf": "Safeguarding",
    "unk": "Something else",
}

_NAMES = {
    "com.idea_or_offer": "An idea or an offer of help",
    "com.feels_unsafe": "A place that feels unsafe",
    "com.isolation": "Someone who seems isolated",
    "com.tension": "Tension between groups",
    "com.doorstep_scam": "Doorstep scam or rogue trader",
    "env.litter": "Litter",
    "env.overgrown_untidy": "Overgrown or untidy place",
    "env.street_lighting": "Street light",
    "env.dog_fouling": "Dog fouling",
    "env.graffiti": "Graffiti",
    "env.noise_domestic": "Noise from a home",
    "env.noise_commercial": "Noise from a business",
    "env.fly_tipping": "Fly-tipping",
    "env.abandoned_vehicle": "Abandoned vehicle",
    "env.bonfire_smoke": "Bonfire or smoke",
    "env.drug_litter": "Needles or other drug litter",
    "nui.rowdy_gathering": "Rowdy gathering",
    "nui.ball_games": "Ball games",
    "nui.parking": "Parking",
    "nui.fireworks": "Fireworks",
    "nui.animal": "Animals",
    "nui.street_drinking": "Street drinking",
    "nui.begging_rough_sleeping": "Begging or rough sleeping",
    "nui.vehicle_offroad": "Off-road bikes or vehicles",
    "nui.trespass": "Trespass",
    "nui.hoax_comms": "Hoax calls",
    "per.neighbour_dispute": "Dispute between neighbours",
    "per.verbal_abuse": "Verbal abuse",
    "per.malicious_comms": "Malicious messages",
    "per.harassment": "Harassment",
    "per.intimidation": "Intimidation",
    "per.hate": "Hate incident",
    "crime.bicycle-theft": "Bicycle theft",
    "crime.other-theft": "Other theft",
    "crime.shoplifting": "Shoplifting",
    "crime.theft-from-the-person": "Theft from a person",
    "crime.vehicle-crime": "Vehicle crime",
    "crime.criminal-damage-arson": "Criminal damage or arson",
    "crime.drugs": "Drugs",
    "crime.burglary": "Burglary",
    "crime.public-order": "Public order",
    "crime.violent-crime": "Violence",
    "crime.other-crime": "Other crime",
    "crime.possession-of-weapons": "Weapons",
    "crime.robbery": "Robbery",
    "saf.child": "Worry about a child",
    "saf.adult": "Worry about an adult who cannot protect themselves",
    "saf.domestic_abuse": "Domestic abuse",
    "saf.sexual": "Sexual offence",
    "saf.exploitation": "Exploitation",
    "saf.modern_slavery": "Modern slavery",
    "saf.stalking": "Stalking",
    "saf.suicide": "Suicide or self-harm",
    "saf.radicalisation": "Radicalisation",
    "saf.honour_based": "Honour-based abuse or forced marriage",
    "saf.missing": "Missing person",
    "unk.unclear": "Something else, or not sure",
}

KINDS: tuple[Kind, ...] = tuple(Kind(id_, name, _GROUPS[id_.partition(".")[0]]) for id_, name in _NAMES.items())

KIND_OF: Mapping[str, Kind] = {kind.id: kind for kind in KINDS}
"""Every kind by its id."""
