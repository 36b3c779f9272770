"""Reads the pairs and links them with the product itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product
from pathlib import Path

from fogline.config import ReadingOptions
from fogline.links.frames import frames_of
from fogline.links.judging import judge
from fogline.pipeline import Pipeline
from fogline.records.documents import Document

__all__ = ["PAIRS", "Outcome", "Pair", "outcomes", "read_pairs", "shares"]

PAIRS = Path(__file__).parent / "pairs.txt"
NEVER = "never "


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports and the relations that are right (`accept`) or wrong (`never`) between their claims."""

    left: Document
    right: Document
    accept: frozenset[str]
    never: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair and the relations that were found."""

    pair: Pair
    found: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether an accepted relation was found, or for a trap none that is wrong."""
        if self.found & self.pair.never:
            return False
        return not self.pair.accept or bool(self.found & self.pair.accept)


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs of the file, in its order."""
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    blocks = [block.split("\n") for block in "\n".join(kept).strip().split("\n\n")]
    return [_pair(number, *block) for number, block in enumerate(blocks)]


def outcomes(pairs: Sequence[Pair]) -> list[Outcome]:
    """What the product makes of the pairs, read with the rule reader's parser and the trained reader."""
    pipeline = Pipeline.load(ReadingOptions())
    found = []
    for pair in pairs:
        left, right = (frames_of(r.document, r.claims) for r in pipeline.read([pair.left, pair.right]))
        links = (judge(one, other) for one, other in product(left, right))
        found.append(Outcome(pair, frozenset(link.relation for link in links if link is not None)))
    return found


def shares(found: Sequence[Outcome]) -> dict[str, float]:
    """Right of the links, avoided of the traps, and how far clashes are right and found."""
    count: Counter[str] = Counter()
    for one in found:
        count["links" if one.pair.accept else "traps"] += 1
        count["links_right" if one.pair.accept else "traps_avoided"] += one.right
        wanted, made = "clashes" in one.pair.accept, "clashes" in one.found
        count["clashes"] += wanted
        count["clashes_found"] += wanted and made
        count["clashes_made"] += made
    return {
        "links_right": count["links_right"] / count["links"],
        "traps_avoided": count["traps_avoided"] / count["traps"],
        "clash_recall": count["clashes_found"] / count["clashes"],
        "clash_precision": count["clashes_found"] / max(1, count["clashes_made"]),
    }


def _pair(number: int, relation: str, left: str, right: str) -> Pair:
    words = relation.removeprefix(NEVER).replace("/", " ").split()
    trap = relation.startswith(NEVER)
    return Pair(
        _document(f"{number}-left", left),
        _document(f"{number}-right", right),
        frozenset() if trap else frozenset(words),
        frozenset(words) if trap else frozenset(),
    )


def _document(name: str, line: str) -> Document:
    day, publisher, text = (part.strip() for part in line.split(" | ", 2))
    digest = blake2b(text.encode(), digest_size=8).hexdigest()
    return Document(
        f"d-{name}", name, name, text, digest, publisher=publisher, language="en", published_at=day,
        published_basis="given",
    )  # fmt: skip
