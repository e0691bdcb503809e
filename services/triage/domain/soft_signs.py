"""The soft signs of a safety-critical flag (1.9): one alone is possible (U2), two different ones are probable (U3)."""

from collections.abc import Mapping
from types import MappingProxyType

_TEXT = """
child_safeguarding
  a a young child out alone or late, or unsupervised
  b dirty, hungry, or without the clothes for the weather
  c crying or screaming often and for long
  d injuries nobody explains, or a story that changes
  e often missing from school or from home
  f afraid of an adult, or of going home
  g an adult who gives gifts, messages or lifts in secret
exploitation
  a strangers coming and going at all hours at one home
  b the resident is not seen, is frightened, or is "not allowed"
  c the resident lives alone with a disability, a dependence, or great age
  d a young person with money, phones or clothes that nobody explains
  e goes missing, or is found far from home
  f older "friends" or associates who control
  g short stops of cars, deliveries, exchanges at the door
  h asked to hold, carry or bank something
adult_safeguarding
  a somebody else takes or controls the money, the belongings or the home
  b injuries nobody explains
  c not washed, fed or given medicine; a home that is dangerous
  d a carer or relative who keeps people away
  e afraid of a particular person
domestic_abuse
  a shouting, screaming or banging between partners or relatives, again and again
  b somebody crying, pleading or visibly hurt
  c a partner who controls money, phone, outings or contacts
  d afraid of a partner or former partner
  e contact or threats after a separation, or against an order
modern_slavery
  a many people in one house, in poor conditions
  b taken away and brought back by van, early and late
  c fearful, silent, spoken for by somebody
  d papers or wages held back; a "debt"
  e without proper clothes or protection; injured
stalking
  a comes to the home or workplace uninvited
  b message after message, or gifts, after being told no
  c follows, watches, photographs
  d new accounts or numbers after being blocked
  e contact through other people
radicalisation
  a praises attacks or attackers
  b shares or takes in violent extremist material
  c withdraws, with a new secretive circle online
  d speaks of a group as less than human and approves of violence
  e takes an interest in targets, weapons or manuals
suicide_self_harm
  a hopelessness, being a burden, no reason to live, goodbyes, giving things away, means
"""


def _signs() -> Mapping[str, Mapping[str, str]]:
    signs: dict[str, dict[str, str]] = {}
    flag = ""
    for line in _TEXT.strip().splitlines():
        if line.startswith("  "):
            letter, _, sign = line.strip().partition(" ")
            signs[flag][letter] = sign
        else:
            flag = line
            signs[flag] = {}
    return MappingProxyType(signs)


SOFT_SIGNS = _signs()
