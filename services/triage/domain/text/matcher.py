"""Finds patterns in a text: words are looked up once, only patterns whose words are all there are tried."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from services.triage.domain.text.lexicon import Entry
from services.triage.domain.text.patterns import Run
from services.triage.domain.text.tokens import Tokens

MOST_EFFORT = 2_000_000
"""Looks at words for one text, some tenths of a second; a usual report takes a thousandth of that."""


class ReadingTookTooLongError(Exception):
    """A text was given up: to read it to its end would keep other reports waiting."""


@dataclass(slots=True)
class Effort:
    """How long a text is read, counted in looks at its words: the same on every machine and in every replay."""

    left: int

    def spend(self, looks: int) -> None:
        """Count some looks, or raise ReadingTookTooLongError."""
        self.left -= looks
        if self.left < 0:
            raise ReadingTookTooLongError


class Found(NamedTuple):
    """Where a run matched: the first word, one past the last, and the word each step took."""

    start: int
    end: int
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A text prepared for matching: which groups each word, and each phrase starting there, belongs to."""

    tokens: Tokens
    groups: list[frozenset[int]]
    phrases: dict[int, dict[int, int]]
    present: int
    """Every group that occurs, as bits."""
    anchors: AbstractSet[int]
    """The groups among them by which patterns are indexed."""
    places: Mapping[frozenset[int], Sequence[int]]
    """Where the words of the same groups stand."""
    effort: Effort
    starts: dict[int, list[Found]] = field(default_factory=dict)
    runs: dict[int, Sequence[Found]] = field(default_factory=dict)
    """What was looked for before, by the identity of the run: a lexicon's runs live as long as it does."""

    def starts_of(self, group: int) -> list[Found]:
        """Return every place where a word or phrase of a group stands, looked for once in a text."""
        starts = self.starts.get(group)
        if starts is None:
            starts = self.starts[group] = self._looked_for(group)
        return starts

    def _looked_for(self, group: int) -> list[Found]:
        ends = {place: place + 1 for groups, places in self.places.items() if group in groups for place in places}
        ends |= {place: known[group] for place, known in self.phrases.items() if group in known}
        self.effort.spend(len(self.places) + len(self.phrases))
        return [Found(place, ends[place], (place,)) for place in sorted(ends)]


def candidates(index: Mapping[int, Sequence[Entry]], page: Page) -> list[Entry]:
    """Return the entries whose every word group is present somewhere in the text."""
    present = page.present
    return [
        entry
        for group in index.keys() & page.anchors
        for entry in index[group]
        if entry.pattern.mask & present == entry.pattern.mask
    ]


def stands_in(run: Run, page: Page, sentence: int) -> bool:
    """Tell whether a run stands in a sentence."""
    sentences = page.tokens.sentences
    return any(sentences[found.start] == sentence for found in found_in(run, page))


def found_in(run: Run, page: Page) -> Sequence[Found]:
    """Every place where a run of words stands, in order; looked for once in a text."""
    if run.mask & page.present != run.mask:
        return ()
    found = page.runs.get(id(run))
    if found is None:
        starts = page.starts_of(run.steps[0].group)
        page.effort.spend(len(starts))
        longer = (_follow(run, page, start) for start in starts) if len(run.steps) > 1 else starts
        found = page.runs[id(run)] = [one for one in longer if one is not None]
    page.effort.spend(len(found))
    return found


def _follow(run: Run, page: Page, so_far: Found) -> Found | None:
    depth = len(so_far.steps)
    if depth == len(run.steps):
        return so_far
    step = run.steps[depth]
    group, groups, sentences = step.group, page.groups, page.tokens.sentences
    sentence = sentences[so_far.start]
    for place in range(so_far.end, min(so_far.end + step.gap + 1, len(groups))):
        if sentences[place] != sentence:
            return None
        end = place + 1 if group in groups[place] else 0
        long = page.phrases.get(place)
        if long is not None:
            end = long.get(group, end)
        if end:
            longer = _follow(run, page, Found(so_far.start, end, (*so_far.steps, place)))
            if longer is not None:
                return longer
    return None
