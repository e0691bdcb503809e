"""The closed word lists that clients send and services exchange; what they lead to is each service's own policy."""

from typing import Literal, get_args

Channel = Literal[
    "web",
    "app",
    "open311",
    "phone_transcript",
    "voicemail",
    "sms",
    "whatsapp",
    "email",
    "in_person",
    "partner_referral",
]
When = Literal[
    "now", "today", "last_night", "this_week", "last_week", "longer_ago", "ongoing_pattern", "not_applicable"
]
WhereKind = Literal[
    "own_home", "neighbour_home", "communal_area", "street", "park_open_space", "shop_business", "school",
    "public_transport", "place_of_worship", "licensed_premises", "online", "other", "not_applicable",
]  # fmt: skip
PreviousAction = Literal["none", "some", "resolved"]
ReporterRole = Literal["victim", "witness", "third_party", "professional", "volunteer"]
AgeBand = Literal["under_18", "18_24", "25_64", "65_plus"]
Vulnerability = Literal[
    "child", "older_person", "lives_alone", "isolated", "bereaved", "physical_disability", "learning_disability",
    "autism", "mental_health", "dementia", "substance_use", "pregnancy", "rough_sleeping", "insecure_housing",
    "language_barrier", "insecure_immigration", "care_leaver", "carer", "previous_victim", "financial_hardship",
    "long_term_illness",
]  # fmt: skip
YesNoUnknown = Literal["yes", "no", "unknown"]
Impact = Literal["none", "some", "severe", "unknown"]
SupportNetwork = Literal["ok", "few", "none", "unknown"]
SafeContact = Literal["any", "no_phone", "no_post", "text_only", "none"]

Grade = Literal["EMERGENCY", "PRIORITY", "STANDARD", "PLANNED"]
Confidence = Literal["possible", "probable", "confirmed"]

Category = Literal[
    "com.idea_or_offer", "com.feels_unsafe", "com.isolation", "com.tension", "com.doorstep_scam",
    "env.litter", "env.overgrown_untidy", "env.street_lighting", "env.dog_fouling", "env.graffiti",
    "env.noise_domestic", "env.noise_commercial", "env.fly_tipping", "env.abandoned_vehicle", "env.bonfire_smoke",
    "env.drug_litter",
    "nui.rowdy_gathering", "nui.ball_games", "nui.parking", "nui.fireworks", "nui.animal", "nui.street_drinking",
    "nui.begging_rough_sleeping", "nui.vehicle_offroad", "nui.trespass", "nui.hoax_comms",
    "per.neighbour_dispute", "per.verbal_abuse", "per.malicious_comms", "per.harassment", "per.intimidation",
    "per.hate",
    "crime.bicycle-theft", "crime.other-theft", "crime.shoplifting", "crime.theft-from-the-person",
    "crime.vehicle-crime", "crime.criminal-damage-arson", "crime.drugs", "crime.burglary", "crime.public-order",
    "crime.violent-crime", "crime.other-crime", "crime.possession-of-weapons", "crime.robbery",
    "saf.child", "saf.adult", "saf.domestic_abuse", "saf.sexual", "saf.exploitation", "saf.modern_slavery",
    "saf.stalking", "saf.suicide", "saf.radicalisation", "saf.honour_based", "saf.missing",
    "unk.unclear",
]  # fmt: skip

CATEGORIES: tuple[str, ...] = get_args(Category)
