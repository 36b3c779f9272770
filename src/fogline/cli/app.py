"""The commands, put together."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from fogline.cli import (
    asking,
    briefing,
    doctor,
    figures,
    flagging,
    linking,
    looking,
    packing,
    reading,
    reviewing,
    serving,
    showing,
    sourcing,
    viewing,
)
from fogline.errors import FoglineError
from fogline.version import VERSION

__all__ = ["app", "main"]

EPILOG = """Exit status: 0 done; 1 nothing could be read, or a check failed; 2 wrong use or the run could not go on;
3 done, but something was skipped (see: fogline failures)."""

app = typer.Typer(
    name="fogline",
    help="Who claims what, where and when: a ledger of attributed claims in reports on armed conflict.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"fogline {VERSION}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Who claims what, where and when: a ledger of attributed claims in reports on armed conflict."""


app.command("read")(reading.read)
app.command("claims")(looking.claims)
app.command("speakers")(looking.speakers)
app.command("mentions")(looking.mentions)
app.command("questions")(asking.questions)
app.command("question")(asking.question)
app.command("links")(linking.links)
app.command("documents")(looking.documents)
app.command("failures")(looking.failures)
app.command("show")(showing.show)
app.command("places")(showing.places)
app.command("control")(viewing.control)
app.command("numbers")(figures.numbers)
app.command("timeline")(viewing.timeline)
app.command("flags")(flagging.flags)
app.command("map")(viewing.place_map)
app.command("sources")(sourcing.sources)
app.command("changes")(briefing.changes)
app.command("brief")(briefing.brief)
app.command("serve")(serving.serve)
app.command("doctor")(doctor.doctor)
app.add_typer(packing.app, name="pack")
app.add_typer(reviewing.app, name="review")


def main() -> None:
    """Run the command line; an error is one line on stderr and exit status 2."""
    try:
        app()
    except FoglineError as error:
        typer.echo(f"fogline: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
