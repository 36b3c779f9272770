"""The commands that look from above do their main job."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from tests.cli.conftest import Run

from fogline.cli.printing import print_table

VIEWS = (
    "control",
    "numbers",
    "timeline",
    "sources",
    "sources --reports",
    "changes --since 2025-01-01",
    "sources --questions side",
)


@pytest.mark.parametrize("command", VIEWS)
def test_a_view_is_a_table_that_fits_the_terminal(run: Run, ledger: str, command: str) -> None:
    done = run(*command.split(), "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert 0 < max(len(line) for line in done.stdout.splitlines()) <= 100


def test_json_lines_lead_to_claims_and_sentences(run: Run, ledger: str) -> None:
    cells = [json.loads(line) for line in run("control", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()]
    citations = [citation for cell in cells for citation in cell["citations"]]
    assert citations
    assert all(citation["words"].split(" … ")[0] in citation["sentence"] for citation in citations)
    assert {citation["claim"][:2] for citation in citations} == {"c-"}


def test_csv_has_a_row_for_each_figure(run: Run, ledger: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("numbers", "--ledger", ledger, "--format", "csv").stdout)))
    assert any((row["lowest"], row["figure"]) == ("14", "14") for row in rows)


def test_the_timeline_says_how_many_claims_have_no_time(run: Run, ledger: str) -> None:
    assert "undated: " in run("timeline", "--ledger", ledger).stderr


def test_the_map_is_geojson(run: Run, ledger: str) -> None:
    collection = json.loads(run("map", "--ledger", ledger).stdout)
    assert collection["type"] == "FeatureCollection"
    assert {feature["properties"]["place"] for feature in collection["features"]} == {"Maiduguri"}


def test_a_brief_is_markdown_html_or_json(run: Run, ledger: str) -> None:
    assert run("brief", "--ledger", ledger).stdout.startswith("# Situation report")
    assert run("brief", "--ledger", ledger, "--format", "html").stdout.startswith("<!doctype html>")
    assert "sections" in json.loads(run("brief", "--ledger", ledger, "--format", "json").stdout)


def test_a_day_that_is_none_is_exit_status_2(run: Run, ledger: str) -> None:
    done = run("control", "--ledger", ledger, "--as-of", "yesterday")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_unknown_question_is_exit_status_2(run: Run, ledger: str) -> None:
    assert run("brief", "--ledger", ledger, "--question", "q-none").returncode == 2


def test_figures_stand_with_their_sentence_and_the_bounds_they_give(run: Run, ledger: str) -> None:
    lines = run("numbers", "--ledger", ledger).stdout.splitlines()
    assert any("lowest 14" in line for line in lines)
    bound = next(at for at, line in enumerate(lines) if line.startswith("  lowest"))
    assert re.match(r"\s+c-[0-9a-f]{6} “", lines[bound + 1])


def test_fewer_series_than_there_are_is_said(run: Run, ledger: str) -> None:
    whole = run("numbers", "--ledger", ledger, "--format", "jsonl")
    total = len(whole.stdout.splitlines())
    assert not whole.stderr
    done = run("numbers", "--ledger", ledger, "--limit", "1")
    assert (f"1 of {total} series" in done.stderr) == (total > 1)


@pytest.mark.parametrize("command", ["control", "timeline", "documents"])
def test_a_narrow_terminal_breaks_no_words(run: Run, ledger: str, command: str) -> None:
    done = run(command, "--ledger", ledger, width=60)
    assert max(len(line) for line in done.stdout.splitlines()) <= 60
    assert "│" not in done.stdout


def test_a_table_ends_and_says_how_many_rows_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("At",), ((str(at),) for at in range(7)), most=5)
    told = capsys.readouterr()
    assert [line.strip() for line in told.out.splitlines()][-1:] in (["4"], [""])
    assert "5 of 7 rows are shown" in told.err
