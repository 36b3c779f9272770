"""Records of a file with many reports: lines of bounded length, and rows that become drafts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from fogline.documents.decoding import decode, looks_binary, marked_encoding
from fogline.documents.drafts import Draft, Facts, clean, storable
from fogline.errors import ItemError

__all__ = ["draft_of", "lines"]

SKIP_CHARACTERS = 1 << 20


def lines(stream: io.BufferedReader, limit: int, newline: str) -> Iterator[tuple[int, str | ItemError]]:
    """The lines of a stream with their numbers from 1, line ends kept; a line past the limit gives the error.

    `newline` is "" where a line end may be any of three, as in `open`. A line that is not in the encoding of the
    file is decoded on its own. Raises ItemError (`binary`).
    """
    start = stream.peek(4096)
    encoding, mark = marked_encoding(start)
    if encoding == "utf-8" and looks_binary(start[mark:]):
        raise ItemError("binary", "the bytes are not text")
    stream.read(mark)
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    text = io.TextIOWrapper(stream, encoding, errors=errors, newline=newline)
    number = 0
    try:
        while line := text.readline(limit + 1):
            number += 1
            yield number, _repaired(line) if len(line) <= limit else _too_long(text, line, limit)
    finally:
        if not stream.closed:
            text.detach()  # or closing the wrapper would close standard input


def _too_long(text: io.TextIOWrapper, line: str, limit: int) -> str | ItemError:
    """The error for a line past the limit, once the rest of it has been read."""
    if line.endswith(("\n", "\r")):
        return _repaired(line)
    while (rest := text.readline(SKIP_CHARACTERS)) and not rest.endswith(("\n", "\r")):
        pass
    return ItemError("too_large", f"longer than the limit of {limit:,} characters")


def _repaired(line: str) -> str | ItemError:
    """The line, decoded on its own where some of it is not UTF-8."""
    if line.isascii() or not any("\udc80" <= char <= "\udcff" for char in line):
        return line
    try:
        return decode(line.encode("utf-8", "surrogateescape"))[0]
    except ItemError as error:
        return error


def draft_of(record: Mapping[str, object], where: str) -> Draft:
    """The draft that a record with the keys of the input format is.

    Raises ItemError: `malformed` where `text` is missing or no text.
    """
    text = record.get("text")
    if not isinstance(text, str):
        found = "no text" if text is None else f"text is {type(text).__name__}, not a string"
        raise ItemError("malformed", found)
    kept = storable(text)
    notes = () if kept == text else ("characters that cannot be stored became U+FFFD",)
    values = {key: _words(record.get(key)) for key in ("title", "publisher", "url", "author", "language")}
    facts = Facts.of({**values, "published": _words(record.get("published_at"))})
    own_id = clean(_words(record.get("id")) or "") or None
    return Draft(kept, facts, record=own_id, where=where, notes=notes)


def _words(value: object) -> str | None:
    """A field as words: numbers count (ids often are), lists of words are joined, other structures are not known."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
