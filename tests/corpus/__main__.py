"""`python -m tests.corpus`: score the corpus, print the page's totals and write docs/triage-scores.md.

`--misses` lists what the development part misses; `--first FILE --batch NAME` reads a fresh batch for the first time,
notes how well it went, lists its misses and adds it to the development part, in the file `--into` names. Held-out
misses are never listed.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.corpus.labelled import DEVELOPMENT, FIRST_SIGHT, FOLDER, HELD_OUT, Labelled, labelled_at, labelled_in
from tests.corpus.page import first_sight_of, page_of
from tests.corpus.scoring import floors, hard_fails
from tests.corpus.training import FILE, kept, train

PAGE = Path(__file__).parents[2] / "docs/triage-scores.md"


def main() -> None:
    """Score what was asked for."""
    asked = _asked()
    if asked.first:
        _first_sight(asked.first, asked.batch, asked.into)
    elif asked.train:
        FILE.write_bytes(kept(train(labelled_in(DEVELOPMENT))))
    elif asked.misses:
        _say_misses(labelled_in(DEVELOPMENT))
    else:
        parts = {part: labelled_in(part) for part in (HELD_OUT, DEVELOPMENT)}
        PAGE.write_text(page_of({name.replace("_", "-").capitalize(): part for name, part in parts.items()}))
        for name, part in parts.items():
            _say_totals(name, part)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description="Score triage on labelled reports.")
    parser.add_argument("--misses", action="store_true", help="list what the development part misses")
    parser.add_argument("--train", action="store_true", help="train the second reader on the development part")
    parser.add_argument("--first", type=Path, metavar="FILE", help="read a fresh batch for the first time")
    parser.add_argument("--batch", default="unnamed", help="the name of that batch")
    parser.add_argument("--into", default=DEVELOPMENT, help="the development file it joins, such as development_danger")
    asked = parser.parse_args()
    if not asked.into.startswith(DEVELOPMENT):
        parser.error(f"a file of the development part has a name that begins with {DEVELOPMENT}")
    return asked


def _first_sight(file: Path, batch: str, into: str) -> None:
    reports = labelled_at(file)
    with (FOLDER / f"{FIRST_SIGHT}.jsonl").open("a") as noted:
        noted.write(json.dumps(first_sight_of(batch, reports)) + "\n")
    with (FOLDER / f"{into}.jsonl").open("a") as development:
        development.write(file.read_text())
    _say_totals(batch, reports)
    _say_misses(reports)


def _say_totals(name: str, reports: Sequence[Labelled]) -> None:
    _say(f"{name}: {len(reports)} reports")
    for what, broken in hard_fails(reports).items():
        _say(f"  {'ok' if not broken else 'NO'}  {what}: {len(broken)}")
    for measure in floors(reports):
        _say(f"  {'ok' if measure.holds else 'NO'}  {measure.name}: {measure.met}/{measure.of} {measure.share:.1%}")


def _say_misses(reports: Sequence[Labelled]) -> None:
    for report in reports:
        decision = report.decision
        wrong = decision.level != report.level or (report.grade and decision.grade.name != report.grade)
        if wrong or report.missing or report.unwanted or report.community not in {None, decision.community.allowed}:
            _say(
                f"{report.id} {report.level} {report.grade}, not {decision.level} {decision.grade.name}: {report.text}"
            )
            _say(f"    missing {sorted(report.missing)} unwanted {sorted(report.unwanted)} has {decision.flag_names}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
