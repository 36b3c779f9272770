"""A draft becomes a document: who wins among what is known, ids, language, bands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from fogline.documents.copies import bands
from fogline.documents.dates import parse_date
from fogline.documents.drafts import STAGE, Draft, Facts, storable
from fogline.documents.finding import Found
from fogline.documents.forms import Form
from fogline.documents.language import identify, is_at_odds, normal
from fogline.documents.options import DocumentOptions
from fogline.errors import ItemError
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.ids import stable_id

__all__ = ["Origin", "build"]

# Ids that mean the same thing wherever they appear: a URI or URN, a UUID, the hex digest of something.
WORLDWIDE = re.compile(
    r"[a-z][a-z0-9+.-]*:\S+ | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} | [0-9a-f]{24,}", re.I | re.X
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where drafts come from: the file, its form, what the folder says about it, what the user chose."""

    found: Found
    form: Form
    beside: Facts
    options: DocumentOptions

    def place(self, where: str | None) -> str:
        """Where something stands, for people: the path, and the line in it."""
        path = storable(os.fsencode(self.found.path or "-").decode("utf-8", "replace"))
        return f"{path}, {where}" if where else path


def build(draft: Draft, origin: Origin) -> Iterator[Document | Failure]:
    """The document of a draft, followed by what is wrong with it: no date, a language not read yet.

    Raises ItemError (`empty`) where there is no text.
    """
    if not draft.text.strip("\ufeff\u200b\u200e\u200f\ufffd \t\r\n\f\v\u00a0"):
        raise ItemError("empty", "there is no text in it")
    facts = _facts(draft, origin)
    published, wrong = _published(facts)
    document = _document(draft, origin, facts, published)
    yield document
    place = origin.place(draft.where)
    if wrong:
        yield Failure(place, wrong.reason, str(wrong), STAGE, document.id)
    if document.language is not None and document.language not in origin.options.readable:
        message = f"the report is in {document.language!r}, which cannot be read yet"
        yield Failure(place, "language", message, STAGE, document.id)


def _facts(draft: Draft, origin: Origin) -> Facts:
    """Flags win; then a record's own fields, or for a whole file what the folder says of it."""
    options = origin.options
    given = Facts(publisher=options.publisher, url=options.url, language=options.language, published=options.published)
    own, beside = draft.facts, origin.beside
    return given.over(own.over(beside) if origin.form.many else beside.over(own))


def _published(facts: Facts) -> tuple[str | None, ItemError | None]:
    try:
        return (parse_date(facts.published) if facts.published else None), None
    except ItemError as error:
        return None, error


def _document(draft: Draft, origin: Origin, facts: Facts, published: str | None) -> Document:
    digest = blake2b(draft.text.encode(), digest_size=32).hexdigest()
    name = _name(draft, origin.found, digest)
    said, odd = _said(facts, draft.text)
    basis = facts.basis if published else "unknown"
    known = (facts.title, facts.publisher, facts.url, facts.author, said, published, basis)
    return Document(
        id=stable_id("d", name, digest, *known),
        name=name,
        source=_source(draft, origin.found, facts, digest),
        text=draft.text,
        digest=digest,
        path=None if origin.found.path is None else origin.place(None),
        title=facts.title,
        publisher=facts.publisher,
        url=facts.url,
        author=facts.author,
        language=said or identify(draft.text),
        published_at=published,
        published_basis=basis,
        media_type=origin.form.media_type,
        notes=(*draft.notes, *odd),
        bands=bands(draft.text),
    )


def _said(facts: Facts, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The language that is given, unless the script rules it out: a flag for a folder can be too broad."""
    if facts.language is None:
        return None, ()
    said = normal(facts.language)
    if is_at_odds(said, text):
        return None, (f"given as {said!r}, which is not written in these letters",)
    return said, ()


def _name(draft: Draft, found: Found, digest: str) -> str:
    """The record's own id or the file name; a record without id is named by its text: rows can move."""
    if draft.record:
        return storable(draft.record)
    name = os.fsencode(found.name).decode("utf-8", "replace")
    return f"{name}#{digest[:12]}" if draft.where else name


def _source(draft: Draft, found: Found, facts: Facts, digest: str) -> str:
    """What makes two documents versions of one thing.

    A file is one thing by its resolved path. A record is one thing by its id: anywhere, where the id can mean
    only one thing in the world; otherwise within its file, since two unrelated files can both number from 1.
    Without an id, its address says what it is. What has nothing of these is only itself, and so are equal texts
    of two publishers: the second is a copy, no new version.
    """
    own_id = draft.record or (draft.facts.url if draft.where else None)
    if own_id and WORLDWIDE.fullmatch(own_id):
        return f"record:{own_id}"
    if found.path is None or (draft.where and not own_id):
        return f"text:{digest}" + (f" of {facts.publisher}" if facts.publisher else "")
    path = os.fsencode(os.path.realpath(found.path)).decode("utf-8", "replace")
    return f"record:{path}#{own_id}" if own_id else path
