"""How fast the board answers readers who ask at once, on a ledger that exists.

A real server on this machine; `--clients` readers ask every page's JSON at random, with filters, days, reports, claims
and questions of the ledger, and look at an answer for `--look` seconds on average before the next. What is printed for
each address: how many were asked, the 50th and 95th percentile in milliseconds, and the 95th in ratio to the bound; and
the same for an address that does nothing, which tells what the machine itself takes. Before, the first look at each
page is told, by one reader.

With `--only` the addresses named are asked alone, beside the one that does nothing; with `--look 0` without a pause.

    python -m bench.load LEDGER [--clients 20] [--asks 60] [--look 0.5] [--bound 200] [--only /brief,/questions]
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from fogline.ledger.rows import ClaimFilter
from fogline.workspace import Workspace

NOTHING = "/jobs/none"
PAGES = ("/questions", "/claims", "/places", "/timeline", "/numbers", "/speakers", "/brief", "/reports")
SAMPLE = 200
MOST_DISPUTED = 30
FILTERS = 3  # sides, places and days that readers ask for: on one day people look at the same


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to ask for."""

    reports: tuple[str, ...]
    claims: tuple[str, ...]
    questions: tuple[str, ...]
    places: tuple[str, ...]
    sides: tuple[str, ...]
    days: tuple[str, ...]


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("ledger")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--asks", type=int, default=60, help="of each reader")
    parser.add_argument("--look", type=float, default=0.5, help="seconds between an answer and the next question")
    parser.add_argument("--bound", type=float, default=200, help="milliseconds")
    parser.add_argument("--only", default="", help="addresses, parted by commas")
    given = parser.parse_args()
    only = {NOTHING, *given.only.split(",")} if given.only else None
    known = known_in(given.ledger)
    port = free_port()
    command = [sys.executable, "-m", "fogline.cli", "serve", "--ledger", given.ledger, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            first = {path: ask(port, path) for path in PAGES} if ready(port) else {}
            pages = {name: choose for name, choose in routes(known).items() if only is None or name in only}
            times = asked(port, pages, given.clients, given.asks, given.look)
        finally:
            server.terminate()
    for path, seconds in first.items():
        print(f"first {path:20} {1000 * seconds:7.0f} ms")
    show(times, given.bound)


def known_in(place: str) -> Known:
    """A sample of what the ledger holds."""
    with Workspace.open(place, create=False) as workspace:
        rows = list(workspace.ledger.claims(ClaimFilter(limit=SAMPLE)))
        places = {m.place.name for claim, _ in rows for m in claim.places if m.place}
        days = {report.published_at[:10] for _, report in rows if report.published_at}
        return Known(
            reports=tuple({report.id for _, report in rows}),
            claims=tuple(claim.id for claim, _ in rows),
            questions=tuple(standing.question.id for standing in workspace.standings()[:MOST_DISPUTED]),
            places=tuple(sorted(places)[:FILTERS]),
            sides=tuple(workspace.sides()[:FILTERS]),
            days=tuple(sorted(days)[:FILTERS]),
        )


def routes(known: Known) -> dict[str, Callable[[random.Random], str]]:
    """Every page's address, with what a reader may ask of it."""

    def narrowed(path: str) -> Callable[[random.Random], str]:
        def choose(chance: random.Random) -> str:
            wanted = chance.choice(("", "side", "place", "as_of"))
            of = {"side": known.sides, "place": known.places, "as_of": known.days}.get(wanted, ())
            return f"{path}?{wanted}={quote(chance.choice(of))}" if of else path

        return choose

    def one_of(path: str, ids: tuple[str, ...]) -> Callable[[random.Random], str]:
        return lambda chance: f"{path}/{chance.choice(ids)}" if ids else path

    plain = ("/summary", "/reviews", "/reviews/queue", "/failures", "/links", "/links?relation=clashes", "/basemap")
    return {
        **{path: (lambda _, path=path: path) for path in (NOTHING, *plain)},
        **{path: narrowed(path) for path in PAGES},
        "/reports/ID": one_of("/reports", known.reports),
        "/claims/ID": one_of("/claims", known.claims),
        "/questions/ID": one_of("/questions", known.questions),
    }


def asked(
    port: int, pages: dict[str, Callable[[random.Random], str]], clients: int, asks: int, look: float
) -> dict[str, list[float]]:
    """Seconds of every answer, by address."""
    times: defaultdict[str, list[float]] = defaultdict(list)

    def reader(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(asks):
            name = chance.choice([*pages])
            times[name].append(ask(port, pages[name](chance)))
            time.sleep(chance.expovariate(1 / look) if look else 0)

    readers = [threading.Thread(target=reader, args=(seed,)) for seed in range(clients)]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    return times


def ask(port: int, path: str) -> float:
    """Seconds until an answer is whole."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    connection.request("GET", f"/api/v1{path}")
    answer = connection.getresponse()
    answer.read()
    taken = time.perf_counter() - began
    connection.close()
    if answer.status != 200 and path != NOTHING:
        raise RuntimeError(f"{path}: {answer.status}")
    return taken


def ready(port: int) -> bool:
    """Wait until the server answers."""
    for _ in range(300):
        try:
            ask(port, NOTHING)
        except OSError:
            time.sleep(0.1)
        else:
            return True
    raise RuntimeError("the server did not start")


def show(times: dict[str, list[float]], bound_ms: float) -> None:
    """A line for each address, the slowest last, then one for all, as JSON too."""
    rows = {name: ends(some) for name, some in times.items()}
    rows["all"] = ends([one for name, some in times.items() if name != NOTHING for one in some])
    for name, (count, middle, high) in sorted(rows.items(), key=lambda item: item[1][2]):
        print(f"{name:28} n={count:4}  p50 {middle:7.1f}  p95 {high:7.1f} ms  {high / bound_ms:5.2f} of the bound")
    over = [name for name, (_, _, high) in rows.items() if high > bound_ms]
    machine = rows[NOTHING][2] if NOTHING in rows else 0.0
    print(json.dumps({"p95_ms": round(rows["all"][2], 1), "p95_of_nothing_ms": round(machine, 1), "over_bound": over}))


def ends(some: list[float]) -> tuple[int, float, float]:
    """How many, the 50th and the 95th percentile in milliseconds."""
    ordered = sorted(1000 * one for one in some)
    return len(ordered), statistics.median(ordered), ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
