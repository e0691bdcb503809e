"""The running platform that the crash suite and the journeys share: it starts when the first of them asks for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.stack import RunningStack

OFFSET = 500


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator["RunningStack"]:
    """Everything `make up` starts, on ports of its own; a test leaves every part of it alive."""
    from tests.support.stack import running_stack  # noqa: PLC0415 - the fast tests need not load it

    with running_stack(tmp_path_factory.mktemp("platform"), OFFSET) as running:
        yield running
