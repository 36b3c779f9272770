"""Every runner gives the same results in the same order, and outlives the workers it loses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from tests.ledger.building import TODAY, many

from fogline.errors import RunError
from fogline.ledger import Ledger
from fogline.records.readings import Reading
from fogline.runners import Runner, runner_for

BATCHES = [tuple(range(start, start + 4)) for start in range(0, 40, 4)]


def squares(batch: Sequence[int]) -> list[int]:
    return [number * number for number in batch]


def lost(item: int) -> list[int]:
    return [-item]


def kill_at_13(batch: Sequence[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(batch)


def kill_once(batch: Sequence[Path]) -> list[str]:
    for marker in batch:
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [marker.name for marker in batch]


def refuse(batch: Sequence[int]) -> list[int]:
    if 8 in batch:
        raise RunError("eight is refused")
    return squares(batch)


def threads(batch: Sequence[int]) -> list[int]:
    return [int(os.environ["OMP_NUM_THREADS"]) for _ in batch]


def note_and_wait(batch: Sequence[str]) -> list[int]:
    (Path(batch[0]) / f"{os.getpid()}.pid").touch()
    time.sleep(600)
    return []


def alive(pid: int) -> bool:
    try:
        # A process that has ended but that nobody has asked about, as in a container without init, counts as ended.
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def eventually(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 30
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def flat(results: Iterator[list[int]]) -> list[int]:
    return [number for result in results for number in result]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches_whatever_the_jobs(jobs: int) -> None:
    runner: Runner = runner_for(jobs)
    assert flat(runner.run(squares, BATCHES, lost)) == [number * number for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_work_raises_reaches_the_caller(jobs: int) -> None:
    with pytest.raises(RunError, match="eight is refused"):
        list(runner_for(jobs).run(refuse, BATCHES, lost))


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_batches_give_no_results(jobs: int) -> None:
    assert list(runner_for(jobs).run(squares, [], lost)) == []


def test_batches_are_taken_only_as_fast_as_they_are_worked_on() -> None:
    taken: list[int] = []

    def batches() -> Iterator[Sequence[int]]:
        for number in range(1_000):
            taken.append(number)
            yield (number,)

    results = runner_for(2).run(squares, batches(), lost)
    assert next(results) == [0]
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]  # a generator, as the contract's Iterator does not say


def test_the_item_that_ends_its_process_is_found_and_no_other_is_lost() -> None:
    expected = [-13 if number == 13 else number * number for number in range(40)]
    assert flat(runner_for(2).run(kill_at_13, BATCHES, lost)) == expected


def test_a_worker_killed_once_costs_a_retry_and_no_item(tmp_path: Path) -> None:
    markers = [tmp_path / str(number) for number in range(4)]
    for marker in markers[:3]:
        marker.touch()
    results = runner_for(2).run(kill_once, [markers[:2], markers[2:]], lambda item: [f"lost {item}"])
    assert [name for result in results for name in result] == ["0", "1", "2", "3"]


def test_workers_end_when_the_process_that_started_them_is_killed(tmp_path: Path) -> None:
    script = (
        "from tests.runners.test_runners import *\n"
        "if __name__ == '__main__':\n"
        f"    list(runner_for(2).run(note_and_wait, [({str(tmp_path)!r},)] * 2, lost))\n"
    )
    (tmp_path / "run.py").write_text(script)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    with subprocess.Popen([sys.executable, tmp_path / "run.py"], env=environment) as parent:
        assert eventually(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
        pids = [int(path.stem) for path in tmp_path.glob("*.pid")]
        assert all(map(alive, pids))
        parent.kill()
    assert eventually(lambda: not any(map(alive, pids)))


def test_work_that_a_process_cannot_load_stops_the_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("known_here_only")
    exec("def work(batch):\n    return list(batch)", module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with pytest.raises(RunError, match="worker processes cannot start"):
        list(runner_for(2).run(module.work, BATCHES, lost))


def test_workers_use_one_thread_and_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    assert flat(runner_for(2).run(threads, BATCHES[:1], lost)) == [1, 1, 1, 1]
    assert dict(os.environ) == before


def readings_of(batch: Sequence[int]) -> list[Reading]:
    return [many(number + 1, claims_each=2)[number] for number in batch]


def test_the_ledger_is_the_same_whatever_the_jobs(tmp_path: Path) -> None:
    kept = []
    for jobs in (1, 3):
        with Ledger.open(tmp_path / f"{jobs}.ledger") as ledger:
            for readings in runner_for(jobs).run(readings_of, BATCHES, lambda number: []):
                ledger.add(readings, TODAY)
            kept.append((list(ledger.documents()), list(ledger.claims()), list(ledger.mentions()), ledger.counts()))
    assert kept[0] == kept[1]
    assert kept[0][3].claims == 80
