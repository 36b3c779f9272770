"""Other encodings, damaged bytes and odd characters: what is sound is kept, and what was done is noted."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.documents.conftest import Folder


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


def test_a_file_name_that_is_not_utf_8_can_be_stored(folder: Folder, report: str) -> None:
    with open(os.fsencode(folder.path) + b"/caf\xe9.txt", "w", encoding="utf-8") as stream:
        stream.write(report)
    document = folder.one()
    assert document.name == "caf\ufffd.txt"
    assert f"{document.path}{document.source}".isprintable()


def test_combining_characters_and_right_to_left_text_stay_as_they_are(folder: Folder) -> None:
    written = "Kafe\u0301 owners in \u202bدمشق\u202c said: \u200eno\u200f attack \U0001f1fa\U0001f1e6 — e\u0301."
    assert folder.one(folder.write("a.txt", written)).text == written
