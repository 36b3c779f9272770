"""Scores the reading of marked-up reports: who says what, and what the report says itself.

The marks are those of `training/corpus/GUIDE.md`. Status, where that leaves room: `completed` is a deed that is over
when it is told, in whatever form ("hit", "have left", "accused of bombing", "denied striking", a toll of dead);
`ongoing` is one under way; `actual` is a state, habit or view that holds ("they control the town", "they shell at
night"). Six in seven attacks of the corpus are marked so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from training.corpus import Marked, Statement, read_marked

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.ids import stable_id

__all__ = ["BATTLE", "Scores", "gold_digest", "gold_reports", "read_gold", "score"]

REPORTS = Path(__file__).parent / "reports"
BATTLE = ("control", "movement", "clash", "attack")
MATCH = 0.3  # Jaccard of the words from which a claim meets a statement


@dataclass(slots=True)
class Scores:
    """Counts over all reports; the properties are the shares that floors hold."""

    gold: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0
    tight: int = 0
    speaker: int = 0
    stance: int = 0
    kind: int = 0
    status: int = 0
    full: int = 0
    own_gold: int = 0
    own_found: int = 0

    def shares(self) -> dict[str, float]:
        """The figures that floors are kept for, 0 to 1."""
        return {
            "recall": _share(self.found, self.gold),
            "precision": _share(self.right, self.claimed),
            "tight": _share(self.tight, self.gold),
            "speaker": _share(self.speaker, self.found),
            "stance": _share(self.stance, self.found),
            "kind": _share(self.kind, self.found),
            "status": _share(self.status, self.found),
            "fully_right": _share(self.full, self.gold),
            "own_voice_recall": _share(self.own_found, self.own_gold),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def gold_digest() -> str:
    """What the gold was when floors were set: a change of it asks for new floors."""
    state = blake2b(digest_size=8)
    for path in sorted(REPORTS.glob("*.txt")):
        state.update(path.read_bytes())
    return state.hexdigest()


def gold_reports(folder: Path = REPORTS) -> list[tuple[Marked, Document]]:
    """The marked reports of a folder with the plain documents that are read."""
    pairs = []
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        published = next(line.split(": ")[1] for line in raw.splitlines() if line.startswith("# published"))
        marked = read_marked(raw, path.stem)
        pairs.append((marked, _document(marked, None if published == "unknown" else published)))
    return pairs


def _document(marked: Marked, published: str | None) -> Document:
    return Document(
        id=stable_id("d", marked.id),
        name=marked.id,
        source=marked.id,
        text=marked.text,
        digest=blake2b(marked.text.encode()).hexdigest(),
        published_at=published,
        published_basis="given" if published else "unknown",
    )


def read_gold(reader: str, folder: Path = REPORTS) -> list[tuple[Marked, tuple[Claim, ...]]]:
    """The claims that `reader` makes of each report of the gold."""
    pairs = gold_reports(folder)
    options = ReadingOptions(reader="rules" if reader == "rules" else "tagger")
    readings = Pipeline.load(options).read([document for _, document in pairs])
    return [(marked, reading.claims) for (marked, _), reading in zip(pairs, readings, strict=True)]


def score(read: Iterable[tuple[Marked, Sequence[Claim]]]) -> Scores:
    """The counts for claims read from marked reports; matching is one to one, best overlap first."""
    scores = Scores()
    for marked, claims in read:
        _score_report(scores, marked, claims)
    return scores


def _score_report(scores: Scores, marked: Marked, claims: Sequence[Claim]) -> None:
    spoken = [claim for claim in claims if claim.speaker]
    scores.gold += len(marked.statements)
    scores.claimed += len(spoken)
    for share, statement, claim in _matches(marked.statements, spoken):
        speaker, stance = _same_speaker(statement, claim), claim.stance == statement.stance
        scores.found += 1
        scores.right += 1
        scores.tight += share >= 0.8
        scores.speaker += speaker
        scores.stance += stance
        scores.kind += claim.kind == statement.kind
        scores.status += claim.status == statement.status
        scores.full += speaker and stance
    own = [claim for claim in claims if claim.speaker is None]
    scores.own_gold += len(marked.own)
    for mark in marked.own:
        scores.own_found += any(_jaccard({*range(mark.start, mark.end)}, _words(claim)) >= MATCH for claim in own)


def _matches(statements: Sequence[Statement], claims: Sequence[Claim]) -> list[tuple[float, Statement, Claim]]:
    words = [{c for s, e in statement.contents for c in range(s, e)} for statement in statements]
    pairs = sorted(
        (
            (_jaccard(words[i], _words(claim)), _same_speaker(statement, claim), i, j)  # a denial has the words denied
            for i, statement in enumerate(statements)
            for j, claim in enumerate(claims)
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for share, _, i, j in pairs:
        if share >= MATCH and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((share, statements[i], claims[j]))
    return found


def _words(claim: Claim) -> set[int]:
    return {offset for span in claim.evidence for offset in range(span.start, span.end)}


def _jaccard(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _same_speaker(statement: Statement, claim: Claim) -> bool:
    if not statement.speakers:
        return claim.speaker is not None and claim.speaker.kind == "unnamed"
    spans = [speaker.span for speaker in claim.speakers if speaker.span]
    return any(span.start < e and span.end > s for span in spans for s, e in statement.speakers)
