"""What it costs to read words: a decision with them against the same decision without, on one core and no stack."""

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import cycle, islice
from typing import TypeVar

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.domain.policy import assess
from services.triage.domain.report import Intake
from services.triage.domain.text.lexicon import compiled
from tests.bench.result import Row, quantile
from tests.corpus.labelled import DEVELOPMENT, HELD_OUT, Labelled, labelled_in
from tests.support.reports import OCCASION, a_report, the_policy

AIM_US = 300
REPORTS, AIM_SECONDS = 10_000, 60
ROUNDS = 5
_Result = TypeVar("_Result")


def measure() -> list[Row]:
    """Measure the labelled reports one by one, `kith assess` on many of them, and what the lexicon costs at start."""
    reports = (*labelled_in(DEVELOPMENT), *labelled_in(HELD_OUT))
    return [_reading(reports), _assessing(reports), _starting()]


def _reading(reports: Iterable[Labelled]) -> Row:
    intakes = [a_report(report.text, **report.intake) for report in reports]
    wordless = [replace(intake, text="", category=intake.category or "unk.unclear") for intake in intakes]
    with_words, bare = _each(intakes), _each(wordless)
    median, most = statistics.median(with_words), quantile(with_words, 0.95)
    return Row(
        "extraction and decision, a report",
        f"median {median:.0f} us, 95 % under {most:.0f} us",
        f"the policy without words: median {statistics.median(bare):.0f} us",
        f"median under {AIM_US} us",
        median < AIM_US,
    )


def _each(intakes: list[Intake]) -> list[float]:
    """Return each report's microseconds, the best of some rounds: what is left is ours and not the machine's."""
    policy = the_policy()

    def once(intake: Intake) -> float:
        began = time.perf_counter()
        assess(intake, occasion=OCCASION, policy=policy)
        return (time.perf_counter() - began) * 1e6

    gc.collect()
    rounds = [[once(intake) for intake in intakes] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _assessing(reports: Iterable[Labelled]) -> Row:
    lines = (json.dumps({"id": number, "text": report.text}) for number, report in enumerate(_many(reports)))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(lines))
        file.flush()
        command = [sys.executable, "-m", "deploy.cli.main", "assess", file.name]
        took, done = _timed(lambda: subprocess.run(command, check=True, capture_output=True, text=True))  # noqa: S603
    decided, told = len(done.stdout.splitlines()), len(done.stderr.splitlines())
    return Row(
        f"kith assess, {REPORTS:,} reports in one run",
        f"{took:.1f} s, {decided:,} decisions, {told} lines of progress",
        "start of the command included",
        f"all of them in {AIM_SECONDS} s",
        took < AIM_SECONDS and decided == REPORTS and told > 0,
    )


def _many(reports: Iterable[Labelled]) -> Iterable[Labelled]:
    return islice(cycle(reports), REPORTS)


def _starting() -> Row:
    read, source = _timed(lexicon_source)
    made, _ = _timed(lambda: compiled(source))
    return Row(
        "lexicon at start", f"read in {read:.2f} s, compiled in {made:.2f} s", f"{len(source.lines):,} patterns",
        "under 5 s", read + made < 5,
    )  # fmt: skip


def _timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result
