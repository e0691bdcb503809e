"""Every rule by its id with its sentence: what the policy page prints, and what any id in a decision resolves to."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.triage.domain.alarm_rules import ALARM_RULES
from services.triage.domain.doubts import DOUBTS
from services.triage.domain.flags import FLAGS
from services.triage.domain.hard_rules import HARD_RULES
from services.triage.domain.soft_rules import SOFT_RULES

_COMPUTED = """
CAT | level | Every category starts from a level and a usual grade.
K1 | level | The category that the reporter chose can raise the level and never lower it.
M1 | level | Of several concerns in one report the gravest sets the level; the others become items with their own lead.
T0 | level | New evidence runs the whole policy again on all of it; what the machine set before can only stay or rise.
RAM | level | A medium score in the risk matrix, where something has happened, starts at level 3; a high one at level 4.
F1 | level | Who people are and that they are there is no behaviour: level 1, nothing counted, the reply explains.
F2 | fairness | Who somebody is, or where they live, changes neither level nor grade, flags or community decision.
G1 | grade | Danger now, or a rule that calls for it: an emergency; a duty officer is paged.
G2 | grade | Level 4, a blocking flag, sharps, rough sleeping, burglary, or an exposed person at level 2: priority.
G3 | grade | Level 3, an exposed person, behaviour aimed at a person, or level 2 at somebody's home: standard.
G4 | grade | Everything else is planned.
C1 | community | The level is 1 or 2.
C2 | community | No blocking flag stands, at any confidence.
C3 | community | No person has to look first.
C4 | community | Every category of the report is one that communities may be asked about.
C5 | community | It is not aimed at anybody and nobody complained about can be recognised; disputes with mediation only.
C6 | community | The reporter has not said no; where nothing was said, the reporter is asked first.
C7 | community | It is not about a community asset or its people.
C8 | community | The reporter is not under 18.
C9 | community | The asset passes every check at the moment of matching; with children affected, the stricter ones.
N1 | words | What is denied raises nothing; a claim or an imitation of a weapon counts.
N2 | words | What is over for more than a year is context, except abuse and sexual offences.
N3 | words | A figure of speech raises nothing; words about suicide are always read by a person.
N4 | words | What is told at second hand counts in full.
N5 | words | Tone never lowers a level.
N6 | words | A fear of what might happen is not an incident.
N7 | words | Making little of it never lowers a level.
N8 | words | What happened on television, abroad or in a story is not an incident here.
N9 | words | Dialect, spelling and second-language English score the same as standard English.
N10 | words | Three words can be an emergency.
N11 | words | A text in another language goes to a person with an interpreter.
"""


@dataclass(frozen=True, slots=True)
class CataloguedRule:
    """A rule as a person reads it; `hard` ones cannot be switched off."""

    id: str
    kind: str
    because: str
    hard: bool = False


def _catalogue() -> Iterator[CataloguedRule]:
    yield from (CataloguedRule(rule.id, "hard", rule.because, hard=True) for rule in HARD_RULES)
    yield from (CataloguedRule(rule.id, "hard", rule.because, hard=True) for rule in ALARM_RULES)
    yield from (CataloguedRule(rule.id, "soft", rule.because) for rule in (*SOFT_RULES, *DOUBTS))
    for line in _COMPUTED.strip().splitlines():
        name, kind, because = (part.strip() for part in line.split("|"))
        yield CataloguedRule(name, kind, because)
    yield CataloguedRule("NR", "soft", FLAGS["near_repeat"].because)


CATALOGUE: dict[str, CataloguedRule] = {rule.id: rule for rule in _catalogue()}
