"""PDF: the text layer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogline.documents.drafts import Draft, Facts, Skipped, storable
from fogline.documents.opening import whole
from fogline.documents.options import DocumentOptions
from fogline.documents.reflow import reflow
from fogline.errors import ItemError

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["read"]


def read(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The one report a PDF is.

    Its dates say when the file was made, not when the report was published, and are not used. Raises
    ItemError: `unreadable` where a password is needed, `no_text` for scanned pages, `malformed`.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its warnings comes as a Failure
    data = whole(stream, options.size_limit_bytes)
    if not data:
        raise ItemError("empty", "the file is empty")
    try:
        yield _draft(PdfReader(io.BytesIO(data)), options.size_limit_bytes)
    except ItemError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise ItemError("unreadable", f"the PDF is encrypted: {error}") from error
    except Exception as error:  # pypdf meets broken files with every kind of exception
        raise ItemError("malformed", f"not a sound PDF: {error}") from error


def _draft(reader: PdfReader, limit: int) -> Draft:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ItemError("unreadable", "the PDF is encrypted and needs a password")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > limit:
            raise ItemError("too_large", f"the text is longer than the limit of {limit:,} characters")
    text = storable(reflow(pages))
    if not text.strip():
        raise ItemError("no_text", "the PDF has no text layer; it may be scanned")
    meta = reader.metadata
    facts = Facts.of({"title": meta.title, "author": meta.author} if meta else {})
    return Draft(text, facts)
