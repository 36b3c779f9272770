"""Precision and recall of links on stories whose pairs are all marked: `python -m gate.links.whole_stories`."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from pathlib import Path

from fogline.config import ReadingOptions
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.pipeline import Pipeline
from fogline.records.documents import Document

__all__ = ["FOLDER", "NAMES", "RELATIONS", "Stretch", "Tally", "main", "tally"]

FOLDER = Path(__file__).parent / "whole"
NAMES = tuple(path.name.partition(".")[0] for path in sorted(FOLDER.glob("*.reports.jsonl")))
RELATIONS = ("clashes", "agrees", "repeats", "supersedes")  # what differs is marked as none
CLOSE, COVERED = 0.3, 0.8  # overlap by which a claim is the marked statement, of both or of the shorter one
NONE = "-"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a statement stands: the report's name and code points."""

    report: str
    start: int
    end: int


@dataclass(slots=True)
class Tally:
    """Counts over one set.

    `made[relation, outcome]` counts links between two reports: outcome is `right`, `other` (the pair stands in another
    relation) or `none`. `marked` counts the pairs that stand in a relation, `found` those of them with a right link.
    """

    made: Counter[tuple[str, str]]
    marked: int = 0
    found: int = 0

    def precision(self, *relations: str) -> float:
        """The share of the links of these relations that are right."""
        outcomes = [(self.made[r, "right"], sum(n for (s, _), n in self.made.items() if s == r)) for r in relations]
        return sum(right for right, _ in outcomes) / max(1, sum(made for _, made in outcomes))

    @property
    def recall(self) -> float:
        """The share of the pairs that stand in a relation for which a right one is found."""
        return self.found / max(1, self.marked)


def tally(name: str, pipeline: Pipeline) -> Tally:
    """Read a set with the product, link all pairs of reports that share a marked pair, and count."""
    frames = {r.document.name: frames_of(r.document, r.claims) for r in pipeline.read(_reports(name))}
    pairs = [_pair(row.split("\t")) for row in _lines(f"{name}.pairs.tsv")]
    right: dict[frozenset[str], set[str]] = defaultdict(set)
    of_pair: list[tuple[set[frozenset[str]], frozenset[str]]] = []
    together = {frozenset((left.report, beside.report)) for left, beside, _ in pairs}
    for left, beside, relations in pairs:
        keys = {frozenset((a.claim.id, b.claim.id)) for a in _near(left, frames) for b in _near(beside, frames)}
        for key in keys:
            right[key] |= relations
        of_pair.append((keys, relations))
    links: dict[frozenset[str], str] = {}
    result = Tally(Counter())
    for one, other in combinations(frames, 2):
        for a in frames[one] if frozenset((one, other)) in together else ():
            for b in frames[other]:
                link = judge(a, b)
                if link is not None and link.relation in RELATIONS:
                    key = frozenset((a.claim.id, b.claim.id))
                    links[key] = link.relation
                    result.made[link.relation, _outcome(link.relation, right.get(key, set()))] += 1
    apart = [(keys, relations) for (left, beside, _), (keys, relations) in zip(pairs, of_pair, strict=True)
             if relations and left.report != beside.report]  # fmt: skip
    result.marked = len(apart)
    result.found = sum(any(links.get(key) in relations for key in keys) for keys, relations in apart)
    return result


def _outcome(relation: str, right: set[str]) -> str:
    return "right" if relation in right else "other" if right else "none"


def _near(stretch: Stretch, frames: dict[str, tuple[Frame, ...]]) -> list[Frame]:
    """The claims that are the marked statement."""
    found = []
    for frame in frames.get(stretch.report, ()):
        start, end = frame.claim.start, frame.claim.end
        common = min(end, stretch.end) - max(start, stretch.start)
        both = max(end, stretch.end) - min(start, stretch.start)
        least = min(end - start, stretch.end - stretch.start)
        if common > 0 and (common >= CLOSE * both or common >= COVERED * least):
            found.append(frame)
    return found


def _reports(name: str) -> list[Document]:
    return [_document(**json.loads(line)) for line in _lines(f"{name}.reports.jsonl")]


def _document(id: str, publisher: str, published_at: str, text: str) -> Document:
    digest = blake2b(text.encode(), digest_size=8).hexdigest()
    return Document(
        f"d-{id}", id, id, text, digest, publisher=publisher, language="en", published_at=published_at,
        published_basis="given",
    )  # fmt: skip


def _pair(row: list[str]) -> tuple[Stretch, Stretch, frozenset[str]]:
    left, right = Stretch(row[0], int(row[1]), int(row[2])), Stretch(row[3], int(row[4]), int(row[5]))
    return left, right, frozenset() if row[6] == NONE else frozenset(row[6].split())


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(prog="python -m gate.links.whole_stories", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, help=f"sets: {', '.join(NAMES)}")
    names = parser.parse_args().names
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        parser.error(f"no such set: {', '.join(unknown)}")
    pipeline = Pipeline.load(ReadingOptions())
    total = Tally(Counter())
    for name in names:
        one = tally(name, pipeline)
        total.made.update(one.made)
        total.marked, total.found = total.marked + one.marked, total.found + one.found
        _show(name, one)
    _show("all", total)


def _show(name: str, counted: Tally) -> None:
    parts = []
    for relation in RELATIONS:
        right, other, none = (counted.made[relation, outcome] for outcome in ("right", "other", "none"))
        parts.append(f"{relation} {right} right, {other} another relation, {none} none")
    shares = f"precision {counted.precision(*RELATIONS):.3f}, recall {counted.recall:.3f}"
    print(f"{name}: {shares} ({counted.found} of {counted.marked}); {'; '.join(parts)}", flush=True)


if __name__ == "__main__":
    main()
