"""The command that tells whose words are carried where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.viewing import AsOfOption, ClockName, ClockOption, Listing, PlaceOption, looked_at, say_undated

if TYPE_CHECKING:
    from fogline.views.matrix import SourceMatrix
    from fogline.views.sources import ReportBalance, SourceRow, SourceTable

__all__ = ["sources"]


class Column(StrEnum):
    """What the columns of a matrix of questions are."""

    side = "side"
    publisher = "publisher"


def sources(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    reports: Annotated[bool, typer.Option("--reports", help="A row for each report: how one-sided it is.")] = False,
    questions: Annotated[
        Column | None,
        typer.Option("--questions", help="A row for each question: who speaks to it, by side or publisher."),
    ] = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """Show whose words each publisher carries; with --reports each report, with --questions who speaks to which."""
    from fogline.workspace import Workspace

    wanted = looked_at(as_of, clock, place)
    with Workspace.open(ledger, create=False) as workspace:
        say_undated(workspace, wanted)
        if questions is not None:
            _print_matrix(workspace.source_matrix(wanted, questions.value), form)
            return
        table = workspace.sources(wanted)
    if reports:
        columns = ("Report", "Publisher", "Quoted most", "Share", "One-sided", "Quoted")
        objects = (balance.to_json() for balance in table.reports)
        Listing(objects, columns, map(_balance_cells, table.reports), "Quoted").print(form)
    else:
        objects = (row.to_json() for row in table.publishers)
        if form is Format.table:
            rows = ((row.publisher, str(row.reports), _whose(row, table.sides)) for row in table.publishers)
            Listing(objects, ("Publisher", "Reports", "Whose words it carries"), rows, "Whose words it carries").print(
                form
            )
        else:
            Listing(objects, ("Publisher", "Reports", *table.sides), _matrix(table), "Publisher").print(form)


def _print_matrix(matrix: SourceMatrix, form: Format) -> None:
    """Questions by side or publisher: in a terminal who speaks to each, in CSV a column for each."""
    objects = (row.to_json() for row in matrix.rows)
    if form is Format.csv:
        rows = (
            (row.question_id, row.title, row.state, *map(str, map(row.count, matrix.columns))) for row in matrix.rows
        )
        Listing(objects, ("Id", "Question", "State", *matrix.columns), rows, "Question").print(form)
        return
    cells = (
        (
            row.question_id[:8],
            row.title,
            row.state,
            ", ".join(f"{column} {row.count(column)}" for column in matrix.columns if row.count(column)),
        )
        for row in matrix.rows
    )
    Listing(objects, ("Id", "Question", "State", "Who speaks, in how many claims"), cells, "Question").print(form)


def _whose(row: SourceRow, sides: Sequence[str]) -> str:
    """The sides that a publisher quotes, those it quotes most first, then who is of no side and its own voice."""
    from fogline.views.sources import NO_SIDE, OWN_VOICE

    quoted = [side for side in sides if side not in (OWN_VOICE, NO_SIDE) and row.count(side)]
    ranked = sorted(quoted, key=lambda side: (-row.count(side), side))
    last = [side for side in (NO_SIDE, OWN_VOICE) if row.count(side)]
    return ", ".join(f"{side} {row.count(side)}" for side in (*ranked, *last))


def _matrix(table: SourceTable) -> Iterable[tuple[str, ...]]:
    for row in table.publishers:
        yield (row.publisher, str(row.reports), *(str(row.count(side)) for side in table.sides))


def _balance_cells(balance: ReportBalance) -> tuple[str, ...]:
    share = "" if balance.share is None else f"{balance.share:.0%}"
    quoted = ", ".join(f"{cell.side} {len(cell.claim_ids)}" for cell in balance.carried)
    leading, one_sided = balance.leading or "", "yes" if balance.one_sided else ""
    return (balance.report, balance.publisher, leading, share, one_sided, quoted)
