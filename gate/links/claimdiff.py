"""How links meet ClaimDiff: pairs of sentences from news on one topic, where the second may weaken the first.

The pairs are of everyday politics, not of a war, and weakening is wider than clashing, so there is no bar.
`python -m gate.links.claimdiff [PATH]`; prints one JSON line.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import blake2b
from itertools import product
from pathlib import Path
from typing import Any

from fogline.config import ReadingOptions
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.pipeline import Pipeline
from fogline.records.documents import Document

__all__ = ["main", "measure"]

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "pairs" / "claimdiff_weaken_train.json"
AGAINST = frozenset({"clashes", "supersedes", "differs"})


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    print(json.dumps(measure(json.loads(path.read_text(encoding="utf-8"))["data"])))


def measure(pairs: list[dict[str, Any]]) -> dict[str, float]:
    """How many pairs are linked, and how linking against each other goes with weakening."""
    sides = {(pair[f"claim_{side}"], pair[f"article_{side}"], pair["date"]) for pair in pairs for side in "ab"}
    documents = {key: _document(*key) for key in sorted(sides)}
    readings = Pipeline.load(ReadingOptions()).read(list(documents.values()))
    frames = {reading.document.id: frames_of(reading.document, reading.claims) for reading in readings}
    count: Counter[str] = Counter()
    for pair in pairs:
        left, right = (frames[documents[_key(pair, side)].id] for side in "ab")
        found, weakens = _relations(left, right), pair["relation"] == 1
        count["weakening"] += weakens
        count["claims_on_both_sides"] += bool(left and right)
        count["linked"] += bool(found)
        count["clashes"] += "clashes" in found
        count["clashes_right"] += weakens and "clashes" in found
        count["against"] += bool(found & AGAINST)
        count["against_right"] += weakens and bool(found & AGAINST)
    return {"pairs": len(pairs), **dict(sorted(count.items()))}


def _relations(left: tuple[Frame, ...], right: tuple[Frame, ...]) -> set[str]:
    links = (judge(one, other) for one, other in product(left, right))
    return {link.relation for link in links if link is not None}


def _key(pair: dict[str, Any], side: str) -> tuple[str, str, str]:
    return pair[f"claim_{side}"], pair[f"article_{side}"], pair["date"]


def _document(text: str, title: str, day: str) -> Document:
    digest = blake2b(f"{text}|{title}".encode(), digest_size=8).hexdigest()
    return Document(
        f"d-{digest}", digest, digest, text, digest, title=title, publisher=title, language="en", published_at=day,
        published_basis="given",
    )  # fmt: skip


if __name__ == "__main__":
    main()
