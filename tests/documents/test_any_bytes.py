"""Whatever the bytes, reading gives documents and failures, never an exception."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.documents.decoding import decode, looks_binary
from fogline.documents.options import FORMS, DocumentOptions, FormName
from fogline.documents.reading import read
from fogline.documents.reflow import reflow
from fogline.records.documents import Document
from fogline.records.failures import REASONS

scraps = st.sampled_from(
    [
        b"---\n", b"+++\n", b"title: x\n", b"<html><body><p>", b"</p>", b"<meta charset=koi8-r>", b"<!--", b"&#0;",
        b"&#xD800;", b'{"text": "', b'"}\n', b'\\ud800"', b"text,id\n", b'"a\n', b"\0", b"\xff\xfe", b"\xef\xbb\xbf",
        b"%PDF-1.4\n", b"1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n", b"trailer<</Root 1 0 R>>\n", b"\x1f\x8b\x08\0",
        b"\xe2\x80\x99", b"\x93", b"\r", b"\n", b" The bridge at Dorvik was closed, officials said. ", b"\xd0\x9c",
    ]
)  # fmt: skip
contents = st.one_of(st.binary(max_size=300), st.lists(scraps | st.binary(max_size=5), max_size=12).map(b"".join))


@pytest.mark.parametrize("form", [None, *FORMS])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=contents, pack=st.booleans())
def test_any_bytes_give_documents_and_failures(form: FormName | None, content: bytes, pack: bool) -> None:
    data = gzip.compress(content) if pack else content
    found = list(read(["-"], DocumentOptions(form=form), stdin=io.BytesIO(data)))
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            stored = json.dumps([item.text, item.name, item.title, item.author, item.source], ensure_ascii=False)
            assert stored.encode()
            assert "\0" not in f"{item.text}{item.name}{item.title}{item.publisher}{item.url}"
        else:
            assert item.reason in REASONS
            assert item.reason != "crashed"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_text_is_decoded_unchanged(text: str) -> None:
    if looks_binary(text.encode()):
        return
    assert decode(text.encode())[0] == text


@given(st.lists(st.text(max_size=200), max_size=5))
def test_reflow_keeps_every_letter_but_hyphens_and_page_numbers(pages: list[str]) -> None:
    kept = [char for char in reflow(pages) if char.isalpha()]
    written = [char for page in pages for char in page if char.isalpha() and char not in "ﬀﬁﬂﬃﬄﬅﬆ"]
    assert len(kept) >= len(written) - 4 * 2 * len(pages)  # "Page" and "of" of a page number, at top and bottom
