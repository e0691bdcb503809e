"""Printing the demo's table to a string."""

from collections.abc import Callable

import pytest
from rich.console import Console

from deploy.demo.ledger import Ledger
from deploy.demo.table import rows, table_of


@pytest.fixture
def printed() -> Callable[[Ledger], str]:
    def of(ledger: Ledger) -> str:
        console = Console(width=120)
        with console.capture() as capture:
            console.print(table_of("A day", rows(ledger, {"kith.reports.v1": 1})))
        return capture.get()

    return of
