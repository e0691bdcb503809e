"""`python -m tests.bench [NAME ...]`: run the benchmarks, those that need one on a stack of their own; one table."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import front, intake, journey, matching, patterns, places, pressure, reading, triage
from tests.bench.result import Row
from tests.support.stack import RunningStack, running_stack

OFFSET = 700
PAGE = Path(__file__).parents[2] / "docs/benchmarks.md"
MARK = "<!-- the last run -->"

BENCHMARKS: dict[str, Callable[[RunningStack], list[Row]]] = {
    "intake": intake.measure,
    "open311": front.open311,
    "nearby": front.nearby,
    "journey": journey.measure,
    "triage": triage.throughput,
    "patterns": patterns.measure,
    "urgent": pressure.urgent,
    "memory": pressure.memory,
}

WITHOUT_A_STACK: dict[str, Callable[[], list[Row]]] = {
    "reading": reading.measure,
    "places": places.measure,
    "matching": matching.measure,
}


def main() -> None:
    """Run what was asked for, or everything; each on a fresh stack."""
    console = Console()
    asked = _asked()
    rows: list[Row] = []
    for name in asked.names or (*WITHOUT_A_STACK, *BENCHMARKS):
        console.print(f"{name} …")
        measured = _measured(name, asked.offset)
        console.print(_table(measured))
        rows += measured
    if not asked.names:
        _keep(rows)
        console.print(f"kept in {PAGE.relative_to(Path.cwd())}")


def _measured(name: str, offset: int) -> list[Row]:
    if name in WITHOUT_A_STACK:
        return WITHOUT_A_STACK[name]()
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder, running_stack(Path(folder), offset) as stack:
        return BENCHMARKS[name](stack)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Run all benchmarks, or those named.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*WITHOUT_A_STACK, *BENCHMARKS)))
    parser.add_argument("--offset", type=int, default=OFFSET, help="added to every port of the stack")
    asked = parser.parse_args()
    if unknown := set(asked.names) - BENCHMARKS.keys() - WITHOUT_A_STACK.keys():
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    return asked


def _table(rows: list[Row]) -> Table:
    table = Table("what", "measured", "against", "aim", "reached")
    for row in rows:
        table.add_row(row.what, row.measured, row.against, row.aim, "yes" if row.reached else "no")
    return table


def _keep(rows: list[Row]) -> None:
    before, _, _ = PAGE.read_text().partition(MARK)
    lines = [
        "| what | measured | against | aim | reached |",
        "|---|---|---|---|---|",
        *(row.markdown() for row in rows),
    ]
    PAGE.write_text("\n".join([before.rstrip(), "", MARK, *lines, ""]))


if __name__ == "__main__":
    main()
