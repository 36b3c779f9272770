"""Files, folders, globs and standard input become documents with honest metadata."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from fogline.documents.options import DocumentOptions
from fogline.documents.reading import read
from fogline.errors import RunError
from fogline.records.documents import Document

if TYPE_CHECKING:
    from tests.documents.conftest import Folder


def test_plain_text_is_the_decoded_file_unchanged(folder: Folder) -> None:
    written = "  KYIV —\r\n\r\n“We left,” he said.\t\x0b\n\n\n\u200fEnd \n"
    assert folder.one(folder.write("a.txt", written)).text == written


def test_a_byte_order_mark_is_left_out_and_noted(folder: Folder, report: str) -> None:
    document = folder.one(folder.write("a.txt", b"\xef\xbb\xbf" + report.encode()))
    assert document.text == report
    assert document.notes == ("byte order mark left out",)


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_names(folder: Folder, report: str) -> None:
    for name in ("b.txt", "a/z.txt", "c.md", "a/b/y.txt.gz", ".hidden.txt", ".git/x.txt"):
        folder.write(name, report + name)
    documents, failures = folder.read()
    assert [document.name for document in documents] == ["y.txt.gz", "z.txt", "b.txt", "c.md"]
    assert failures == []


def test_subfolders_can_be_left_alone(folder: Folder, report: str) -> None:
    folder.write("a.txt", report)
    folder.write("below/b.txt", report)
    assert folder.one(options=DocumentOptions(recursive=False)).name == "a.txt"


def test_a_glob_gives_its_matches_in_order_and_no_sidecar(folder: Folder, report: str) -> None:
    for name in ("b.txt", "a.txt", "c.md", "published.toml", "x/d.txt"):
        folder.write(name, "" if name.endswith("toml") else report)
    documents, failures = folder.read(f"{folder.path}/*.t*")
    assert ([document.name for document in documents], failures) == (["a.txt", "b.txt"], [])
    documents, _ = folder.read(f"{folder.path}/**/*.txt")
    assert [document.name for document in documents] == ["a.txt", "b.txt", "d.txt"]


def test_a_glob_without_a_match_is_a_failure(folder: Folder) -> None:
    documents, failures = folder.read(f"{folder.path}/*.txt")
    assert (documents, [failure.reason for failure in failures]) == ([], ["unreadable"])


def test_a_file_whose_name_looks_like_a_glob_is_read(folder: Folder, report: str) -> None:
    assert folder.one(folder.write("report [1].txt", report)).name == "report [1].txt"


@pytest.mark.parametrize(
    ("sent", "media_type"),
    [
        ("The bridge at Dorvik was closed, officials said.", "text/plain"),
        ('{"text": "The bridge at Dorvik was closed, officials said."}\n', "application/jsonl"),
        ("<!DOCTYPE html><html><body><p>The bridge at Dorvik was closed.</p></body></html>", "text/html"),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(folder: Folder, sent: str, media_type: str) -> None:
    documents, failures = folder.read("-", stdin=sent.encode())
    assert [document.media_type for document in documents] == [media_type]
    assert failures == []
    assert documents[0].path is None
    assert "The bridge at Dorvik was closed" in documents[0].text


def test_standard_input_of_the_process_is_read_as_bytes_and_left_open() -> None:
    code = (
        "import sys\nfrom fogline.documents.reading import read\n"
        "print(next(iter(read(['-']))).text)\nprint(sys.stdin.buffer.closed)"
    )
    sent = '{"text": "Caf\u00e9 owners in Dorvik said they had no power."}\n'.encode()
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([sys.executable, "-c", code], input=sent, capture_output=True, env=environment, check=True)
    assert ran.stdout.decode().splitlines() == ["Caf\u00e9 owners in Dorvik said they had no power.", "False"]


def test_reading_again_gives_the_same_documents(folder: Folder, report: str) -> None:
    folder.write("a.txt", report)
    folder.write("b.jsonl", [{"text": report, "id": "7"}, {"text": report + "More."}])
    assert folder.read() == folder.read()


def test_a_report_read_through_another_path_is_the_same_document(folder: Folder, report: str) -> None:
    path = folder.write("a.txt", report)
    again = os.path.join(os.path.dirname(path), ".", "a.txt")
    (folder.path / "link").symlink_to(folder.path, target_is_directory=True)
    linked = f"{folder.path}/link/a.txt"
    first, *others = [folder.one(source) for source in (path, again, linked)]
    assert [(other.id, other.source) for other in others] == [(first.id, first.source)] * 2


def test_a_changed_file_is_a_new_document_from_the_same_source(folder: Folder, report: str) -> None:
    before = folder.one(folder.write("a.txt", report))
    after = folder.one(folder.write("a.txt", report + "Corrected."))
    assert before.id != after.id
    assert before.source == after.source


def test_a_new_publication_date_makes_a_new_version(folder: Folder, report: str) -> None:
    path = folder.write("a.txt", report)
    undated = folder.one(path)
    dated = folder.one(path, options=DocumentOptions(published="2031-05-04"))
    assert undated.id != dated.id
    assert undated.source == dated.source


def test_two_files_of_one_name_are_two_sources(folder: Folder, report: str) -> None:
    folder.write("a/news.txt", report)
    folder.write("b/news.txt", report + "Second.")
    (first, second), _ = folder.read()
    assert first.source != second.source


@pytest.mark.parametrize(
    ("own_id", "is_one_thing"),
    [
        ("https://post.example/2031/05/ferry", True),
        ("tag:post.example,2031:17", True),
        ("0b7e6a52-4c1d-4f0e-9a56-3f1f0c9ae001", True),
        ("17", False),
    ],
)
def test_records_of_two_files_are_versions_only_where_their_id_means_one_thing(
    folder: Folder, report: str, own_id: str, is_one_thing: bool
) -> None:
    folder.write("monday.jsonl", [{"id": own_id, "text": report}])
    folder.write("tuesday.jsonl", [{"id": own_id, "text": report + "Updated."}])
    (monday, tuesday), _ = folder.read()
    assert monday.name == tuesday.name == own_id
    assert (monday.source == tuesday.source) is is_one_thing


def test_a_changed_record_of_one_file_is_a_new_version(folder: Folder, report: str) -> None:
    before = folder.one(folder.write("a.jsonl", [{"id": "17", "text": report}]))
    after = folder.one(folder.write("a.jsonl", [{"id": "17", "text": report + "Updated."}]))
    assert before.source == after.source
    assert before.id != after.id


def test_a_record_without_id_stays_the_same_when_lines_move(folder: Folder, report: str) -> None:
    before = folder.one(folder.write("a.jsonl", [{"text": report}]))
    documents, _ = folder.read(folder.write("a.jsonl", [{"text": "First came this line of news."}, {"text": report}]))
    assert documents[1].id == before.id
    assert documents[0].source != documents[1].source


def test_a_record_without_id_is_known_by_its_address(folder: Folder, report: str) -> None:
    url = "https://post.example/2031/05/ferry"
    before = folder.one(folder.write("a.jsonl", [{"url": url, "text": report}]))
    after = folder.one(folder.write("b.jsonl", [{"url": url, "text": report + "Updated."}]))
    assert before.source == after.source


def test_one_text_by_two_publishers_is_two_reports(folder: Folder, report: str) -> None:
    rows: list[object] = [{"text": report, "publisher": "Sava Post"}, {"text": report, "publisher": "Agency"}]
    (post, agency), _ = folder.read(folder.write("a.jsonl", rows))
    assert post.id != agency.id
    assert post.source != agency.source


def test_documents_travel_to_other_processes(folder: Folder, report: str) -> None:
    document = folder.one(folder.write("a.txt", report))
    assert pickle.loads(pickle.dumps(document)) == document
    options = DocumentOptions(columns={"text": "body"})
    assert pickle.loads(pickle.dumps(options)) == options


def test_the_folder_says_what_is_known_about_the_files_it_names(folder: Folder, report: str) -> None:
    folder.write("a.txt", report)
    folder.write("b.txt", report + "Second.")
    folder.write(
        "published.toml",
        '["a.txt"]\npublished_at = 2031-05-04\npublisher = "Sava Post"\ntitle = "Ferry hit"\n'
        'url = "https://post.example/1"\nlanguage = "English"\nauthor = "M. Kern"\n',
    )
    (known, unknown), failures = folder.read()
    assert failures == []
    assert (known.published_at, known.published_basis) == ("2031-05-04", "given")
    assert (known.publisher, known.title, known.url) == ("Sava Post", "Ferry hit", "https://post.example/1")
    assert (known.language, known.author) == ("en", "M. Kern")
    assert (unknown.published_at, unknown.published_basis, unknown.publisher) == (None, "unknown", None)
    assert folder.one(f"{folder.path}/a.txt") == known


def test_flags_win_over_the_folder_and_the_folder_over_the_file(folder: Folder, report: str) -> None:
    folder.write("a.md", f"---\ntitle: From the file\ndate: 2031-05-01\npublisher: File\n---\n{report}")
    folder.write("published.toml", '["a.md"]\npublished_at = 2031-05-02\npublisher = "Folder"\n')
    document = folder.one(options=DocumentOptions(published="3 May 2031"))
    assert (document.published_at, document.published_basis) == ("2031-05-03", "given")
    assert (document.publisher, document.title) == ("Folder", "From the file")


def test_a_record_knows_more_than_the_folder(folder: Folder, report: str) -> None:
    folder.write("a.jsonl", [{"text": report, "published_at": "2031-05-02"}, {"text": report, "id": "2"}])
    folder.write("published.toml", '["a.jsonl"]\npublished_at = 2031-05-09\npublisher = "Sava Post"\n')
    documents, _ = folder.read()
    assert [document.published_at for document in documents] == ["2031-05-02", "2031-05-09"]
    assert {document.publisher for document in documents} == {"Sava Post"}


def test_a_file_without_a_known_suffix_is_read_where_it_is_named(folder: Folder, report: str) -> None:
    path = folder.write("sitrep.2031", report)
    assert folder.one(path).text == report
    documents, failures = folder.read()
    assert (documents, [failure.reason for failure in failures]) == ([], ["unsupported"])
    folder.write("sitrep.2031", b"")
    assert folder.one(folder.write("SITREP", report)).name == "SITREP"


def test_a_form_can_be_chosen_whatever_the_name(folder: Folder, report: str) -> None:
    path = folder.write("a.txt", f'text\n"{report}"\n')
    assert folder.one(path, options=DocumentOptions(form="csv")).text == report


def test_wrong_options_are_said_at_once() -> None:
    for wrong in ("2031-13-40", "soon", ""):
        with pytest.raises(RunError, match="publication date"):
            DocumentOptions(published=wrong)
    with pytest.raises(RunError, match="column key"):
        DocumentOptions(columns={"body": "text"})
    with pytest.raises(RunError, match="size limit"):
        replace(DocumentOptions(), size_limit_bytes=0)


class Endless(io.RawIOBase):
    """Reports without end, as a feed that is piped in."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        line = b'{"text": "The bridge at Dorvik was closed, officials said."}\n'
        size = len(buffer) // len(line) * len(line)
        buffer[:size] = line * (size // len(line))
        return size


def test_records_are_read_one_at_a_time_and_not_all_at_once() -> None:
    reports = islice(read(["-"], stdin=io.BufferedReader(Endless(), 4_096)), 1_000)
    assert sum(isinstance(report, Document) for report in reports) == 1_000


def test_importing_the_stage_imports_no_reader_of_others() -> None:
    code = (
        "import sys\nimport fogline.documents.reading\n"
        "heavy = {'trafilatura', 'htmldate', 'lxml', 'pypdf', 'py3langid', 'numpy', 'rensa', 'charset_normalizer'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
