"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["Format", "FormatOption", "LedgerOption"]

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        envvar="FOGLINE_LEDGER",
        help="The ledger: a file, or postgresql+psycopg://user@host/name.",
        show_default=True,
    ),
]


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")]
