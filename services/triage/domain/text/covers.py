"""How far figures of speech, fears, old times and other places reach (N2, N3, N6, N8), and harmless deeds (F1).

A cover ends with its own statement. It goes on into a neighbouring one only where that says nothing of its own place
or people: "On the news last night, a man was stabbed" is one thing, "there was a film on, he had a knife outside" is
two. In doubt a danger stays: what is wrongly kept is read by a person, what is wrongly covered by nobody.
"""

from dataclasses import dataclass, field

from services.triage.domain.signals import Status
from services.triage.domain.text.lexicon import Entry, Lexicon
from services.triage.domain.text.matcher import Found, Page, candidates, found_in, stands_in
from services.triage.domain.text.presence import who_and_where
from services.triage.domain.text.word_lists import words_in

STATUS = {
    "idiom": Status.FIGURATIVE,
    "hypothetical": Status.HYPOTHETICAL,
    "past": Status.PAST,
    "elsewhere": Status.ELSEWHERE,
}
ORDINARY = "ordinary"
_HERE = words_in(
    "outside here now today tonight yesterday me my our us neighbour neighbours nextdoor upstairs downstairs door "
    "street estate again still currently just"
)
"""Words that tie a statement to the reporter's own place and time."""
_KNOWN = words_in("he hes hed she shes shed they theyre theyd theyve i im ive we weve him her his their")
"""Words for people who were spoken of before: a new statement about them is one of its own."""
_OWN = words_in("there theres it its was were is had has been saw seen heard watched read watching went moved lived")
_POINTING = words_in("it that this twas its thats all which")
_LIKENING = words_in("like as straight")
_FEW, _NEAR = 3, 4


@dataclass(frozen=True, slots=True)
class Covered:
    """Which words are figurative, feared, past or elsewhere; which tell of what anybody may do; and who and where."""

    hidden: dict[int, Status] = field(default_factory=dict)
    ordinary: set[int] = field(default_factory=set)
    presence: frozenset[int] = frozenset()

    @property
    def harmless(self) -> frozenset[int]:
        """Words that tell of mere presence, and of what anybody may do."""
        return self.presence | self.ordinary


def covered(page: Page, lexicon: Lexicon) -> Covered:
    """Return which words of a text are covered."""
    covers = Covered(presence=who_and_where(page, lexicon.who_and_where))
    for entry in sorted(candidates(lexicon.covers, page), key=lambda entry: entry.rule):
        for found in found_in(entry.pattern.first, page):
            if _applies(entry, found, page):
                _cover(entry, _reached(entry, found, page), covers)
    return covers


def _cover(entry: Entry, places: range, covers: Covered) -> None:
    if entry.name == ORDINARY:
        covers.ordinary.update(places)
        return
    for place in places:
        covers.hidden.setdefault(place, STATUS[entry.name])


def _applies(entry: Entry, found: Found, page: Page) -> bool:
    statements, sentence = page.tokens.statements, page.tokens.sentences[found.start]
    if not entry.reach and statements[found.start] != statements[found.end - 1]:
        return False
    if entry.reach == "sentence" and _likens(found, page):
        return False
    if any(stands_in(run, page, sentence) for run in entry.pattern.unless):
        return False
    return all(stands_in(run, page, sentence) for run in entry.pattern.beside)


def _likens(found: Found, page: Page) -> bool:
    """Tell whether something is only compared with what is elsewhere: "like something off the telly"."""
    before = page.tokens.words[max(0, found.start - _FEW) : found.start]
    return not _LIKENING.isdisjoint(before)


def _reached(entry: Entry, found: Found, page: Page) -> range:
    if not entry.reach:
        return range(found.start, found.end)
    start, last = _start(page, found.start), _end(page, found.end - 1)
    first = found.start if entry.reach == "onward" else start
    alone = _only_adverbial(page, first, last, found)
    while last < len(page.tokens.words) and _goes_on(page, last, alone=alone, entry=entry):
        last = _end(page, last)
    if entry.reach == "sentence" and first and _goes_back(page, first, found, alone=alone):
        first = _start(page, first - 1)
    return range(first, last)


def _goes_on(page: Page, place: int, *, alone: bool, entry: Entry) -> bool:
    """Tell whether the statement that begins here still belongs to the one before it."""
    tokens = page.tokens
    if tokens.sentences[place] != tokens.sentences[place - 1]:
        return False
    if entry.name == "past" and not alone:
        return False
    if entry.reach == "onward" and tokens.clauses[place] != tokens.clauses[place - 1]:
        return False
    words = set(tokens.words[place : _end(page, place)])
    return _HERE.isdisjoint(words) and (alone or _KNOWN.isdisjoint(words))


def _goes_back(page: Page, place: int, found: Found, *, alone: bool) -> bool:
    tokens = page.tokens
    if tokens.sentences[place] != tokens.sentences[place - 1]:
        return False
    pointing = tokens.words[place] in _POINTING and found.start - place <= _NEAR
    words = set(tokens.words[_start(page, place - 1) : place])
    return (alone or pointing) and _HERE.isdisjoint(words)


def _only_adverbial(page: Page, first: int, last: int, found: Found) -> bool:
    """Tell whether a statement only says when or where: nobody does anything in it beside the cover's own words."""
    rest = [page.tokens.words[place] for place in (*range(first, found.start), *range(found.end, last))]
    return len(rest) <= _FEW and _KNOWN.isdisjoint(rest) and _OWN.isdisjoint(rest)


def _start(page: Page, place: int) -> int:
    statements = page.tokens.statements
    while place and statements[place - 1] == statements[place]:
        place -= 1
    return place


def _end(page: Page, place: int) -> int:
    statements = page.tokens.statements
    number = statements[place]
    while place < len(statements) and statements[place] == number:
        place += 1
    return place
