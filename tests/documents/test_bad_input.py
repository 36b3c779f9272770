"""Bad input costs one report, says why, and never stops the others."""

from __future__ import annotations

import gzip
import json
import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from fogline.documents.options import DocumentOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.documents.conftest import Folder

NOBODY = 65534
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may read everything, so root steps down for the moment; anybody else stays who they are."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


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


def test_odd_fields_of_a_record_are_taken_for_what_they_can_be(folder: Folder, report: str) -> None:
    row = {
        "id": 7,
        "text": report,
        "title": {"en": "x"},
        "author": ["M. Kern", "A. Lund"],
        "url": None,
        "language": True,
    }
    document = folder.one(folder.write("a.jsonl", [row]))
    assert (document.name, document.title, document.author) == ("7", None, "M. Kern, A. Lund")
    assert (document.url, document.language) == (None, "en")


def test_lone_surrogates_and_nul_become_characters_a_ledger_can_store(folder: Folder) -> None:
    line = b'{"id": "a\\ud800", "title": "\\u0000x", "text": "They said \\ud83d they heard\\u0000 two shots fired."}\n'
    document = folder.one(folder.write("a.jsonl", line))
    assert document.text == "They said \ufffd they heard\ufffd two shots fired."
    assert (document.name, document.title) == ("a\ufffd", "\ufffdx")
    assert document.notes == ("characters that cannot be stored became U+FFFD",)


def test_nul_bytes_become_replacement_characters_one_for_one(folder: Folder) -> None:
    written = "Guards said\0 they heard two shots fired near the harbour."
    document = folder.one(folder.write("a.txt", written))
    assert document.text == written.replace("\0", "\ufffd")
    assert document.notes == ("NUL characters became U+FFFD",)


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("cp1252", "“We left Dorvik,” the café’s owner said — two days before the shelling."),
        ("utf-16", "Guards said they heard two shots."),
        ("utf-16-le", "Guards said they heard two shots."),
        ("utf-32", "Guards said they heard two shots."),
    ],
)
def test_other_encodings_are_detected_and_noted(folder: Folder, encoding: str, written: str) -> None:
    document = folder.one(folder.write("a.txt", written.encode(encoding)))
    assert document.text == written
    assert any(note.startswith(f"decoded as {encoding}") for note in document.notes)


def test_a_damaged_utf_8_file_keeps_all_that_is_sound(folder: Folder) -> None:
    sound = "“We left,” the café’s owner said – “on foot.” " * 20
    document = folder.one(folder.write("a.txt", sound.encode() + b"\xe2\x80 and so on"))
    assert document.text == f"{sound}\ufffd and so on"
    assert document.notes == ("1 bytes that are not utf-8 became U+FFFD",)


def test_a_stray_byte_does_not_cost_the_report(folder: Folder, report: str) -> None:
    stray = report.replace("two", "tw\x81o").encode("latin-1")
    assert folder.one(folder.write("a.txt", stray)).text == report.replace("two", "tw\ufffdo")
    quoted = f"“No,” he said. {report}".encode() + b"\x9d"
    assert folder.one(folder.write("b.txt", quoted)).text == f"“No,” he said. {report}\ufffd"


def test_one_line_in_another_encoding_is_read_among_utf_8(folder: Folder) -> None:
    first = json.dumps({"text": "The café in Dorvik was hit, its owner said."}, ensure_ascii=False)
    data = first.encode() + b"\n" + first.encode("cp1252") + b"\n"
    documents, failures = folder.read(folder.write("a.jsonl", data))
    assert failures == []
    assert {document.text for document in documents} == {"The café in Dorvik was hit, its owner said."}


def test_a_million_characters_without_a_full_stop_are_one_document(folder: Folder) -> None:
    written = "shelling " * 111_112
    assert folder.one(folder.write("a.txt", written)).text == written
    assert folder.one(folder.write("b.txt", "x" * 1_000_000)).bands == ()


def test_a_file_that_may_not_be_opened_is_a_failure(folder: Folder, report: str) -> None:
    folder.write("open.txt", report)
    shut = folder.write("shut.txt", report)
    inside = folder.write("shut/in.txt", report)
    os.chmod(shut, 0)
    os.chmod(os.path.dirname(inside), 0)
    for path in (folder.path, *list(folder.path.parents)[:2]):
        os.chmod(path, 0o755)
    with as_somebody_without_rights():
        documents, failures = folder.read()
    os.chmod(os.path.dirname(inside), 0o755)
    assert [document.name for document in documents] == ["open.txt"]
    assert [(failure.source, failure.reason) for failure in failures] == [
        (os.path.dirname(inside), "unreadable"),
        (shut, "unreadable"),
    ]
    assert "ermission denied" in failures[0].message


def test_what_does_not_exist_is_a_failure(folder: Folder) -> None:
    for path in (f"{folder.path}/none.txt", f"{folder.path}/\0.txt", f"{folder.path}/{'n' * 300}.txt", ""):
        documents, failures = folder.read(path)
        assert (documents, [failure.reason for failure in failures]) == ([], ["unreadable"])


def test_pipes_and_sockets_are_not_waited_for(folder: Folder, report: str) -> None:
    os.mkfifo(folder.path / "pipe.txt")
    folder.write("report.txt", report)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{folder.path}/socket.txt")
        documents, failures = folder.read()
        _, named = folder.read(f"{folder.path}/pipe.txt")
    assert [document.name for document in documents] == ["report.txt"]
    assert [failure.reason for failure in (*failures, *named)] == ["unreadable"] * 3


def test_a_pipe_that_the_shell_hands_over_is_read(folder: Folder, report: str) -> None:
    reading, writing = os.pipe()
    os.write(writing, report.encode())
    os.close(writing)
    assert folder.one(f"/dev/fd/{reading}").text == report
    os.close(reading)


def test_links_that_lead_in_circles_are_seen(folder: Folder, report: str) -> None:
    folder.write("a/report.txt", report)
    (folder.path / "a" / "up").symlink_to(folder.path, target_is_directory=True)
    (folder.path / "itself.txt").symlink_to("itself.txt")
    (folder.path / "nowhere.txt").symlink_to("missing.txt")
    documents, failures = folder.read()
    assert [document.name for document in documents] == ["report.txt"]
    assert [(os.path.basename(failure.source), failure.reason) for failure in failures] == [
        ("up", "link_loop"),
        ("itself.txt", "link_loop"),
        ("nowhere.txt", "unreadable"),
    ]


def test_folders_that_link_to_each_other_are_each_read_once(folder: Folder, report: str) -> None:
    for number in range(12):
        folder.write(f"{number:02}/report.txt", f"{number} {report}")
        for other in range(12):
            (folder.path / f"{number:02}" / f"to{other:02}").symlink_to(f"../{other:02}", target_is_directory=True)
    documents, failures = folder.read()
    assert len(documents) == 12
    assert {failure.reason for failure in failures} == {"link_loop"}


def test_folders_nested_deeper_than_python_can_call_are_read(folder: Folder, report: str) -> None:
    with tempfile.TemporaryDirectory() as safe:  # not the folder of the tests: pytest could not clear it away
        top = os.path.join(safe, "top")
        os.mkdir(top)
        try:
            _nest(top, 1_200, report)
            assert folder.one(top).text == report
        finally:
            subprocess.run(["rm", "-rf", top], check=True)


def _nest(top: str, depth: int, report: str) -> None:
    here = os.open(top, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    with open(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w", encoding="utf-8") as stream:
        stream.write(report)
    os.close(here)


def test_a_folder_with_nothing_readable_says_so(folder: Folder) -> None:
    folder.write(".hidden", "x")
    documents, failures = folder.read()
    assert (documents, [(failure.source, failure.reason) for failure in failures]) == (
        [],
        [(str(folder.path), "no_text")],
    )


def test_a_file_name_that_is_not_utf_8_can_be_stored(folder: Folder, report: str) -> None:
    with open(os.fsencode(folder.path) + b"/caf\xe9.txt", "w", encoding="utf-8") as stream:
        stream.write(report)
    document = folder.one()
    assert document.name == "caf\ufffd.txt"
    assert f"{document.path}{document.source}".isprintable()


def test_combining_characters_and_right_to_left_text_stay_as_they_are(folder: Folder) -> None:
    written = "Kafe\u0301 owners in \u202bدمشق\u202c said: \u200eno\u200f attack \U0001f1fa\U0001f1e6 — e\u0301."
    assert folder.one(folder.write("a.txt", written)).text == written


def test_a_report_in_another_language_is_kept_and_said(folder: Folder, report: str) -> None:
    path = folder.write("ar.txt", "أعلنت وزارة الدفاع انسحاب القوات من المدينة مساء أمس بعد قتال عنيف.")
    (document,), (failure,) = folder.read(path)
    assert document.language == "ar"
    assert (failure.reason, failure.document_id, failure.source) == ("language", document.id, path)
    readable = DocumentOptions(readable=("en", "ar"))
    assert folder.one(path, options=readable).language == "ar"


def test_a_language_flag_that_the_letters_rule_out_is_not_believed(folder: Folder, report: str) -> None:
    folder.write("a.txt", report)
    folder.write("b.txt", "Міністерство оборони повідомило про відхід військ із міста вчора ввечері.")
    (english, ukrainian), (failure,) = folder.read(options=DocumentOptions(language="en-GB"))
    assert (english.language, ukrainian.language) == ("en", "uk")
    assert (failure.reason, failure.document_id) == ("language", ukrainian.id)
    assert any("'en'" in note for note in ukrainian.notes)


@pytest.mark.parametrize("wrong", ["2031-02-30", "soon", "05/04/2031", "2031", "20315-04-05", "0031-04-05"])
def test_a_wrong_date_is_said_and_the_report_kept_undated(folder: Folder, report: str, wrong: str) -> None:
    rows: list[object] = [{"text": report, "published_at": wrong, "publisher": "Sava Post"}]
    (document,), (failure,) = folder.read(folder.write("a.jsonl", rows))
    assert (document.published_at, document.published_basis) == (None, "unknown")
    assert document.publisher == "Sava Post"
    assert (failure.reason, failure.document_id) == ("bad_date", document.id)
    assert wrong in failure.message


def test_a_wrong_date_beside_a_file_is_said(folder: Folder, report: str) -> None:
    folder.write("a.txt", report)
    folder.write("published.toml", '["a.txt"]\npublished_at = "May, or June"\n')
    (document,), (failure,) = folder.read()
    assert document.published_at is None
    assert (failure.reason, failure.document_id) == ("bad_date", document.id)


def test_a_broken_sidecar_is_said_once_and_the_files_are_read(folder: Folder, report: str) -> None:
    folder.write("published.toml", "[broken")
    for name in ("a.txt", "b.txt", "c/d.txt", "e.txt"):
        folder.write(name, report)
    documents, failures = folder.read()
    assert len(documents) == 4
    assert [(failure.source, failure.reason) for failure in failures] == [
        (f"{folder.path}/published.toml", "malformed")
    ]


def test_the_sidecar_itself_is_no_report(folder: Folder) -> None:
    _, failures = folder.read(folder.write("published.toml", ""))
    assert [failure.reason for failure in failures] == ["unsupported"]
