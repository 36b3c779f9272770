"""Flags on reports that other reports bring to light, and the rows that people see."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.views.building import Told, cited, link
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.documents.options import DocumentOptions
from fogline.ledger.rows import DocumentRow
from fogline.records.links import Link
from fogline.records.readings import FLAGS, ReportFlag
from fogline.records.spans import Span
from fogline.views.citing import Cited
from fogline.views.flags import flag_rows, flags_across
from fogline.workspace import Workspace

FALLEN = "the port and both of its bridges have fallen"
VERIDIA = Told(who="Ana Berisso", side="Veridia", report="hill.txt")
OSTRIA = Told(who="Jan Korda", side="Ostria", report="valley.txt")


def quoted(count: int, told: Told) -> list[Cited]:
    """So many claims of one speaker in one report, each in words of its own."""
    claim, report = cited("we hold the port", told)
    words = (
        "we hold the port",
        "nobody shelled any school",
        "their brigade fled north",
        "no truce was broken",
        "all is calm",
    )
    return [
        (replace(claim, id=f"{claim.id}-{at}", evidence=(Span(0, len(words[at]), words[at]),)), report)
        for at in range(count)
    ]


def disputes(claims: list[Cited]) -> list[Link]:
    other = cited("they never held it", replace(OSTRIA, stance="denies"))
    return [link(claim, other, "clashes") for claim in claims]


def test_a_report_that_quotes_one_side_on_disputed_matters_is_flagged() -> None:
    claims = quoted(3, VERIDIA)
    (flag,) = flags_across(claims, disputes(claims))[claims[0][1].id]
    assert (flag.flag, flag.claim_ids) == ("one-sided", tuple(claim.id for claim, _ in claims))
    assert flag.reason == "3 statements on disputed matters, all by Veridia"
    assert flag.sentences == (claims[0][0].sentence,)


def test_what_a_headline_says_again_counts_once_and_numbers_make_no_dispute_of_sides() -> None:
    (claim, report), *rest = quoted(3, VERIDIA)
    again = [(claim, report), (replace(claim, id="c-again"), report), rest[0]]
    assert flags_across(again, disputes(again)) == {}
    claims = quoted(3, VERIDIA)
    assert flags_across(claims, [replace(one, about="number") for one in disputes(claims)]) == {}


def test_two_statements_both_sides_or_no_dispute_make_no_flag() -> None:
    few, undisputed = quoted(2, VERIDIA), quoted(5, VERIDIA)
    assert flags_across(few, disputes(few)) == {}
    assert flags_across(undisputed, []) == {}
    mixed = quoted(3, VERIDIA)
    claim = mixed[0][0]
    assert claim.speaker
    other = replace(claim.speaker, side="Ostria")
    mixed[0] = (replace(claim, speaker=other, speakers=(other,)), mixed[0][1])
    assert flags_across(mixed, disputes(mixed)) == {}


def test_what_another_report_attributes_is_flagged_where_it_is_told_plainly() -> None:
    plain, told = cited(FALLEN, Told(report="hill.txt")), cited(FALLEN, OSTRIA)
    across = flags_across([plain, told], [link(plain, told, "repeats")])
    (flag,) = across[plain[1].id]
    assert (flag.flag, flag.claim_ids) == ("attribution-dropped", (plain[0].id, told[0].id))
    assert flag.reason == "told in its own voice; Valley gives it as a statement of Jan Korda (Ostria)"
    assert list(across) == [plain[1].id]


def test_a_report_that_names_the_speaker_elsewhere_drops_nothing() -> None:
    plain, told = cited(FALLEN, Told(report="hill.txt")), cited(FALLEN, OSTRIA)
    named = (replace(told[0], id="c-named"), plain[1])
    links = [link(plain, told, "repeats"), link(plain, named, "repeats")]
    assert flags_across([plain, told, named], links) == {}


def test_other_words_an_earlier_report_or_a_speaker_without_a_name_drop_nothing() -> None:
    plain = cited(FALLEN, Told(report="hill.txt", published="2031-05-06"))
    others = (
        cited("the port has fallen to the brigade after a week of shelling", OSTRIA),
        cited(FALLEN, replace(OSTRIA, published="2031-05-08")),
        cited(FALLEN, replace(OSTRIA, published="2031-04-20")),
        cited(FALLEN, replace(OSTRIA, who="we")),
        cited(FALLEN, replace(OSTRIA, who="Port Bridges")),
    )
    assert [flags_across([plain, told], [link(plain, told, "repeats")]) for told in others] == [{}] * 5
    may, june = "the siege of the old port ended on 5 May", "the siege of the old port ended on 6 May"
    day, next_day = cited(may, Told(report="hill.txt")), cited(june, OSTRIA)
    assert flags_across([day, next_day], [link(day, next_day, "repeats")]) == {}


def test_rows_stand_in_the_order_of_the_text() -> None:
    claims = quoted(3, VERIDIA)
    report = claims[0][1]
    kept = ReportFlag("duration", "too long", len(report.text) - 2, len(report.text) - 1)
    row = DocumentRow(report, "2031-05-07", "hand", 1, 0, 3, flags=(kept,))
    rows = flag_rows([row], flags_across(claims, disputes(claims)))
    assert [one.flag.flag for one in rows] == ["one-sided", "duration"]
    assert rows[0].to_json()["meaning"] == FLAGS["one-sided"]


REPORT = """---
publisher: Valley Wire
published_at: 2025-03-16
---

The three-year war that began in 2015 goes on, Colonel Idris Bello said on Friday. They hold 110 square kilometres (90
square miles) of woodland near Maiduguri, he added.
"""


def test_flags_are_kept_with_a_report_and_listed(tmp_path: Path) -> None:
    (tmp_path / "wire.md").write_text(REPORT, encoding="utf-8")
    ledger = str(tmp_path / "flags.ledger")
    with Workspace.open(ledger) as workspace:
        workspace.read([str(tmp_path / "wire.md")], reading=ReadingOptions(reader="rules"))
        (row,) = workspace.documents()
        claims = {claim.id: claim for claim, _ in workspace.claims()}
        assert [one.flag.flag for one in workspace.flags("wire.md")] == ["duration", "units"]
    done = CliRunner().invoke(app, ["flags", "--ledger", ledger, "--format", "jsonl"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["flag"] for one in rows] == ["duration", "units"]
    for one in rows:
        assert row.document.text[one["start"] : one["end"]] == one["words"]
        assert all(row.document.text[s["start"] : s["end"]] == s["text"] for s in one["sentences"])
        assert one["claim_ids"]
        assert set(one["claim_ids"]) <= claims.keys()
    listed = json.loads(CliRunner().invoke(app, ["documents", "--ledger", ledger, "-f", "jsonl"]).stdout)
    assert [flag["flag"] for flag in listed["flags"]] == ["duration", "units"]
    shown = CliRunner().invoke(app, ["show", rows[0]["claim_ids"][0], "--ledger", ledger]).stdout
    assert "the report is flagged, duration (in this sentence)" in " ".join(shown.split())


def test_the_flags_of_one_report_are_those_of_the_whole_list(tmp_path: Path) -> None:
    plain = "Rebels attacked an army convoy near Maiduguri on Friday and killed 14 soldiers."
    told = (
        "Colonel Idris Bello said that rebels attacked an army convoy near Maiduguri on Friday and killed 14 soldiers."
    )
    for name, text in (("plain.txt", plain), ("told.txt", told)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Workspace.open(tmp_path / "flags.ledger") as workspace:
        options = DocumentOptions(published="2025-03-16")
        workspace.read([str(tmp_path / "*.txt")], documents=options, reading=ReadingOptions(reader="rules"))
        rows = workspace.flags()
        assert [(one.document.name, one.flag.flag) for one in rows] == [("plain.txt", "attribution-dropped")]
        assert workspace.flags("plain.txt") == rows
        assert workspace.flags("told.txt") == ()
