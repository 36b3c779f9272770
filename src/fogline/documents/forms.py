"""Which reader reads which form of file."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fogline.documents.drafts import Draft, Skipped
from fogline.documents.options import DocumentOptions, FormName
from fogline.errors import ItemError

__all__ = ["BY_NAME", "BY_SUFFIX", "Form", "form_of"]

Reader = Callable[[io.BufferedReader, DocumentOptions], Iterator[Draft | Skipped]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: its media type, the reader, and whether one file holds many reports."""

    media_type: str
    read: Reader
    many: bool = False


# Each reader is imported when a file first needs it: all of them, with csv, tomllib and their patterns, would double
# the time that importing this stage takes.


def _text(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import plain

    return plain.read(stream, options)


def _markdown(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import markdown

    return markdown.read(stream, options)


def _page(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import page

    return page.read(stream, options)


def _json_lines(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import jsonlines

    return jsonlines.read(stream, options)


def _csv(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import table

    return table.read_csv(stream, options)


def _tsv(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import table

    return table.read_tsv(stream, options)


def _pdf(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    from fogline.documents import pdf

    return pdf.read(stream, options)


BY_NAME: dict[FormName, Form] = {
    "text": Form("text/plain", _text),
    "markdown": Form("text/markdown", _markdown),
    "html": Form("text/html", _page),
    "jsonl": Form("application/jsonl", _json_lines, many=True),
    "csv": Form("text/csv", _csv, many=True),
    "tsv": Form("text/tab-separated-values", _tsv, many=True),
    "pdf": Form("application/pdf", _pdf),
}
BY_SUFFIX: dict[str, FormName] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".pdf": "pdf",
}
HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
JSON_START = re.compile(rb'\s*\{\s*"')


def form_of(name: str, named: bool, stream: io.BufferedReader, options: DocumentOptions) -> Form:
    """The form of a file, from the option, its name, or its first bytes, in this order.

    In a folder, only files with a known suffix or none are reports; a file asked for by name is always tried.
    Raises ItemError (`unsupported`).
    """
    if options.form:
        return BY_NAME[options.form]
    suffix = os.path.splitext(name.lower().removesuffix(".gz"))[1]
    if suffix in BY_SUFFIX:
        return BY_NAME[BY_SUFFIX[suffix]]
    if suffix and not named:
        raise ItemError("unsupported", f"no reader for files that end in {suffix}")
    return _sniffed(stream)


def _sniffed(stream: io.BufferedReader) -> Form:
    start = stream.peek(4096)[:4096]
    if start.startswith(b"%PDF-"):
        return BY_NAME["pdf"]
    if HTML_START.match(start):
        return BY_NAME["html"]
    if JSON_START.match(start):
        return BY_NAME["jsonl"]
    return BY_NAME["text"]
