"""Finds patterns in a text: words are looked up once, only patterns whose words are all there are tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from services.triage.domain.text.lexicon import Entry
from services.triage.domain.text.patterns import Run
from services.triage.domain.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Found:
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
    present: frozenset[int]


def candidates(index: Mapping[int, Sequence[Entry]], page: Page) -> list[Entry]:
    """Return the entries whose every word group is present somewhere in the text."""
    present = page.present
    return [entry for group in index.keys() & present for entry in index[group] if entry.pattern.needs <= present]


def stands_in(run: Run, page: Page, sentence: int) -> bool:
    """Tell whether a run stands in a sentence."""
    return any(page.tokens.sentences[found.start] == sentence for found in found_in(run, page))


def found_in(run: Run, page: Page) -> Iterator[Found]:
    """Every place where a run of words stands, in order."""
    if not run.needs <= page.present:
        return
    first = run.steps[0].group
    for start, groups in enumerate(page.groups):
        end = start + 1 if first in groups else 0
        long = page.phrases.get(start)
        if long is not None:
            end = long.get(first, end)
        if end:
            found = _follow(run, page, Found(start, end, (start,)))
            if found is not None:
                yield found


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
