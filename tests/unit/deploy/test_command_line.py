import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from deploy.cli.joined import Joined
from deploy.cli.main import IMPORTS, JOINED, kith
from deploy.local.settings import REPOSITORY

ONE = typer.Typer()
MANY = typer.Typer()


@ONE.command()
def alone(word: str, *, loud: bool = False) -> None:
    """Say a word."""
    typer.echo(word.upper() if loud else word)


@MANY.command("first")
def first() -> None:
    typer.echo("the first")


@MANY.command("second")
def second(number: int) -> None:
    typer.echo(f"the second: {number}")


def many() -> typer.Typer:
    return MANY


def called(joined: Joined, *arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    app.callback()(lambda: None)
    joined.join(app)
    result = CliRunner().invoke(app, [joined.name, *arguments])
    return result.exit_code, result.output


def test_the_command_line_offers_what_people_were_promised() -> None:
    result = CliRunner().invoke(kith(), ["--help"])

    assert {command.name for command in JOINED} == {
        "assess", "patterns", "policy", "retention", "dlq", "topics", "outbox", "token",
    }  # fmt: skip
    assert {command.name for command in IMPORTS} == {"areas", "postcodes", "reports", "groups", "police", "hsds"}
    assert all(command.name in result.output for command in JOINED)


def test_arguments_and_options_reach_a_joined_command() -> None:
    joined = Joined("alone", f"{__name__}:ONE", "Say a word.")

    assert called(joined, "hello", "--loud") == (0, "HELLO\n")


def test_a_command_is_found_by_its_name_in_an_app_made_by_a_function() -> None:
    joined = Joined("second", f"{__name__}:many", "Say a number.")

    assert called(joined, "7") == (0, "the second: 7\n")


def test_a_joined_command_explains_itself() -> None:
    status, output = called(Joined("alone", f"{__name__}:ONE", "Say a word."), "--help")

    assert status == 0
    assert "--loud" in output


def test_a_part_that_is_not_installed_is_named_in_one_line() -> None:
    status, output = called(Joined("assess", "services.nowhere.commands:app", "Assess."))

    assert status == 1
    assert output == "kith assess: not part of this installation, services.nowhere is missing\n"


@pytest.mark.parametrize("module", ["aiokafka", "motor", "pymongo", "services", "deploy.local"])
def test_nothing_is_loaded_before_it_is_used(module: str) -> None:
    code = f"import sys, deploy.cli.main as main; main.kith(); sys.exit({module!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0  # noqa: S603 - our own code
