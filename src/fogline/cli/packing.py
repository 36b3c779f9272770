"""`fogline pack`: packs of a conflict's actors, sides and spellings."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(help="Packs: the actors, sides and place spellings of one conflict.", no_args_is_help=True)


@app.command("check")
def check(file: Annotated[str, typer.Argument(help="A pack in TOML.")]) -> None:
    """Check a pack; each problem is a line, exit status 1 where there is any."""
    from fogline.packs import check as check_pack

    problems = check_pack(file)
    for problem in problems:
        typer.echo(f"{file}: {problem}")
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{file}: no problem found", err=True)


@app.command("list")
def list_packs() -> None:
    """List the packs that come with Fogline."""
    from fogline.packs import packaged

    for name in packaged():
        typer.echo(name)
