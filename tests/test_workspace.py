"""The façade from Python, and what a run of reading promises: the same ledger whatever happens to it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import fogline
from fogline.config import ReadingOptions
from fogline.errors import RunError
from fogline.ledger.rows import ClaimFilter
from fogline.workspace import Workspace

RULES = ReadingOptions(reader="rules")
TEXT = (
    "General Idris Bello said on Friday that his troops had retaken the Bora-{n} bridge near Maiduguri,"
    " killing 14 rebels."
)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A hundred and fifty short reports, more than one batch."""
    path = tmp_path / "many.jsonl"
    rows = ({"id": f"r-{n}", "text": TEXT.format(n=n), "published_at": "2025-03-16"} for n in range(150))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def contents(ledger: Path) -> list[tuple[str, str]]:
    with Workspace.open(ledger) as workspace:
        return sorted((claim.id, document.name) for claim, document in workspace.claims())


def test_a_ledger_opens_from_python_and_shows_its_claims(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("The mayor said the <b>well</b> was dry.", encoding="utf-8")
    with fogline.open(str(tmp_path / "war.ledger")) as war:
        war.read([str(report)], reading=RULES)
        claims = war.claims(ClaimFilter(speaker="mayor"))
        assert [claim.text for claim, _ in claims] == ["the <b>well</b> was dry"]
        shown = claims._repr_html_()
        assert "<mark>the &lt;b&gt;well&lt;/b&gt; was dry</mark>" in shown
        assert len(claims[:1]) == 1


def test_claims_become_a_data_frame(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(TEXT.format(n=1), encoding="utf-8")
    with Workspace.open(tmp_path / "war.ledger") as war:
        war.read([str(report)], reading=RULES)
        frame = war.claims().to_pandas()
    assert frame.loc[0, "speaker"] == "Idris Bello"
    assert frame.loc[0, "low"] == 14


def test_a_report_in_another_language_is_kept_and_says_so(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Генеральний штаб повідомив, що бої за місто тривають уже третій день поспіль.", encoding="utf-8")
    with Workspace.open(tmp_path / "war.ledger") as war:
        summary = war.read([str(report)], reading=RULES)
        assert summary.reasons == {"language": 1}
        assert [row.document.language for row in war.documents()] == ["uk"]
        assert len(war.claims()) == 0


def test_a_changed_report_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    with Workspace.open(tmp_path / "war.ledger") as war:
        report.write_text("The mayor said the well was dry.", encoding="utf-8")
        war.read([str(report)], reading=RULES)
        report.write_text("The mayor said the well was poisoned.", encoding="utf-8")
        summary = war.read([str(report)], reading=RULES)
        assert summary.added.superseded == 1
        assert [claim.text for claim, _ in war.claims()] == ["the well was poisoned"]
        everything = war.claims(ClaimFilter(superseded=True))
        assert {claim.text for claim, _ in everything} == {"the well was dry", "the well was poisoned"}


def test_two_processes_make_the_same_ledger_as_one(tmp_path: Path, records: Path) -> None:
    with Workspace.open(tmp_path / "one.ledger") as one:
        one.read([str(records)], reading=RULES)
    with Workspace.open(tmp_path / "two.ledger") as two:
        two.read([str(records)], reading=RULES, jobs=2)
    assert contents(tmp_path / "one.ledger") == contents(tmp_path / "two.ledger")
    assert len(contents(tmp_path / "one.ledger")) >= 150


def test_a_run_that_is_killed_loses_and_doubles_nothing(tmp_path: Path, records: Path) -> None:
    whole, cut = tmp_path / "whole.ledger", tmp_path / "cut.ledger"
    with Workspace.open(whole) as workspace:
        workspace.read([str(records)], reading=RULES)
    command = [sys.executable, "-m", "fogline.cli", "read", str(records), "--ledger", str(cut), "--reader", "rules"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"})
    deadline = time.monotonic() + 120
    while _reports(cut) == 0 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = _reports(cut)
    assert kept > 0
    with Workspace.open(cut) as workspace:
        summary = workspace.read([str(records)], reading=RULES)
    assert summary.added.known == kept
    assert contents(cut) == contents(whole)


def _reports(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    try:
        with Workspace.open(ledger, create=False) as workspace:
            return workspace.counts().documents
    except RunError:  # the first transaction is not through yet
        return 0


def test_a_pack_that_does_not_exist_is_a_plain_error(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("The mayor said the well was dry.", encoding="utf-8")
    options = ReadingOptions(reader="rules", packs=("atlantis",))
    with Workspace.open(tmp_path / "war.ledger") as war, pytest.raises(RunError, match="atlantis"):
        war.read([str(report)], reading=options)
