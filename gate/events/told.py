"""How statements are read as claims: kind, status and parties of own one-sentence reports, one statement each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim, Party
from fogline.records.documents import Document

__all__ = ["parties_right", "statements_right"]

FOLDER = Path(__file__).parent
NOBODY = "-"


@cache
def _pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


def statements_right(*, misses: bool = False) -> dict[str, float]:
    """The shares of statements whose kind and whose status a careful reader would give them."""
    counts = {"kind": 0, "status": 0}
    rows = list(_rows("statements.tsv"))
    for kind, status, marked in rows:
        claim = _claim(marked)
        said = {"kind": claim.kind, "status": claim.status} if claim else {}
        right = {"kind": said.get("kind") in kind.split("/"), "status": said.get("status") in status.split("/")}
        counts = {name: count + right[name] for name, count in counts.items()}
        if misses and not all(right.values()):
            print(f"{marked}\n    {said}, not {kind} {status}")
    return {name: round(count / len(rows), 3) for name, count in counts.items()}


def parties_right(*, misses: bool = False) -> dict[str, float]:
    """The share of statements with the right actors and targets, and how many were swapped."""
    rows = list(_rows("parties.tsv"))
    both = swapped = 0
    for marked, actors, targets in rows:
        claim = _claim(marked)
        if claim is None:
            continue
        right = _is(claim.actors, actors) and _is(claim.targets, targets)
        both += right
        swapped += not right and (_are(claim.targets, actors) or _are(claim.actors, targets))
        if misses and not right:
            print(f"{marked}\n    {_named(claim.actors)} -> {_named(claim.targets)}")
    return {"both": round(both / len(rows), 3), "swapped": float(swapped)}


def _rows(name: str) -> Iterator[Sequence[str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _claim(marked: str) -> Claim | None:
    """The claim that covers most of the bracketed part of the report."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    claims = _pipeline().read([Document("d", "a.txt", "a.txt", text, "0")])[0].claims

    def shared(claim: Claim) -> int:
        return sum(max(0, min(end, span.end) - max(start, span.start)) for span in claim.evidence)

    best = max(claims, key=shared, default=None)
    return best if best is not None and shared(best) else None


def _is(parties: Sequence[Party], wanted: str) -> bool:
    return _are(parties, wanted) if parties else NOBODY in wanted.split("/")


def _are(parties: Sequence[Party], wanted: str) -> bool:
    names = [name for name in wanted.split("/") if name != NOBODY]
    return any(name.lower() in said.lower() for name in names for said in _named(parties))


def _named(parties: Sequence[Party]) -> list[str]:
    return [f"{party.actor.name} ({party.actor.side})" for party in parties]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m gate.events.told")
    parser.add_argument("--misses", action="store_true", help="print what was read wrongly")
    given = parser.parse_args()
    print("statements.tsv", statements_right(misses=given.misses))
    print("parties.tsv", parties_right(misses=given.misses))


if __name__ == "__main__":
    main()
