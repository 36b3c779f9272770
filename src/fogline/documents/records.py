"""Records of a file with many reports: lines of bounded length, and rows that become drafts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from fogline.documents.decoding import decode
from fogline.documents.drafts import Draft, Facts, storable
from fogline.errors import ItemError

__all__ = ["draft_of", "lines", "text_of"]

LINE = tuple[int, bytes | ItemError]


def lines(stream: io.BufferedReader, limit: int) -> Iterator[LINE]:
    """The lines of a stream with their numbers from 1; a line past the limit gives the error instead."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield number, ItemError("too_large", f"line {number} is longer than the limit of {limit:,} bytes")


def text_of(line: bytes) -> str:
    """The text of one line; most are UTF-8, a line that is not is decoded on its own."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return decode(line)[0]


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
    values = {key: _word(record.get(key)) for key in ("title", "publisher", "url", "author", "language")}
    facts = Facts.of({**values, "published": _word(record.get("published_at"))})
    return Draft(kept, facts, record=_word(record.get("id")), where=where, notes=notes)


def _word(value: object) -> str | None:
    """A field as words: numbers count (ids often are), structures do not."""
    if value is None or isinstance(value, bool | dict):
        return None
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value)
