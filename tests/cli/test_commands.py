"""Each command does its main job, data on stdout and talk on stderr."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_reading_says_what_was_read_on_stderr(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("read", str(folder), "--ledger", str(tmp_path / "a.ledger"), "--reader", "rules")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "2 reports read" in done.stderr


def test_reading_again_adds_nothing(run: Run, folder: Path, ledger: str) -> None:
    before = run("claims", "--ledger", ledger, "--format", "jsonl").stdout
    done = run("read", str(folder), "--ledger", ledger, "--reader", "rules")
    assert "0 reports read, 0 claims; 2 were in the ledger already" in done.stderr
    assert run("claims", "--ledger", ledger, "--format", "jsonl").stdout == before


def test_standard_input_is_a_report(run: Run, tmp_path: Path) -> None:
    ledger = str(tmp_path / "a.ledger")
    text = b"The mayor said the well was dry.\n"
    done = run("read", "-", "--ledger", ledger, "--reader", "rules", "--publisher", "Valley Wire", stdin=text)
    assert done.returncode == 0, done.stderr
    claim = rows(run("claims", "--ledger", ledger, "--format", "jsonl").stdout)[0]
    assert claim["document"]["publisher"] == "Valley Wire"  # type: ignore[index]


def test_something_skipped_is_exit_status_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The mayor said the well was dry.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    ledger = str(tmp_path / "a.ledger")
    done = run("read", str(tmp_path / "good.txt"), str(tmp_path / "empty.txt"), "--ledger", ledger, "--reader", "rules")
    assert done.returncode == 3
    assert "empty.txt" in done.stderr
    assert rows(run("failures", "--ledger", ledger, "--format", "jsonl").stdout)[0]["reason"] == "empty"


def test_nothing_readable_is_exit_status_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("read", str(tmp_path / "empty.txt"), "--ledger", str(tmp_path / "a.ledger"), "--reader", "rules")
    assert done.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("claims", "--ledger", "no-such.ledger"),
        ("read", "a.txt", "--pack", "atlantis", "--reader", "rules"),
        ("show", "c-0", "--ledger", "no-such.ledger"),
    ],
)
def test_an_error_is_one_line_and_exit_status_2(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("The mayor said the well was dry.", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("fogline: ")
    assert done.stderr.count("\n") == 1


def test_claims_are_filtered_by_speaker_stance_and_text(run: Run, ledger: str) -> None:
    def found(*filters: str) -> list[dict[str, object]]:
        return rows(run("claims", "--ledger", ledger, "--format", "jsonl", *filters).stdout)

    assert {claim["stance"] for claim in found("--stance", "denies")} == {"denies"}
    assert all("Bello" in claim["speaker"]["name"] for claim in found("--speaker", "bello"))  # type: ignore[index]
    assert found("--speaker", "bello")
    assert {claim["speaker"] is None for claim in found("--own-voice")} == {True}
    assert found("--text", "market -spokesman")
    assert found("--text", "submarine") == []


def test_an_unknown_stance_lists_the_known_ones(run: Run, ledger: str) -> None:
    done = run("claims", "--ledger", ledger, "--stance", "shouts")
    assert done.returncode == 2
    assert "asserts" in done.stderr


def test_the_table_fits_the_terminal(run: Run, ledger: str) -> None:
    out = run("claims", "--ledger", ledger).stdout
    assert "Idris Bello" in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_csv_has_a_row_for_each_claim(run: Run, ledger: str) -> None:
    table = list(csv.DictReader(io.StringIO(run("claims", "--ledger", ledger, "--format", "csv").stdout)))
    claims = rows(run("claims", "--ledger", ledger, "--format", "jsonl").stdout)
    assert [row["id"] for row in table] == [claim["id"] for claim in claims]
    assert any(row["low"] == "14.0" and row["unit"] == "count" for row in table)


def test_show_marks_speaker_cue_and_content(run: Run, ledger: str) -> None:
    claim = rows(run("claims", "--ledger", ledger, "--text", "hold", "--format", "jsonl").stdout)[0]
    out = run("show", str(claim["id"])[:9], "--ledger", ledger).stdout
    flat = " ".join(out.split())
    assert "«“We hold the bridge and the market,”»" in flat
    assert "[a rebel spokesman]" in flat
    assert "{told}" in flat


def test_mentions_list_places_and_numbers(run: Run, ledger: str) -> None:
    found = rows(run("mentions", "--ledger", ledger, "--kind", "place", "--format", "jsonl").stdout)
    assert {mention["text"] for mention in found} == {"Maiduguri"}
    assert found[0]["value"]["name"] == "Maiduguri"  # type: ignore[index]


def test_documents_tell_the_shares_of_each_side(run: Run, ledger: str) -> None:
    found = rows(run("documents", "--ledger", ledger, "--format", "jsonl").stdout)
    assert [document["name"] for document in found] == ["army.md", "rebels.txt"]
    assert found[0]["publisher"] == "Valley Wire"
    assert sum(found[1]["sides"].values()) + found[1]["own_voice"] == found[1]["claims"]  # type: ignore


def test_speakers_are_counted(run: Run, ledger: str) -> None:
    found = rows(run("speakers", "--ledger", ledger, "--format", "jsonl").stdout)
    assert next(row for row in found if row["name"] == "Idris Bello")["statements"] == 2


def test_questions_put_the_parties_beside_each_other(run: Run, ledger: str) -> None:
    found = rows(run("questions", "--ledger", ledger, "--format", "jsonl").stdout)
    bridge = next(row for row in found if row["state"] == "disputed")
    assert len(bridge["positions"]) >= 2  # type: ignore[arg-type]
    out = run("question", str(bridge["id"]), "--ledger", ledger).stdout
    assert out.startswith(str(bridge["title"]))
    assert "2025-03" in out


def test_a_question_tells_the_positions_then_the_clashes_then_the_chronicle(run: Run, ledger: str) -> None:
    found = rows(run("questions", "--ledger", ledger, "--format", "jsonl").stdout)
    disputed = next(row for row in found if row["state"] == "disputed")
    out = run("question", str(disputed["id"]), "--ledger", ledger).stdout
    heads = [out.index(head) for head in ("What each says: ", "Who clashes, and why: ", "Chronicle: ")]
    assert heads == sorted(heads)
    short = run("question", str(disputed["id"]), "--ledger", ledger, "--limit", "1").stdout
    assert len(short) < len(out)
    assert "--limit shows more" in short
    (told,) = rows(run("question", str(disputed["id"]), "--ledger", ledger, "--format", "jsonl").stdout)
    assert len(told["statements"]) == len(told["positions"])  # type: ignore[arg-type]


def test_links_are_those_of_one_question_and_no_more_than_asked_for(run: Run, ledger: str) -> None:
    found = rows(run("questions", "--ledger", ledger, "--format", "jsonl").stdout)
    disputed = next(row for row in found if row["state"] == "disputed")
    ask = ("links", "--ledger", ledger, "--question", str(disputed["id"])[:9], "--format", "jsonl")
    inside = rows(run(*ask).stdout)
    claim_ids = {str(claim) for claim in disputed["claim_ids"]}  # type: ignore[attr-defined]
    assert inside
    assert all({link["left_id"], link["right_id"]} <= claim_ids for link in inside)
    assert len(rows(run(*ask, "--limit", "1").stdout)) == 1


def test_rows_for_programs_have_every_question_and_every_party(run: Run, ledger: str) -> None:
    every = rows(run("questions", "--ledger", ledger, "--format", "jsonl").stdout)
    table = list(csv.DictReader(run("questions", "--ledger", ledger, "--format", "csv").stdout.splitlines()))
    assert len(table) == len(every)
    for row, standing in zip(table, every, strict=True):
        named = row["Who speaks, from how many origins"]
        assert all(position["party"] in named for position in standing["positions"])  # type: ignore[attr-defined]
    assert len(rows(run("questions", "--ledger", ledger, "--format", "jsonl", "--limit", "1").stdout)) == 1


def test_an_unknown_question_is_a_plain_error(run: Run, ledger: str) -> None:
    done = run("question", "q-nothing", "--ledger", ledger)
    assert done.returncode == 2
    assert done.stderr.startswith("fogline: no question")


def test_places_lists_readings_and_explains_one(run: Run, ledger: str) -> None:
    names = rows(run("places", "Maiduguri", "--format", "jsonl").stdout)
    assert names[0]["country"] == "NG"
    explained = rows(run("places", "Maiduguri", "--in", "army.md", "--ledger", ledger, "--format", "jsonl").stdout)
    assert str(explained[0]["why"]).startswith("taken: ")


def test_an_unknown_place_is_exit_status_1(run: Run) -> None:
    assert run("places", "Xyzzyville").returncode == 1


def test_doctor_finds_everything_in_place(run: Run, ledger: str) -> None:
    done = run("doctor", "--ledger", ledger)
    assert done.returncode == 0, done.stdout
    assert "2 reports" in done.stdout


def test_version_is_printed(run: Run) -> None:
    assert run("--version").stdout == "fogline 0.1.0\n"


def test_help_lists_the_exit_statuses(run: Run) -> None:
    assert "3 done, but something was skipped" in " ".join(run("--help").stdout.split())


def test_starting_a_listing_loads_neither_parser_nor_model(run: Run, ledger: str, tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom fogline.cli.app import app\n"
        f"app(['claims', '--ledger', {ledger!r}], standalone_mode=False)\n"
        "heavy = {'spacy', 'onnxruntime', 'tokenizers', 'trafilatura', 'alembic'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_links_of_a_report_that_was_replaced_come_only_when_asked_for(run: Run, folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "a.ledger")
    for text in ("", "\nThe well is dry, the mayor said on Sunday.\n"):
        for report in folder.iterdir():
            (tmp_path / report.name).write_text(report.read_text(encoding="utf-8") + text, encoding="utf-8")
        read = [str(tmp_path / report.name) for report in sorted(folder.iterdir())]
        assert run("read", *read, "--ledger", ledger, "--reader", "rules").returncode == 0
    held = rows(run("links", "--ledger", ledger, "--format", "jsonl").stdout)
    every = rows(run("links", "--ledger", ledger, "--format", "jsonl", "--retired").stdout)
    standing = {claim["id"] for claim in rows(run("claims", "--ledger", ledger, "--format", "jsonl").stdout)}
    assert held
    assert all({link["left_id"], link["right_id"]} <= standing and link["retired_at"] is None for link in held)
    older = [link for link in every if link not in held]
    assert older
    assert all(link["retired_at"] and not {link["left_id"], link["right_id"]} <= standing for link in older)
    assert "Retired" in run("links", "--ledger", ledger, "--retired").stdout
    table = list(csv.DictReader(io.StringIO(run("links", "--ledger", ledger, "--retired", "--format", "csv").stdout)))
    assert [bool(row["retired_at"]) for row in table] == [bool(link["retired_at"]) for link in every]
