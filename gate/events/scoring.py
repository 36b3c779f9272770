"""How the event reading does on own sentences: `python -m gate.events.scoring [--misses]`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fogline.claims.events.describing import describe
from fogline.claims.events.event import Event
from fogline.records.claims import Party
from fogline.records.documents import Document
from fogline.sentences.reader import SentenceReader

__all__ = ["Case", "Figures", "read_cases", "score"]

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and what a careful reader sees in the part from `start` to `end`."""

    text: str
    start: int
    end: int
    kind: str
    status: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(slots=True)
class Figures:
    """Shares of cases read right; `swapped` counts those whose actors came out as targets or the other way round."""

    cases: int = 0
    kind: float = 0.0
    status: float = 0.0
    actors: float = 0.0
    targets: float = 0.0
    both: float = 0.0
    swapped: int = 0


def read_cases(name: str) -> list[Case]:
    """The cases of a file: text, kind, status, actors, targets, by tabs; brackets mark the part to read."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def _case(line: str) -> Case:
    marked, kind, status, actors, targets = line.split("\t")
    text = marked.replace("[", "").replace("]", "")
    start = max(marked.find("["), 0)
    end = marked.index("]") - 1 if "]" in marked else len(text)
    return Case(text, start, end, kind, status, _names(actors), _names(targets))


def _names(words: str) -> tuple[str, ...]:
    return () if words == "-" else tuple(name.lower() for name in words.split(" + "))


def score(cases: Sequence[Case], *, misses: bool = False) -> Figures:
    """The figures over the cases, each parsed as a report of its own."""
    reader = SentenceReader.load()
    documents = [Document(str(i), "a.txt", "a.txt", case.text, "0") for i, case in enumerate(cases)]
    figures = Figures(cases=len(cases))
    for case, sentences in zip(cases, reader.read(documents), strict=True):
        sentence = max(sentences, key=lambda s: s.end - s.start)
        event = describe(sentence, case.start, case.end, ())
        if not _count(figures, case, event) and misses:
            print(f"{case.text}\n    {event.kind} {event.status} {_said(event.actors)} -> {_said(event.targets)}")
    for name in ("kind", "status", "actors", "targets", "both"):
        setattr(figures, name, round(getattr(figures, name) / max(len(cases), 1), 3))
    return figures


def _count(figures: Figures, case: Case, event: Event) -> bool:
    actors, targets = _said(event.actors), _said(event.targets)
    figures.kind += event.kind == case.kind
    figures.status += event.status == case.status
    figures.actors += actors == case.actors
    figures.targets += targets == case.targets
    both = actors == case.actors and targets == case.targets
    figures.both += both
    figures.swapped += bool((case.actors and targets == case.actors) or (case.targets and actors == case.targets))
    return both and event.kind == case.kind and event.status == case.status


def _said(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(party.actor.name.lower() for party in parties)


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(prog="python -m gate.events.scoring")
    parser.add_argument("--misses", action="store_true", help="print what was read wrongly")
    given = parser.parse_args()
    for name in ("roles.tsv", "roles_unseen.tsv", "roles_last.tsv"):
        print(name, score(read_cases(name), misses=given.misses))


if __name__ == "__main__":
    main()
