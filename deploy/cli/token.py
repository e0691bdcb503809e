"""`kith token ROLE`: a token of the local stack, to be tried with curl."""

from typing import Annotated

import typer

from deploy.cli.target import local_state

app = typer.Typer(add_completion=False)


@app.command()
def token(
    person: Annotated[
        str, typer.Argument(help="officer, supervisor, second_supervisor, coordinator, partner_police, ...")
    ],
) -> None:
    """Print the token, or the API key of an app, and nothing else."""
    credentials = local_state()["credentials"]
    if person not in credentials:
        raise typer.BadParameter(f"known are {', '.join(credentials)}")
    found = credentials[person]
    typer.echo(found.get("token") or found["api_key"])
