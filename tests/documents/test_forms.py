"""Each form of report gives its text and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fogline.documents.options import DocumentOptions
from fogline.documents.reflow import reflow

if TYPE_CHECKING:
    from tests.documents.conftest import Folder

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry hit by shells | Sava Post</title>
<meta property="og:title" content="Ferry hit by shells at Dorvik"><meta property="og:site_name" content="Sava Post">
<meta property="article:published_time" content="2031-05-04T09:30:00+02:00">
<meta property="article:modified_time" content="2031-05-06T11:00:00+02:00">
<meta name="author" content="Mara Kern"><link rel="canonical" href="https://post.example/2031/ferry"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li></ul></nav>
<article><h1>Ferry hit by shells at Dorvik</h1>
<p>The ferry across the Sava at Dorvik was hit by two shells on Sunday, the harbour office said. Nine people were
aboard.</p><p>A spokesman for the Northern Command denied that its guns had fired on the river port that day.</p>
<ul><li>Two passengers were taken to hospital in Belmark.</li><li>The crossing stays closed until Friday.</li></ul>
<p>“We heard a whistle, and then the deck was gone,” the ferryman, Ivo Lund, said on Monday morning.</p></article>
<aside>Subscribe to our newsletter</aside><footer>© 2031 Sava Post. Terms of use.</footer></body></html>"""


def pdf(*pages: str, options: bytes = b"") -> bytes:
    """A small PDF with one line of text for each line of each page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in page.splitlines())
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{shown}ET".encode() if page else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (Situation report 7) /Author (Mara Kern) /CreationDate (D:20310504090000Z) >>")
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R %s>>" % (len(objects) + 1, len(objects), options)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        trailer,
        len(out),
    )


def test_a_page_gives_its_article_and_what_it_says_about_itself(folder: Folder) -> None:
    document = folder.one(folder.write("a.html", PAGE))
    assert (document.title, document.publisher) == ("Ferry hit by shells at Dorvik", "Sava Post")
    assert (document.author, document.url) == ("Mara Kern", "https://post.example/2031/ferry")
    assert (document.published_at, document.published_basis) == ("2031-05-04", "metadata")
    assert (document.media_type, document.language) == ("text/html", "en")
    assert "\n\nA spokesman for the Northern Command denied" in document.text
    assert "Nine people were aboard.\n\n" in document.text
    assert "hospital in Belmark.\n- The crossing" in document.text
    for around in ("Home", "newsletter", "Terms of use"):
        assert around not in document.text


def test_a_page_without_a_date_has_none(folder: Folder) -> None:
    page = "\n".join(line for line in PAGE.splitlines() if "_time" not in line)
    document = folder.one(folder.write("a.html", page.replace("2031/ferry", "ferry")))
    assert (document.published_at, document.published_basis) == (None, "unknown")


@pytest.mark.parametrize("named", ["utf-8", "windows-1252"])
def test_a_page_saved_as_utf_8_is_read_as_utf_8_whatever_it_names(folder: Folder, named: str) -> None:
    document = folder.one(folder.write("a.html", PAGE.replace('charset="utf-8"', f'charset="{named}"')))
    assert "“We heard a whistle, and then the deck was gone,”" in document.text


def test_a_page_in_the_encoding_it_names_is_decoded(folder: Folder) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")
    document = folder.one(folder.write("a.html", page))
    assert "“We heard a whistle, and then the deck was gone,”" in document.text
    assert document.notes == ("decoded as cp1252",)


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Ferry hit: two hurt"\ndate: 2031-05-04\nauthors:\n  - Mara Kern\n  - Ivo Lund\n'
        "source: Sava Post   # the paper\nurl: https://post.example/1\ntags: [war, river]\nlang: en\n---\n",
        '+++\ntitle = "Ferry hit: two hurt"\ndate = 2031-05-04\nauthors = ["Mara Kern", "Ivo Lund"]\n'
        'source = "Sava Post"\nurl = "https://post.example/1"\nlang = "en"\n+++\n',
    ],
)
def test_front_matter_says_what_is_known_and_is_no_text(folder: Folder, report: str, front: str) -> None:
    document = folder.one(folder.write("a.md", front.replace("\n", "\r\n") + report))
    assert document.text == report
    assert (document.title, document.publisher) == ("Ferry hit: two hurt", "Sava Post")
    assert (document.author, document.url) == ("Mara Kern, Ivo Lund", "https://post.example/1")
    assert (document.published_at, document.published_basis) == ("2031-05-04", "given")


@pytest.mark.parametrize(
    "written",
    [
        "---\nThe ferry was hit on Sunday, the harbour office said.\n---\nA second report followed.\n",
        "---\ntitle: never closed\n\nThe ferry was hit.\n",
        "# Heading\n\nThe *ferry* was hit, [officials](https://post.example) said.\n\n---\n\ntitle: x\n",
    ],
)
def test_markdown_without_front_matter_is_kept_as_written(folder: Folder, written: str) -> None:
    document = folder.one(folder.write("a.md", written))
    assert (document.text, document.title) == (written, None)


def test_a_record_says_all_it_knows(folder: Folder, report: str) -> None:
    row = {
        "id": "https://post.example/1",
        "text": report,
        "title": "Ferry\nhit ",
        "url": "https://post.example/1",
        "publisher": "Sava Post",
        "published_at": "2031-05-04T09:30:00Z",
        "language": "en",
        "author": "Mara Kern",
    }
    document = folder.one(folder.write("a.jsonl", [row]))
    assert (document.name, document.title, document.author) == ("https://post.example/1", "Ferry hit", "Mara Kern")
    assert (document.published_at, document.published_basis) == ("2031-05-04T09:30:00+00:00", "given")
    assert (document.publisher, document.url, document.language) == ("Sava Post", "https://post.example/1", "en")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("packed", ["", ".gz"])
def test_json_lines_may_be_marked_or_packed(folder: Folder, report: str, encoding: str, packed: str) -> None:
    line = f'{{"id": "7", "text": "Caf\u00e9: {report.splitlines()[0]}"}}\r\n'
    document = folder.one(folder.write(f"a.jsonl{packed}", line.encode(encoding)))
    assert document.name == "7"
    assert document.text.startswith("Caf\u00e9: The ferry")


@pytest.mark.parametrize(("suffix", "delimiter"), [("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_gives_one_report_a_row(folder: Folder, suffix: str, delimiter: str, encoding: str) -> None:
    rows = [
        ["ID", "Text", "published_at", "note"],
        ["1", '"Two shells hit the ferry; nine were aboard,\r\nthe ""harbour office"" said."', "2031-05-04", "x"],
        ["2", "The Northern Command denied it had fired", "", ""],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    path = folder.write(f"a.{suffix}", content.replace(b"aboard,", b"aboard") if delimiter != "," else content)
    (first, second), failures = folder.read(path)
    assert failures == []
    assert first.text.endswith('\r\nthe "harbour office" said.')
    assert (first.name, first.published_at, second.published_at) == ("1", "2031-05-04", None)


def test_columns_can_be_named(folder: Folder) -> None:
    path = folder.write("a.csv", "Nr,Body text,Outlet\n7,Two shells hit the ferry at Dorvik,Sava Post\n")
    columns = {"text": "body text", "id": "Nr", "publisher": "Outlet"}
    document = folder.one(path, options=DocumentOptions(columns=columns))
    assert (document.name, document.publisher) == ("7", "Sava Post")


@pytest.mark.parametrize(("columns", "missing"), [({}, "'text'"), ({"text": "body", "title": "head"}, "'head'")])
def test_a_table_without_the_named_column_is_refused(folder: Folder, columns: dict[str, str], missing: str) -> None:
    path = folder.write("a.csv", "id,body\n7,Two shells hit the ferry\n")
    documents, failures = folder.read(path, options=DocumentOptions(columns=columns))
    assert (documents, [failure.reason for failure in failures]) == ([], ["missing_column"])
    assert missing in failures[0].message


def test_a_short_row_fails_and_the_next_is_read(folder: Folder) -> None:
    path = folder.write("a.csv", "id,text\n1\n2,Two shells hit the ferry\n3,\n")
    documents, failures = folder.read(path)
    assert [document.name for document in documents] == ["2"]
    assert [(failure.source, failure.reason) for failure in failures] == [
        (f"{path}, line 2", "malformed"),
        (f"{path}, line 4", "empty"),
    ]


def test_a_pdf_gives_its_text_layer_without_broken_lines(folder: Folder) -> None:
    first = (
        "The ferry across the Sava at Dorvik was hit by two shells on Sunday, the har-\n"
        "bour office said. Nine people were aboard when the first shell struck, a Dorvik-\n"
        "based reporter wrote.\n"
        "A spokesman for the Northern Command denied that its guns had fired on the\n1"
    )
    second = "river port that day.\n2"
    document = folder.one(folder.write("a.pdf", pdf(first, second)))
    assert document.text == (
        "The ferry across the Sava at Dorvik was hit by two shells on Sunday, the harbour office said. Nine people "
        "were aboard when the first shell struck, a Dorvik-based reporter wrote.\n\n"
        "A spokesman for the Northern Command denied that its guns had fired on the river port that day."
    )
    assert (document.title, document.author) == ("Situation report 7", "Mara Kern")
    assert (document.published_at, document.published_basis) == (None, "unknown")


def test_a_pdf_without_text_or_with_a_password_says_so(folder: Folder) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf("The ferry was hit, the harbour office said."))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    folder.write("locked.pdf", locked.getvalue())
    folder.write("scanned.pdf", pdf("", ""))
    folder.write("torn.pdf", pdf("The ferry was hit.")[:90])
    documents, failures = folder.read()
    assert documents == []
    assert [failure.reason for failure in failures] == ["unreadable", "no_text", "malformed"]
    assert "password" in failures[0].message


def test_a_pdf_that_only_forbids_printing_is_read(folder: Folder) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf("The ferry was hit, the harbour office said."))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stored = BytesIO()
    writer.write(stored)
    assert folder.one(folder.write("a.pdf", stored.getvalue())).text == "The ferry was hit, the harbour office said."


def test_short_lines_and_bullets_of_a_page_stay_apart() -> None:
    page = (
        "KEY POINTS\n- Two shells hit the ferry across the river on Sunday morning\n"
        "- The Northern Command denied that its guns had fired on the port\n\nA last line"
    )
    assert reflow([page]).count("\n\n") == 3


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_each_form_of_text_may_be_packed(folder: Folder, name: str) -> None:
    content = {"a.html": PAGE, "a.csv": "text\n" + "The ferry was hit on Sunday\n"}.get(name, "The ferry was hit.")
    plain = folder.one(folder.write(name, content))
    assert folder.one(folder.write(f"{name}.gz", content)).text == plain.text
