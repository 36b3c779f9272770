"""Commands that show how claims stand to each other."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import MOST_ROWS, print_csv, print_jsonl, print_table
from fogline.records.links import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from fogline.ledger.rows import LinkRow
    from fogline.records.links import Link

__all__ = ["links"]

COLUMNS = ("id", "left_id", "right_id", "relation", "about", "score", "reason", "made_by")
DAY, SHORT = len("2025-04-26"), len("c-0c00d5")


def links(
    ledger: LedgerOption = "fogline.ledger",
    relation: Annotated[str | None, typer.Option(help=", ".join(RELATIONS))] = None,
    claim: Annotated[str | None, typer.Option(help="Only links of this claim: its id or how it begins.")] = None,
    question: Annotated[
        str | None, typer.Option(help="Only links between claims of this question: its id or how it begins.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many rows.")] = None,
    retired: Annotated[
        bool,
        typer.Option("--retired", help="Also links that no longer hold: of older versions, of claims judged anew."),
    ] = False,
    form: FormatOption = Format.table,
) -> None:
    """List how claims stand to each other: agrees, clashes, supersedes, repeats, differs, and why."""
    from fogline.exports.contract import link_object
    from fogline.workspace import Workspace

    if relation is not None and relation not in RELATIONS:
        raise typer.BadParameter(f"{relation!r} is none of: {', '.join(RELATIONS)}", param_hint="--relation")
    with Workspace.open(ledger, create=False) as workspace:
        inside = None if question is None else frozenset(workspace.asked(question).question.claim_ids)
        asked = inside if claim is None else (workspace.claim(claim)[0].id,)
        claim_ids = None if asked is None else tuple(asked)
        known = workspace.link_rows(claim_ids, retired=retired)
        fitting = (row for row in known if relation in (None, row.link.relation) and _within(row.link, inside))
        rows = islice(fitting, limit)
        if form is Format.jsonl:
            print_jsonl(link_object(row.link, row.retired_at) for row in rows)
        elif form is Format.csv:
            print_csv((*COLUMNS, "retired_at"), ((*_values(row.link), row.retired_at or "") for row in rows))
        else:
            columns = ("Relation", "About", "Score", *(("Retired",) if retired else ()), "Claims", "Why")
            most = MOST_ROWS if limit is None else None
            print_table(columns, (_cells(row, retired=retired) for row in rows), wide="Why", most=most)


def _within(link: Link, claim_ids: Collection[str] | None) -> bool:
    """Whether both claims are among these; any are where none are asked for."""
    return claim_ids is None or (link.left_id in claim_ids and link.right_id in claim_ids)


def _values(link: Link) -> tuple[object, ...]:
    return tuple(getattr(link, column) for column in COLUMNS)


def _cells(row: LinkRow, *, retired: bool) -> tuple[str, ...]:
    link = row.link
    until = ((row.retired_at or "")[:DAY],) if retired else ()
    claims = f"{link.left_id[:SHORT]} {link.right_id[:SHORT]}"  # as `fogline show` takes them
    return (link.relation, link.about, f"{link.score:.2f}", *until, claims, link.reason)
