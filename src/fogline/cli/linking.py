"""Commands that show how claims stand to each other."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import print_csv, print_jsonl, print_table
from fogline.records.links import RELATIONS

__all__ = ["links"]

COLUMNS = ("id", "left_id", "right_id", "relation", "about", "score", "reason", "made_by")


def links(
    ledger: LedgerOption = "fogline.ledger",
    relation: Annotated[str | None, typer.Option(help=", ".join(RELATIONS))] = None,
    claim: Annotated[str | None, typer.Option(help="Only links of this claim: its id or how it begins.")] = None,
    form: FormatOption = Format.table,
) -> None:
    """List how claims stand to each other: agrees, clashes, supersedes, repeats, differs, and why."""
    from fogline.exports.contract import link_object
    from fogline.workspace import Workspace

    if relation is not None and relation not in RELATIONS:
        raise typer.BadParameter(f"{relation!r} is none of: {', '.join(RELATIONS)}", param_hint="--relation")
    with Workspace.open(ledger, create=False) as workspace:
        claim_ids = None if claim is None else (workspace.claim(claim)[0].id,)
        rows = (link for link in workspace.links(claim_ids) if relation in (None, link.relation))
        if form is Format.jsonl:
            print_jsonl(link_object(link) for link in rows)
        elif form is Format.csv:
            print_csv(COLUMNS, ([getattr(link, column) for column in COLUMNS] for link in rows))
        else:
            cells = ((link.relation, link.about, f"{link.score:.2f}", link.reason) for link in rows)
            print_table(("Relation", "About", "Score", "Why"), cells, wide="Why")
