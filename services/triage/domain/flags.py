"""The closed vocabulary of flags: which forbid a community response, what each stands for, who leads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FlagPolicy:
    """One flag; `possible_floor` holds while a single soft sign is all there is (U2)."""

    id: str
    blocking: bool
    floor: int
    possible_floor: int
    rule: str
    lead: str
    because: str


_ROWS = """
immediate_danger      y 4 4 H01 | police / emergency services | Serious harm may be happening now or about to happen.
suicide_self_harm     y 4 4 H13 | crisis service / police | It speaks of suicide or self-harm; a person reads every one.
honour_based_abuse    y 4 4 H15 | police / specialist service | Honour abuse: never contact family or local bodies.
child_safeguarding    y 4 3 H07 | children's services front door | A child may be abused, neglected or at risk.
sexual_offence        y 4 4 H06 | police / sarc | A sexual offence is described.
domestic_abuse        y 4 3 H05 | police / idva / marac | Abuse between partners or relatives is described.
exploitation          y 4 3 H09 | police / social care | Somebody may be exploited by others.
modern_slavery        y 4 3 H10 | modern slavery lead / police | Signs of forced work or people being controlled.
adult_safeguarding    y 4 3 H08 | adult social care | An adult who needs care may be abused or neglected.
position_of_trust     y 4 4 H21 | lado / pipot lead / police | The concern is about somebody in a position of trust.
stalking              y 4 3 H12 | police / stalking advocate | Fixated, unwanted, repeated attention is described.
radicalisation        y 4 3 H14 | prevent team / police | Signs of support for, or being drawn into, extremist violence.
missing_person        y 4 4 H16 | police | Somebody's whereabouts are unknown and there is concern.
weapon                y 4 4 H02 | police | A weapon was seen, used, claimed, or something looked like one.
threat_of_violence    y 4 4 H04 | police | Somebody was threatened with harm.
violence              y 3 3 H03 | police | Violence is described.
hate                  y 3 3 H11 | police hate crime coordinator | The report is perceived as motivated by hostility.
intimidation_reprisal y 3 3 H19 | police / witness care | People are afraid to speak or have been made to suffer for it.
arson_fire_risk       y 3 3 H17 | fire and rescue / police | Deliberate fire, or a threat of it, is described.
drug_supply           y 3 3 H18 | police | Signs of drug dealing.
dangerous_dog         y 3 3 H20 | police / dog warden | A dog is out of control or has attacked.
community_tension     y 3 3 H22 | police / cohesion team | There is a risk of disorder between groups.
unclear_needs_contact y 2 2 U1  | triage desk | It is not clear what happened; a person needs to speak to the reporter.
no_behaviour_described y 1 1 F1 | triage desk | The report says who is there but not what anyone did.
targeted              y 1 1 V1  | asb team | It is aimed at one person or household.
unsafe_to_contact     y 1 1 SC1 | triage desk | Contacting the reporter could put them at risk.
vulnerable            n 1 1 V0  | triage desk | The person has said something that makes them more exposed to harm.
repeat_victim         n 1 1 R4  | asb team | It has happened to the same person or home before.
repeat_location       n 1 1 R5  | neighbourhood policing team | It keeps happening at the same public place.
case_review_eligible  n 3 3 R3  | case review contact | There were enough complaints for an ASB case review.
near_repeat           n 1 1 NR  | neighbourhood policing team | Similar incidents happened nearby recently.
field_text_conflict   n 1 1 K2  | triage desk | The form and the words disagree; the more serious counts.
hearsay               n 1 1 N4  | triage desk | It is told at second hand; it counts in full.
accessible_contact_needed n 1 1 N11 | triage desk | An interpreter or another adjustment is needed.
"""


def _row(line: str) -> FlagPolicy:
    head, lead, because = (part.strip() for part in line.split("|"))
    name, blocking, floor, possible, rule = head.split()
    return FlagPolicy(name, blocking == "y", int(floor), int(possible), rule, lead, because)


FLAGS: dict[str, FlagPolicy] = {row.id: row for row in map(_row, _ROWS.strip().splitlines())}
"""In order of gravity: the first that is present leads the case."""

BLOCKING = frozenset(flag.id for flag in FLAGS.values() if flag.blocking)
SAFETY_CRITICAL = frozenset(flag.id for flag in FLAGS.values() if flag.floor >= 3)  # noqa: PLR2004 - level 3 is the line
DANGERS = frozenset(flag for flag in SAFETY_CRITICAL & BLOCKING if FLAGS[flag].possible_floor >= 3)  # noqa: PLR2004
"""Flags that keep communities out and ask for a partnership even where they are only possible (U2)."""
NOT_URGENT = frozenset({"targeted", "no_behaviour_described"})
"""Blocking flags that do not make a report PRIORITY by themselves (G2)."""
