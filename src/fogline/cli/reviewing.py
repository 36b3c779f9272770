"""`fogline review`: carry decisions between ledgers, and compare people."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerOption
from fogline.cli.printing import print_jsonl
from fogline.errors import RunError

if TYPE_CHECKING:
    from fogline.ledger.rows import Review
    from fogline.workspace import Workspace

__all__ = ["app"]

app = typer.Typer(name="review", help="Decisions of people: export, import, agreement.", no_args_is_help=True)


@app.callback()
def root() -> None:
    """Decisions of people about what was read."""


@app.command("export")
def export(
    ledger: LedgerOption = "fogline.ledger",
    gold: Annotated[
        Path | None,
        typer.Option(help="Write the reports that were reviewed to the end into this folder, marked up for the gate."),
    ] = None,
) -> None:
    """Print every decision as JSON Lines, those that were taken back too; or write reviewed reports as gold."""
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        if gold is not None:
            _write_gold(workspace, gold)
            return
        print_jsonl(asdict(review) for review in workspace.reviews(undone=True))


def _write_gold(workspace: Workspace, folder: Path) -> None:
    """A file for each report with a decision on every claim; what is left out is told."""
    from fogline.errors import ItemError
    from fogline.exports.gold import marked_report

    folder.mkdir(parents=True, exist_ok=True)
    written, waiting = 0, 0
    for document, claims, decided in workspace.reviewed():
        if not decided:
            waiting += 1
            continue
        try:
            marked = marked_report(document, claims)
        except ItemError as error:
            typer.echo(f"left out: {error}", err=True)
            continue
        (folder / f"{document.id}.txt").write_text(marked, encoding="utf-8", errors="replace", newline="")
        written += 1
    typer.echo(f"{written} reports written, {waiting} left out that have claims without a decision", err=True)


@app.command("import")
def bring_in(
    source: Annotated[str, typer.Argument(help="A file that `review export` wrote, or - for standard input.")],
    ledger: LedgerOption = "fogline.ledger",
) -> None:
    """Add the decisions of a file; those that the ledger has are passed over."""
    from fogline.workspace import Workspace

    lines = sys.stdin.read() if source == "-" else _text(Path(source))
    reviews = [_review(line, number) for number, line in enumerate(lines.splitlines(), 1) if line.strip()]
    with Workspace.open(ledger, create=False) as workspace:
        known = {review.id for review in workspace.reviews(undone=True)}
        fresh = [review for review in reviews if review.id not in known]
        workspace.review(*fresh)
    typer.echo(f"{len(fresh)} decisions added, {len(reviews) - len(fresh)} were in the ledger already", err=True)


@app.command("agreement")
def agreement(ledger: LedgerOption = "fogline.ledger") -> None:
    """Compare the verdicts of each two people: how many both gave, how many agree, Cohen's kappa."""
    from fogline.views.agreement import agreements
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        print_jsonl(row.to_json() for row in agreements(workspace.reviews()))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"{path} cannot be read: {error}") from error


def _review(line: str, number: int) -> Review:
    from fogline.ledger.rows import Review

    try:
        record = json.loads(line)
        return Review(**{field.name: record.get(field.name) for field in fields(Review)})
    except (ValueError, AttributeError) as error:
        raise RunError(f"line {number} is no decision: {error}") from error
