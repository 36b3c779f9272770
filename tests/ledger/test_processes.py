"""Several processes and one ledger: killed writers, readers beside a writer, writers beside each other."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.ledger.building import TODAY, many

from fogline.ledger import Ledger

REPOSITORY = Path(__file__).parents[2]


def start_writer(target: str, count: int, batch: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ledger.writer_process", target, str(count), str(batch)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY)


def wait_until_it_adds(writer: subprocess.Popen[str], number: int) -> None:
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) >= number:
            return


@pytest.mark.parametrize("delay_s", [0.0, 0.01])
def test_a_writer_killed_in_the_middle_loses_and_doubles_nothing(tmp_path: Path, delay_s: float) -> None:
    target = str(tmp_path / "war.ledger")
    with start_writer(target, 2_000, 20) as writer:
        wait_until_it_adds(writer, 200)
        time.sleep(delay_s)
        writer.send_signal(signal.SIGKILL)
    assert writer.returncode == -signal.SIGKILL

    readings = many(2_000)
    with Ledger.open(target, create=False) as ledger:
        reports = [row.document for row in ledger.documents()]
        assert 200 <= len(reports) < 2_000
        assert len(reports) % 20 == 0, "a transaction was kept in part"
        assert reports == [item.document for item in readings[: len(reports)]]
        whole = [made for item in readings[: len(reports)] for made in item.claims]
        assert [found for found, _ in ledger.claims()] == whole

        rest = ledger.add(readings[:400], TODAY)
        assert rest.known + rest.documents == 400
        assert ledger.counts().documents == max(400, len(reports))

    engine = create_engine(f"sqlite:///{target}")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        for table in ("claim_speakers", "claim_places", "mentions", "claims"):
            orphans = connection.execute(text(f"PRAGMA foreign_key_check({table})")).all()
            assert orphans == []
        words = connection.execute(text("SELECT count(*) FROM claim_words WHERE claim_words MATCH 'shelling'"))
        claims = connection.execute(text("SELECT count(*) FROM claims"))
        assert words.scalar_one() == claims.scalar_one()
    engine.dispose()


def test_readers_read_whole_reports_while_a_writer_writes(target: str) -> None:
    Ledger.open(target).close()
    with start_writer(target, 300, 5) as writer, Ledger.open(target, create=False, read_only=True) as ledger:
        wait_until_it_adds(writer, 5)
        seen: list[int] = []
        longest_s = 0.0
        while writer.poll() is None:
            began = time.perf_counter()
            counts = ledger.counts()
            longest_s = max(longest_s, time.perf_counter() - began)
            assert counts.claims == counts.documents * 3
            assert counts.documents % 5 == 0
            seen.append(counts.documents)
        assert writer.returncode == 0
        assert seen == sorted(seen)
        assert len(set(seen)) > 3, "the reader should have seen the ledger grow"
        assert longest_s < 5, "a reader waited for the writer"
        assert ledger.counts().documents == 300


def test_two_writers_take_turns_and_each_report_is_kept_once(target: str) -> None:
    Ledger.open(target).close()
    with start_writer(target, 150, 3) as first, start_writer(target, 150, 7) as second:
        for writer in (first, second):
            writer.communicate(timeout=120)
    assert (first.returncode, second.returncode) == (0, 0)
    with Ledger.open(target) as ledger:
        assert sorted(row.document.name for row in ledger.documents()) == [item.document.name for item in many(150)]
        assert ledger.counts().claims == 450
