"""Tables: comma and tab separated values, one report a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from fogline.documents.drafts import Draft, Skipped
from fogline.documents.options import COLUMNS, DocumentOptions
from fogline.documents.records import draft_of, lines
from fogline.errors import ItemError

__all__ = ["read_csv", "read_tsv"]

DELIMITERS = (",", ";", "\t", "|")  # spreadsheets write ; where the comma is the decimal mark


def read_csv(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The reports of a table; the delimiter is the one that gives a header with the text column."""
    yield from _read(stream, options, DELIMITERS)


def read_tsv(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The reports of a table whose columns are parted by tabs."""
    yield from _read(stream, options, ("\t",))


def _read(
    stream: io.BufferedReader, options: DocumentOptions, delimiters: tuple[str, ...]
) -> Iterator[Draft | Skipped]:
    # the limit is one for the whole process; it only ever grows
    csv.field_size_limit(max(csv.field_size_limit(), options.size_limit_bytes))
    text = _lines(stream, options.size_limit_bytes)
    first = next(text, "")
    if not first.strip():
        raise ItemError("empty", "the table has no header")
    delimiter, places = _header(first, options, delimiters)
    rows = csv.reader(text, delimiter=delimiter)
    while True:
        where = f"line {rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skipped(where, ItemError("malformed", str(error)))
            continue
        if any(row):
            yield _draft(row, places, where)


def _draft(row: list[str], places: dict[str, int], where: str) -> Draft | Skipped:
    try:
        return draft_of({key: row[place] for key, place in places.items() if place < len(row)}, where)
    except ItemError as error:
        return Skipped(where, error)


def _header(line: str, options: DocumentOptions, delimiters: tuple[str, ...]) -> tuple[str, dict[str, int]]:
    wanted = options.columns.get("text", "text")
    headers = {delimiter: next(csv.reader([line], delimiter=delimiter)) for delimiter in delimiters}
    for delimiter, header in headers.items():
        if _place(wanted, header) is not None:
            return delimiter, _places(header, options)
    widest = max(headers.values(), key=len)
    raise ItemError("missing_column", f"no column {wanted!r}; the table has {', '.join(widest)[:300]}")


def _places(header: list[str], options: DocumentOptions) -> dict[str, int]:
    """Which column holds which key. A column that was asked for by name must be there."""
    places: dict[str, int] = {}
    for key in COLUMNS:
        place = _place(options.columns.get(key, key), header)
        if place is not None:
            places[key] = place
        elif key in options.columns:
            raise ItemError("missing_column", f"no column {options.columns[key]!r} for {key}")
    return places


def _place(name: str, header: list[str]) -> int | None:
    """Where a column stands; capitals and spaces around it do not matter."""
    names = [column.strip().casefold() for column in header]
    return names.index(name.strip().casefold()) if name.strip().casefold() in names else None


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[str]:
    """The lines of the table, line ends kept: they may stand inside quotes.

    A line that cannot be used ends the table, since no one can say in which row the next one stands.
    """
    for _, line in lines(stream, limit, newline=""):
        if isinstance(line, ItemError):
            raise line
        yield line
