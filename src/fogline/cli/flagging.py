"""The command that lists flags on reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import is_narrow, one_line, print_csv, print_jsonl, print_quotes, print_table
from fogline.records.readings import FLAGS

if TYPE_CHECKING:
    from fogline.views.flags import FlagRow

__all__ = ["flags"]

COLUMNS = (
    *("document", "report", "publisher", "published_at"),
    *("flag", "reason", "start", "end", "sentences", "claim_ids"),
)


def flags(
    report: Annotated[str | None, typer.Argument(help="Name or id of a report; all reports without it.")] = None,
    ledger: LedgerOption = "fogline.ledger",
    kind: Annotated[str | None, typer.Option(help=", ".join(FLAGS))] = None,
    form: FormatOption = Format.table,
) -> None:
    """List what a careful reader would want to know of reports: each flag with its reason, sentences and claims."""
    from fogline.workspace import Workspace

    if kind is not None and kind not in FLAGS:
        raise typer.BadParameter(f"{kind!r} is none of: {', '.join(FLAGS)}", param_hint="--kind")
    with Workspace.open(ledger, create=False) as workspace:
        found = [row for row in workspace.flags(report) if kind in (None, row.flag.flag)]
    if form is Format.jsonl:
        print_jsonl(row.to_json() for row in found)
    elif form is Format.csv:
        print_csv(COLUMNS, map(_row, found))
    elif found and is_narrow():
        rows = (_cells(row) for row in found)
        print_quotes(((f"{name} · {flag}: {why}", *told.splitlines()) for name, flag, why, told in rows), what="flags")
    elif found:
        print_table(("Report", "Flag", "Why", "Sentences"), map(_cells, found), wide="Sentences")
    else:
        typer.echo("no flags", err=True)


def _row(row: FlagRow) -> tuple[object, ...]:
    report, flag = row.document, row.flag
    sentences = " / ".join(" ".join(span.text.split()) for span in flag.sentences)
    known = (report.id, report.name, report.publisher, report.published_at)
    return (*known, flag.flag, flag.reason, flag.start, flag.end, sentences, " ".join(flag.claim_ids))


def _cells(row: FlagRow) -> tuple[str, ...]:
    flag = row.flag
    told = [f"{span.start} {one_line(span.text)}" for span in flag.sentences]
    told += [f"claims: {' '.join(claim_id[:8] for claim_id in flag.claim_ids)}"] if flag.claim_ids else []
    return (row.document.name, flag.flag, flag.reason, "\n".join(told))
