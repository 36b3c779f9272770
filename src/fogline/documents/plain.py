"""Plain text: the decoded file, unchanged."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fogline.documents.decoding import decode
from fogline.documents.drafts import Draft, Skipped
from fogline.documents.opening import whole
from fogline.documents.options import DocumentOptions

__all__ = ["read"]


def read(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The one report a text file is."""
    text, notes = decode(whole(stream, options.size_limit_bytes))
    yield Draft(text, notes=notes)
