"""Rows on stdout: tables that fit the terminal, JSON Lines, CSV."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import typer

from fogline.records.codec import Json

__all__ = [
    "MOST_ROWS",
    "is_narrow",
    "one_line",
    "print_csv",
    "print_jsonl",
    "print_quotes",
    "print_table",
    "say_left_out",
    "say_none",
]

MOST_ROWS = 200  # of a table: who looks for more asks for less at a time, or for CSV

ROOM = 30  # code points that words need to be read, however many columns there are
NARROWEST, BROADEST, GAP = 8, 28, 3  # of the other columns, and between two
UNBROKEN = 11  # code points of a word that is not broken between lines
BROAD = 110  # code points from which on a table of many columns breaks no words
INDENT = "            "  # a day and a gap: quotes stand below who says them
FITS = {"Date": 11, "Day": 10, "When": 10}  # a day is not broken: 2025-03-16, (published)


def print_jsonl(objects: Iterable[Mapping[str, Json]]) -> None:
    """One object a line."""
    for item in objects:
        sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A header and a row for each, quoted where needed; no formula can hide in a cell."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)


def _inert(cell: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "@", "\t", "\r") else cell


def one_line(words: str) -> str:
    """Words as one line, whatever line breaks and runs of blanks the report has in them."""
    return " ".join(words.split())


def is_narrow() -> bool:
    """Whether a table of many columns would break words in this terminal."""
    return shutil.get_terminal_size().columns < BROAD


def print_quotes(rows: Iterable[Sequence[str]], *, what: str = "", most: int | None = MOST_ROWS) -> None:
    """Each row as a line that stands out by itself and its other cells below, indented and as wide as the terminal.

    With `what` of more than `most` rows the first are shown and the others counted on stderr; that there are none, too.
    """
    width = max(ROOM, shutil.get_terminal_size().columns)
    ahead = iter(rows)
    shown = 0
    for shown, (head, *below) in enumerate(islice(ahead, most if what else None), start=1):  # noqa: B007, counted
        lines = textwrap.wrap(head, width, subsequent_indent=INDENT, break_on_hyphens=False)
        for cell in filter(None, below):
            lines += textwrap.wrap(cell, width, initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False)
        sys.stdout.write("\n".join(lines) + "\n")
    if what:
        say_none(shown)
        left = sum(1 for _ in ahead)
        say_left_out(most or 0, (most or 0) + left, what, "--format csv or jsonl has all of them")


def say_left_out(shown: int, total: int, what: str, how: str) -> None:
    """Say on stderr how many of all are shown, and how to see the others; nothing where all are."""
    if shown < total:
        typer.echo(f"{shown:,} of {total:,} {what} are shown; {how}", err=True)


def say_none(shown: int) -> None:
    """Say on stderr that there is nothing to show; nothing where there is."""
    if not shown:
        typer.echo("nothing that the ledger holds fits what is asked for", err=True)


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    wide: str | tuple[str, ...] = "",
    most: int | None = MOST_ROWS,
) -> None:
    """A table as wide as the terminal; the column named `wide`, or each of several, shares the room left and wraps.

    Of more than `most` rows the first are shown and the others counted on stderr, which also says that there are none.
    """
    ahead = iter(rows)
    shown = list(islice(ahead, most))
    _print_rows(columns, shown, wide)
    left = sum(1 for _ in ahead)
    say_none(len(shown))
    say_left_out(len(shown), len(shown) + left, "rows", "--format csv or jsonl has all of them")


def _print_rows(columns: Sequence[str], rows: Sequence[Sequence[str]], wide: str | tuple[str, ...]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(soft_wrap=False)
    broad = (wide,) if isinstance(wide, str) else wide
    narrow = len(columns) - len(broad)
    room = console.width - ROOM * len(broad) - GAP * len(columns)
    most = max(NARROWEST, min(BROADEST, room // max(1, narrow)))
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for at, name in enumerate(columns):
        if name in broad:
            table.add_column(name, ratio=1, overflow="fold")
            continue
        longest = max((len(word) for row in rows for word in row[at].split()), default=0)
        least = min(max(len(name), longest), UNBROKEN)
        table.add_column(name, overflow="fold", max_width=max(most, FITS.get(name, 0), least), min_width=least)
    for row in rows:
        # Text keeps square brackets in a report from being taken for markup.
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
