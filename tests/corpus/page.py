"""The scores as a page: first sight, then totals, rules and voices of the part triage was tuned on and of the other."""

from collections.abc import Iterable, Sequence

from tests.corpus.labelled import Labelled, first_sights
from tests.corpus.scoring import Measure, by_rule, by_voice, confusion, floors, hard_fails

_LEVELS = (1, 2, 3, 4)
_FIRST = ("level exact", "level over", "must-flags found", "grade exact", "open to communities")

_HEAD = """\
# How well triage reads

Written by `make corpus` from the labelled reports in `tests/corpus`; nobody types a figure here. The scoring is the
partnership's acceptance scoring: a hard fail by one report fails the build, and so does a floor that is missed.

- **Development** reports may be looked at while the lexicon is changed. A good figure shows that nothing was lost.
- **Held-out** reports were written before the changes they measure, and no change was made by looking at one of them:
  the tool names the misses of the development part only. The first held-out part was kept so through three rounds of
  changes, then opened and moved to the development part; the second was written before that, the third by an author
  who knew the policy and had never seen the lexicon; both are unopened.
- **First sight** is the figure to believe. Each batch of reports was written as strangers would write, labelled, and
  then read once by the lexicon of that day. Only afterwards were its misses mended, as families of expressions, and
  the batch became part of the development reports.

All reports are made up. They show what the words do, not how often such words are written.
"""


def page_of(parts: dict[str, Sequence[Labelled]]) -> str:
    """Return the whole page."""
    pieces = [_HEAD, _first_sight()]
    for name, reports in parts.items():
        pieces += [f"## {name}: {len(reports)} reports\n", _totals(reports), _levels(reports)]
        pieces += [f"### {name} by rule\n", _groups("rule", by_rule(reports))]
        pieces += [f"### {name} by voice\n", _groups("voice", by_voice(reports))]
    return "\n".join(pieces)


def _first_sight() -> str:
    rows = ([sight["batch"], sight["reports"], *(sight[name] for name in _FIRST)] for sight in first_sights())
    return "## First sight\n\n" + _table(("batch", "reports", *_FIRST), rows)


def _totals(reports: Sequence[Labelled]) -> str:
    fails = ([name, len(broken), "none", _yes(not broken)] for name, broken in hard_fails(reports).items())
    shares = ([m.name, f"{m.met} of {m.of} ({m.share:.1%})", m.aim, _yes(m.holds)] for m in floors(reports))
    return _table(("measure", "measured", "has to be", "holds"), [*fails, *shares])


def _levels(reports: Sequence[Labelled]) -> str:
    counts = confusion(reports)
    rows = ([f"should be {want}", *(counts.get((want, got), 0) for got in _LEVELS)] for want in _LEVELS)
    return _table(("", *(f"got {level}" for level in _LEVELS)), rows)


def _groups(what: str, groups: dict[str, list[Labelled]]) -> str:
    rows = (_group(name, groups[name]) for name in sorted(groups))
    return _table((what, "reports", "level exact", "under", "over", "flags missing", "flags unwanted"), rows)


def _group(name: str, reports: list[Labelled]) -> list[object]:
    under = sum(report.decision.level < report.level for report in reports)
    over = sum(report.decision.level > report.level for report in reports)
    exact = len(reports) - under - over
    missing, unwanted = (sum(len(getattr(r, kind)) for r in reports) for kind in ("missing", "unwanted"))
    return [name, len(reports), f"{exact / len(reports):.0%}", under, over, missing, unwanted]


def first_sight_of(batch: str, reports: Sequence[Labelled]) -> dict[str, object]:
    """Return the line that is kept of a batch that was read for the first time."""
    measured: dict[str, Measure] = {measure.name: measure for measure in floors(reports)}
    return {"batch": batch, "reports": len(reports)} | {name: f"{measured[name].share:.0%}" for name in _FIRST}


def _table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    titles = list(head)
    lines: list[Iterable[object]] = [titles, ["---"] * len(titles), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def _yes(holds: bool) -> str:  # noqa: FBT001 - the one argument is the answer
    return "yes" if holds else "**no**"
