"""`python -m gate`: the figures of both readers on the project's own gold; `--raise` and `--lower` set floors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gate.external import report as report_external
from gate.floors import Floors, raised, read_floors, write_floors
from gate.marked import gold_digest, read_gold, score

READERS = ("tagger", "rules")


def main() -> None:
    """Print the figures as JSON, one line a reader, and what other gold sets are at hand."""
    parser = argparse.ArgumentParser(prog="python -m gate")
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="set floors to what was measured, even where they fall")
    parser.add_argument("--all", action="store_true", help="also the large sets beside the project, some minutes")
    parser.add_argument(
        "--gold", type=Path, help="measure on this folder alone: what `fogline review export --gold` wrote"
    )
    given = parser.parse_args()
    if given.gold:
        for reader in READERS:
            print(
                json.dumps({"set": str(given.gold), "reader": reader, **score(read_gold(reader, given.gold)).shares()})
            )
        return
    figures = {reader: score(read_gold(reader)).shares() for reader in READERS}
    for reader, shares in figures.items():
        print(json.dumps({"set": "gate", "reader": reader, **shares}))
    if given.rise or given.lower:
        old = read_floors()["readers"]
        new = {name: raised(old.get(name, {}), shares, lower=given.lower) for name, shares in figures.items()}
        write_floors(Floors(digest=gold_digest(), readers=new))
    for line in report_external(large=given.all):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
