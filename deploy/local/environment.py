"""What the launcher hands on to the programs it starts."""

import os
from collections.abc import Mapping


def inherited(**variables: str) -> dict[str, str]:
    """Return this process's own environment with variables added, for a child."""
    return {**os.environ, **variables}  # noqa: TID251 - handed on, not read


def without_services(environment: Mapping[str, str]) -> dict[str, str]:
    """Drop settings of the services left over in a shell, so that two stacks never mix."""
    services = ("REPORTING_", "TRIAGE_", "NETWORKS_", "NOTIFY_")
    return {name: value for name, value in environment.items() if not name.startswith(services)}


def adopt(variables: Mapping[str, str]) -> None:
    """Set variables for code that reads its settings later in this process; those that are set already stay."""
    for name, value in variables.items():
        os.environ.setdefault(name, value)  # noqa: TID251 - the settings classes read them from there
