"""Bad input costs one report, says why, and never stops the others."""

from __future__ import annotations

import gzip
import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from fogline.documents.options import DocumentOptions

if TYPE_CHECKING:
    from tests.documents.conftest import Folder

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\xc2\xa0\n", "empty"),
        ("marked.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.md", b"---\ntitle: Nothing\n---\n", "empty"),
        ("empty.html", b"", "empty"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("empty.csv", b"", "empty"),
        ("header.csv", b"id,text\n", "empty"),
        ("empty.pdf", b"", "empty"),
        ("empty.txt.gz", b"", "empty"),
        ("picture.txt", PNG, "binary"),
        ("picture.html", PNG, "binary"),
        ("picture.jsonl", PNG, "binary"),
        ("picture.csv", PNG, "binary"),
        ("picture", PNG, "binary"),
        ("nul.txt", bytes(5_000), "binary"),
        ("hopeless.txt", b"\x80\x81\x8d\x8f\x90\x9d" * 50, "encoding"),
        ("picture.pdf", PNG, "malformed"),
        ("picture.png", PNG, "unsupported"),
        ("programme.py", b"print()", "unsupported"),
        ("script.html", b"<html><body><script>let x = 1</script><img src='a.png'></body></html>", "no_text"),
        ("front.md", b"+++\ntitle = \n+++\nText follows here.\n", "malformed"),
    ],
)
def test_a_bad_file_gives_its_reason_and_its_neighbours_are_read(
    folder: Folder, report: str, name: str, content: bytes, reason: str
) -> None:
    folder.write("a.txt", report)
    path = folder.write(f"m/{name}", content)
    folder.write("z.txt", report)
    documents, failures = folder.read()
    assert [document.name for document in documents] == ["a.txt", "z.txt"]
    assert [(failure.source, failure.reason, failure.stage) for failure in failures] == [(path, reason, "documents")]
    assert failures[0].message


def test_a_file_of_200_megabytes_is_refused_without_reading_it(folder: Folder) -> None:
    path = folder.write("large.txt", "")
    os.truncate(path, 200 * 1024 * 1024)  # a sparse file: it takes no room on the disk
    began = time.perf_counter()
    documents, failures = folder.read(path)
    assert time.perf_counter() - began < 1
    assert (documents, [failure.reason for failure in failures]) == ([], ["too_large"])
    assert "209,715,200" in failures[0].message


def test_the_size_limit_can_be_chosen(folder: Folder, report: str) -> None:
    path = folder.write("a.txt", report)
    _, failures = folder.read(path, options=DocumentOptions(size_limit_bytes=len(report) - 1))
    assert [failure.reason for failure in failures] == ["too_large"]
    assert folder.one(path, options=DocumentOptions(size_limit_bytes=len(report))).text == report


def test_the_size_limit_holds_for_one_record_of_many(folder: Folder, report: str) -> None:
    rows: list[object] = [{"text": report}, {"text": report * 9}, {"text": report + "End."}]
    documents, failures = folder.read(folder.write("a.jsonl", rows), options=DocumentOptions(size_limit_bytes=300))
    assert [document.text for document in documents] == [report, report + "End."]
    assert [(failure.reason, failure.source[-6:]) for failure in failures] == [("too_large", "line 2")]


def test_a_gzip_bomb_is_stopped(folder: Folder) -> None:
    packed = gzip.compress(b"A" * 80_000_000)
    assert len(packed) < 100_000
    for name in ("bomb.txt.gz", "bomb.jsonl.gz", "bomb.csv.gz"):
        path = folder.write(name.removesuffix(".gz"), packed)
        _, failures = folder.read(path, options=DocumentOptions(size_limit_bytes=10_000_000))
        assert [failure.reason for failure in failures] == ["too_large"], name


def test_a_bomb_of_many_short_lines_is_stopped(folder: Folder) -> None:
    packed = gzip.compress(b"\n" * 10_000_000)
    documents, failures = folder.read(folder.write("bomb.jsonl", packed), options=DocumentOptions(form="jsonl"))
    assert documents == []
    assert failures[-1].reason == "too_large"


def test_a_damaged_gzip_file_gives_what_came_before(folder: Folder, report: str) -> None:
    rows = "".join(json.dumps({"id": str(number), "text": f"{number} {report}"}) + "\n" for number in range(2_000))
    packed = gzip.compress(rows.encode())
    documents, failures = folder.read(folder.write("a.jsonl", packed[: len(packed) // 2]))
    assert documents[0].name == "0"
    assert failures[-1].reason == "malformed"
    assert "gzip" in failures[-1].message


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul><li", "blockquote", "font"])
def test_html_nested_100_000_deep_neither_crashes_nor_hangs(folder: Folder, tag: str) -> None:
    deep = f"<html><body>{f'<{tag}>' * 100_000}<p>The bridge was closed, officials said.</p>"
    began = time.perf_counter()
    documents, failures = folder.read(folder.write("deep.html", deep))
    assert time.perf_counter() - began < 20
    assert (documents, [failure.reason for failure in failures]) == ([], ["malformed"])


def test_a_page_that_is_too_deep_in_one_corner_is_read_and_says_so(folder: Folder) -> None:
    body = "".join(f"<p>On day {n} officials in Dorvik said the bridge had been closed again.</p>" for n in range(9))
    document = folder.one(folder.write("a.html", f"<html><body><article>{body}</article>{'<div>' * 5_000}"))
    assert "On day 8" in document.text
    assert any("too deep" in note for note in document.notes)


def test_broken_json_on_line_7_costs_that_line(folder: Folder, report: str) -> None:
    lines = [json.dumps({"id": str(number), "text": report}) for number in range(1, 11)]
    lines[6] = lines[6][:-20]
    documents, failures = folder.read(path := folder.write("a.jsonl", "\n".join(lines)))
    assert [document.name for document in documents] == [str(number) for number in range(1, 11) if number != 7]
    assert [(failure.source, failure.reason) for failure in failures] == [(f"{path}, line 7", "malformed")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "malformed"),
        ('"text"', "malformed"),
        ("7", "malformed"),
        ("null", "malformed"),
        ("{}", "malformed"),
        ('{"text": null}', "malformed"),
        ('{"text": 7}', "malformed"),
        ('{"text": ["a", "b"]}', "malformed"),
        ('{"text": "  "}', "empty"),
        ("[" * 100_000, "malformed"),
        ("1" * 10_000, "malformed"),
        ('{"text": "\\u00"}', "malformed"),
    ],
)
def test_a_row_that_is_no_report_fails_alone(folder: Folder, report: str, line: str, reason: str) -> None:
    good = json.dumps({"text": report})
    documents, failures = folder.read(folder.write("a.jsonl", f"{good}\n{line}\n{good}\n"))
    assert len(documents) == 2
    assert [failure.reason for failure in failures] == [reason]


def test_a_million_characters_without_a_full_stop_are_one_document(folder: Folder) -> None:
    written = "shelling " * 111_112
    assert folder.one(folder.write("a.txt", written)).text == written
    assert folder.one(folder.write("b.txt", "x" * 1_000_000)).bands == ()
