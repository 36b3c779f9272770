"""Web pages: the article without what stands around it, and what the page says about itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogline.documents.decoding import decode, is_utf8
from fogline.documents.drafts import Draft, Facts, Skipped, storable
from fogline.documents.opening import whole
from fogline.documents.options import DocumentOptions
from fogline.errors import ItemError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read"]

# Encodings of eight bits and East Asian ones; a page that could be searched for its charset is not in UTF-16.
CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*"
    rb"(latin-?1|us-ascii|iso-8859-\d+|windows-\d+|cp\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc-\w\w)",
    re.I,
)
ROMAN = ("latin1", "latin-1", "us-ascii", "iso-8859-1")  # browsers take all of them for cp1252
# htmldate would take the clock for the latest day; a fixed one keeps reading free of it.
FIRST_DAY, LATEST_DAY = "1900-01-01", "2199-12-31"


def read(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The one report a web page is. Raises ItemError: `malformed`, `no_text`."""
    text, notes = _decoded(whole(stream, options.size_limit_bytes))
    if not text.strip():
        raise ItemError("empty", "the page is empty")
    try:
        tree, cut = _tree(text)
        draft = _article(tree)
    except ItemError:
        raise
    except Exception as error:  # RecursionError, lxml errors and whatever a page can provoke in an extractor
        raise ItemError("malformed", f"the page cannot be taken apart: {type(error).__name__}") from error
    if not draft.text:
        if cut:
            raise ItemError("malformed", "the page is nested too deep to read")
        raise ItemError("no_text", "no article was found in the page")
    extra = ("nested too deep: what lies deeper is left out",) if cut else ()
    yield Draft(draft.text, draft.facts, notes=(*notes, *extra))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page as text: as UTF-8 where it is, else by the encoding it names, else by detection.

    UTF-8 goes first because saved pages often keep the name of the encoding they were served in.
    """
    match = CHARSET.search(data[:4096])
    if match is None or is_utf8(data):
        return decode(data)
    name = match[1].decode().lower()
    name = "cp1252" if name in ROMAN else name
    try:
        return storable(data.decode(name)), (f"decoded as {name}",)
    except (UnicodeDecodeError, LookupError):
        return decode(data)


def _tree(text: str) -> tuple[HtmlElement, bool]:
    """The parsed page, and whether it was cut because elements are nested too deep.

    libxml2 stops at a depth of 256. Without a limit the tree would overflow the C stack where it is walked, and
    with 2,048 (`huge_tree`) a page of nested tables takes the extractor 9 seconds.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise ItemError("no_text", "no article was found in the page") from error
    return tree, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _article(tree: HtmlElement) -> Draft:
    import logging

    import trafilatura
    from htmldate import find_date

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters comes as a Failure

    published = find_date(tree, extensive_search=False, original_date=True, min_date=FIRST_DAY, max_date=LATEST_DAY)
    dates = {"extensive_search": False, "original_date": True, "min_date": FIRST_DAY, "max_date": LATEST_DAY}
    article = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params=dates
    )
    if article is None or isinstance(article, dict):
        return Draft("")
    facts = Facts.of(
        {
            "title": article.title,
            "publisher": article.sitename or article.hostname,
            "url": article.url,
            "author": article.author,
            "published": published,
        },
        basis="metadata",
    )
    return Draft(storable(_paragraphs(article.text or "")), facts)


def _paragraphs(text: str) -> str:
    """Blocks parted by blank lines; the items of a list and the rows of a table stay together."""
    blocks = [line.strip() for line in text.split("\n")]
    out: list[str] = []
    for before, block in zip(["", *blocks], blocks, strict=False):
        together = block[:1] in ("-", "|") and before[:1] == block[:1]
        out.append(("\n" if together else "\n\n") + block)
    return "".join(out).strip()
