"""JSON Lines: one report a line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from fogline.documents.drafts import Draft, Skipped
from fogline.documents.options import DocumentOptions
from fogline.documents.records import draft_of, lines
from fogline.errors import ItemError

__all__ = ["read"]


def read(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The reports of a file, one line at a time; a line that is broken is skipped and the others are read."""
    for number, line in lines(stream, options.size_limit_bytes, newline="\n"):
        where = f"line {number}"
        try:
            if isinstance(line, ItemError):
                raise line
            if line.strip():
                yield draft_of(_object(line), where)
        except ItemError as error:
            yield Skipped(where, error)


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ItemError("malformed", f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ItemError("malformed", f"a JSON {type(value).__name__}, not an object")
    return value
