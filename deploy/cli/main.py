"""`kith`: one command line, joined from what each service and the platform offer; a part is loaded when it is used."""

import typer

from deploy.cli.joined import Joined

_HERE = "deploy.cli"


def _on_the_local_stack() -> None:
    """Give commands of services the settings of the stack that runs here, where none are set."""
    from deploy.cli.target import adopt_local_settings  # noqa: PLC0415 - not loaded for `kith assess`

    adopt_local_settings()


JOINED = (
    Joined("assess", "services.triage.bootstrap:command_line", "Assess intakes from a file, with nothing running."),
    Joined(
        "patterns",
        "services.triage.bootstrap:command_line",
        "Hotspots, rates and Knox over what triage has kept, or over a file.",
        before=_on_the_local_stack,
    ),
    Joined("policy", "services.triage.bootstrap:command_line", "Export, check and compare policies of triage."),
    Joined(
        "retention",
        "services.reporting.bootstrap:command_line",
        "Remove what is personal and was kept long enough.",
        before=_on_the_local_stack,
    ),
    Joined("dlq", f"{_HERE}.dlq:app", "Look at what could not be handled, and send it again."),
    Joined("topics", f"{_HERE}.topics:app", "Make the topics as they are declared."),
    Joined("outbox", f"{_HERE}.outbox:app", "Publish again what the stores hold."),
    Joined("token", f"{_HERE}.token:app", "Print a token of the local stack."),
)
IMPORTS = (
    Joined("areas", "services.reporting.bootstrap:command_line", "Areas: boundaries, lookups, populations."),
    Joined("postcodes", "services.reporting.bootstrap:command_line", "Postcodes in use, with the middle of each."),
    Joined("reports", "services.reporting.bootstrap:command_line", "Reports from 311-style CSV files."),
    Joined("groups", "services.networks.bootstrap:command_line", "Community groups from registers and grants."),
    Joined("hsds", "services.networks.bootstrap:command_line", "Another directory's services, from its open feed."),
    Joined(
        "police", "services.networks.bootstrap:command_line", "Counts from data.police.uk: area rates, never cases."
    ),
)


def kith() -> typer.Typer:
    """Return the whole command line."""
    app = typer.Typer(name="kith", no_args_is_help=True, add_completion=False, help="Kith from the command line.")
    imports = typer.Typer(no_args_is_help=True, help="Bring in public data in its publishers' own formats.")
    for command in JOINED:
        command.join(app)
    for command in IMPORTS:
        Joined(command.name, command.source, command.summary, before=_on_the_local_stack).join(imports, "kith import")
    app.add_typer(imports, name="import")
    return app


def run() -> None:
    """Start from the shell."""
    kith()()


if __name__ == "__main__":
    run()
