"""Dates, languages and sidecars that are wrong: said once, and the report is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fogline.documents.options import DocumentOptions

if TYPE_CHECKING:
    from tests.documents.conftest import Folder


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
