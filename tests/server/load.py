"""How fast the board answers: 16,254 reports, 20 readers at once, a mixture of pages.

    python -m tests.server.load

Prints the 50th, 95th and 99th percentile of each address in milliseconds. The reports are made up, three claims each,
so that no parser is needed; server and readers share the machine.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from pathlib import Path

from tests.ledger.building import TODAY, many

from fogline.ledger import Ledger

__all__ = ["main"]

REPORTS, READERS, ASKED_EACH = 16_254, 20, 40
PORT = 8_137
BASE = f"http://127.0.0.1:{PORT}/api/v1"


def addresses(chance: random.Random) -> str:
    """An address that a reader may ask, few of them twice."""
    number = chance.randrange(REPORTS)
    return chance.choice(
        (
            "/summary",
            f"/reports?after={number}&limit=50",
            f"/reports/post-{number:05d}.txt",
            f"/claims?report=post-{number:05d}.txt",
            f"/claims?q=post+{number}",
            f"/claims?kind=attack&limit=50&q={number % 97}",
            "/questions",
        )
    )


def ask(path: str) -> float:
    """Seconds that an answer took."""
    began = time.perf_counter()
    with urllib.request.urlopen(BASE + path) as answer:
        json.load(answer)
    return time.perf_counter() - began


def reader(seed: int, times: dict[str, list[float]]) -> None:
    """One reader: asks, looks for a moment, asks again."""
    chance = random.Random(seed)
    for _ in range(ASKED_EACH):
        path = addresses(chance)
        name = path.split("?", maxsplit=1)[0].split("/")[1] + ("?" if "?" in path else "")
        times[name].append(ask(path))
        time.sleep(chance.random())


def main() -> None:
    """Make the ledger, serve it, ask, print."""
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "load.ledger")
        with Ledger.open(place) as ledger:
            ledger.add(many(REPORTS), TODAY)
        command = [sys.executable, "-m", "fogline.cli", "serve", "--ledger", place, "--port", str(PORT)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
            try:
                measure()
            finally:
                server.terminate()


def measure() -> None:
    """Wait for the server, then let all readers ask."""
    for _ in range(100):
        try:
            print(f"first answer {1000 * ask('/summary'):.0f} ms, first questions {1000 * ask('/questions'):.0f} ms")
            break
        except OSError:
            time.sleep(0.2)
    times: defaultdict[str, list[float]] = defaultdict(list)
    readers = [threading.Thread(target=reader, args=(seed, times)) for seed in range(READERS)]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    times["all"] = [one for some in times.values() for one in some]
    for name, some in times.items():
        some.sort()
        shown = (f"{1000 * some[min(int(share * len(some)), len(some) - 1)]:7.1f}" for share in (0.5, 0.95, 0.99))
        print(f"{name:10} n={len(some):4}  p50/p95/p99 {' '.join(shown)} ms")


if __name__ == "__main__":
    main()
