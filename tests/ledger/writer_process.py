"""Adds numbered readings to a ledger, report by report, and says so line by line: a process for tests to kill."""

from __future__ import annotations

import sys

from tests.ledger.building import TODAY, many

from fogline.ledger import Ledger

__all__ = ["main"]


def main(target: str, count: int, batch: int) -> None:
    """Add `count` readings, `batch` in one transaction."""
    readings = many(count)
    with Ledger.open(target) as ledger:
        for start in range(0, count, batch):
            print(start, flush=True)
            ledger.add(readings[start : start + batch], TODAY)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
