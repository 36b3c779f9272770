"""How long each view takes on a ledger: from the question to the answer, in a program that has the ledger open.

Without a ledger one of 50,000 made-up claims is made, as for `bench.link`, with two made-up links for each claim. Each
view is asked three times with all claims and with filters that were not asked before. Told apart are the start of the
program, which ends once every view of another, small ledger was seen, and the first look: what the board reads before
its first page, which is the claims, the links, and what views work out of them once for a ledger as it stands.
Printed in milliseconds of processor time, with the ratio to the bound and to the first look; with `--commands` also the
whole command, start of the program included.

    python -m bench.view [LEDGER] [--bound 300] [--commands]
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from bench.link import CLAIMS_A_REPORT, made_report
from fogline.ledger import ClaimFilter, Ledger, Linked
from fogline.records.ids import stable_id
from fogline.records.links import Link
from fogline.records.readings import Reading
from fogline.workspace import Workspace

CLAIMS, BATCH = 50_000, 2_000
FEW = 1_000  # claims of the ledger that is looked at while the program starts
NOW = "2026-01-01T00:00:00+00:00"
TURNS = 3
COMMANDS = ("questions", "control", "numbers", "timeline --limit 50", "map --format table", "sources", "speakers")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.view", description=__doc__)
    parser.add_argument("ledger", nargs="?")
    parser.add_argument("--bound", type=float, default=300, help="milliseconds")
    parser.add_argument("--commands", action="store_true", help="also whole commands")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or str(Path(folder) / "made.ledger")
        if not given.ledger:
            make(place, CLAIMS)
        print(f"start of the program {spent(lambda: start(folder)):.0f} ms")
        with Workspace.open(place, create=False) as workspace:
            result = measure(workspace, given.bound)
        if given.commands:
            result["commands_ms"] = {name: command(name, place) for name in COMMANDS}
    print(json.dumps(result))


def start(folder: str) -> None:
    """Look at every view once, on a small ledger: what code and word lists are read for is read then."""
    place = str(Path(folder) / "small.ledger")
    make(place, FEW)
    with Workspace.open(place, create=False) as workspace:
        list(views(workspace, turns=1))


def warm(workspace: Workspace) -> None:
    """Read what the board reads before its first page."""
    workspace.ledger.told()
    workspace.ledger.bare_links()
    workspace.standings()
    workspace.brief()
    workspace.numbers()


def measure(workspace: Workspace, bound_ms: float) -> dict[str, object]:
    """Milliseconds of each view, the slowest last."""
    claims = workspace.count_claims()
    first = spent(lambda: warm(workspace))
    gc.freeze()  # as the board does: what was read stays
    print(f"{claims} claims; first look {first:.0f} ms")
    rows = {name: max(times) for name, times in views(workspace)}
    for name, taken in sorted(rows.items(), key=lambda item: item[1]):
        print(
            f"{name:32} {taken:7.1f} ms  {taken / bound_ms:5.2f} of the bound  {taken / first:5.2f} of the first look"
        )
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    over = [name for name, taken in rows.items() if taken > bound_ms]
    slowest = round(max(rows.values()), 1)
    return {"claims": claims, "first_ms": round(first), "slowest_ms": slowest, "over_bound": over, "peak_mb": peak}


def views(workspace: Workspace, turns: int = TURNS) -> Iterator[tuple[str, list[float]]]:
    """Each view with the milliseconds of each turn."""
    days = workspace.published_days() or ("2025-01-01", "2025-12-31")
    sides = [*workspace.sides()[:1], None]
    place = next((m.place.name for c, _ in workspace.ledger.told() for m in c.places if m.place), None)
    late = f"{days[1][:8]}01"
    filters = {"": ClaimFilter(), " of a side": ClaimFilter(side=sides[0]), " at a place": ClaimFilter(place=place)}
    filters[" as of a day"] = ClaimFilter(as_of=f"{days[0][:7]}-28")
    looks: dict[str, Callable[[ClaimFilter], object]] = {
        "control": workspace.control,
        "numbers": workspace.numbers,
        "timeline": lambda wanted: workspace.timeline(wanted, limit=500),
        "map": workspace.place_map,
        "sources": workspace.sources,
        "speakers": workspace.speakers,
        "changes": lambda wanted: workspace.changes(late, wanted),
        "brief": workspace.brief,
        "brief since": lambda wanted: workspace.brief(wanted, since=late),
        "questions": lambda wanted: workspace.standings_by(wanted) if wanted.as_of else workspace.standings(),
        "flags": lambda _: workspace.flags(),
    }
    for name, look in looks.items():
        for how, wanted in filters.items():
            yield name + how, [spent(partial(look, wanted)) for _ in range(turns)]


def spent(look: Callable[[], object]) -> float:
    """Milliseconds of processor time: what else runs on the machine does not count."""
    start = time.process_time()
    look()
    return (time.process_time() - start) * 1000


def command(name: str, place: str) -> float:
    """Milliseconds of processor time of a whole command."""
    before = os.times()
    line = [sys.executable, "-m", "fogline.cli", *name.split(), "--ledger", place]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return round(1000 * (after.children_user - before.children_user + after.children_system - before.children_system))


def make(place: str, size: int) -> None:
    """A ledger of `size` made-up claims, each linked with the one before and one further back."""
    chance = random.Random(7)
    with Ledger.open(place) as ledger:
        for low in range(0, size // CLAIMS_A_REPORT, BATCH):
            reports = [made_report(number, 100) for number in range(low, min(low + BATCH, size // CLAIMS_A_REPORT))]
            ledger.add([Reading(d, (), tuple(claims), (), CLAIMS_A_REPORT, 0, "bench") for d, claims in reports], NOW)
            claims = [claim.id for _, made in reports for claim in made]
            far = [(one, chance.choice(claims)) for one in claims]
            links = tuple(made_link(*pair, chance) for pair in (*pairwise(claims), *far) if pair[0] != pair[1])
            ledger.link(Linked(tuple((claim_id, ()) for claim_id in claims), links, "bench"), NOW)


def made_link(one: str, other: str, chance: random.Random) -> Link:
    """A link between two claims."""
    left, right = sorted((one, other))
    relation = chance.choice(("agrees", "agrees", "repeats", "supersedes", "differs", "clashes"))
    link_id = stable_id("l", left, right)
    return Link(link_id, left, right, relation, "control", f"{left} and {right}", 0.7, "bench")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
