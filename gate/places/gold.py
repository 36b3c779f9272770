"""Reads the marked reports and compares what is found in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention

__all__ = ["Counts", "Mark", "Report", "read_reports", "score"]

MARK = re.compile(r"\{(?P<words>[^={}]+?) = (?P<value>[^{}]+?)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place as a reader sees it: its words, the gazetteer's name and code (None: not to be resolved)."""

    start: int
    end: int
    name: str | None
    code: str | None
    metonym: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A marked report and the plain document."""

    document: Document
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Counts:
    """What was asked, found and right over all reports; `misses` names each difference."""

    gold: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    metonym: int = 0
    misses: tuple[str, ...] = ()

    def shares(self) -> dict[str, float]:
        """Precision, recall, and the shares of the found that are resolved rightly and marked rightly as metonyms."""
        return {
            "precision": round(self.found / self.given, 3),
            "recall": round(self.found / self.gold, 3),
            "resolved": round(self.right / self.found, 3),
            "metonym": round(self.metonym / self.found, 3),
        }


def read_reports(path: Path) -> tuple[Report, ...]:
    """The reports of a marked file, a paragraph each."""
    paragraphs = re.split(r"\n\s*\n", path.read_text("utf-8"))
    return tuple(_report(text.strip()) for text in paragraphs if text.strip() and not text.startswith("#"))


def _report(raw: str) -> Report:
    text, marks, at = "", [], 0
    for found in MARK.finditer(raw):
        text += raw[at : found.start()]
        mark = _mark(len(text), found["words"], found["value"].strip())
        if mark is not None:
            marks.append(mark)
        text, at = text + found["words"], found.end()
    text += raw[at:]
    digest = blake2b(text.encode(), digest_size=8).hexdigest()
    return Report(Document(digest, digest, digest, text, digest), tuple(marks))


def _mark(start: int, words: str, value: str) -> Mark | None:
    if value == "no":
        return None
    if value == "?":
        return Mark(start, start + len(words), None, None, False)
    name, _, code = value.removeprefix("*").partition(", ")
    return Mark(start, start + len(words), name, code, value.startswith("*"))


def score(report: Report, mentions: tuple[PlaceMention, ...], counts: Counts) -> None:
    """Add one report to the counts: a mention meets the mark whose words it overlaps."""
    counts.gold += len(report.marks)
    counts.given += len(mentions)
    met = {
        mark: mention
        for mark in report.marks
        for mention in mentions
        if mention.span.start < mark.end and mark.start < mention.span.end
    }
    counts.found += len(met)
    for mark in report.marks:
        _compare(report.document.text, mark, met.get(mark), counts)
    extra = [mention.span.text for mention in mentions if mention not in met.values()]
    counts.misses += tuple(f"no place: {words}" for words in extra)


def _compare(text: str, mark: Mark, mention: PlaceMention | None, counts: Counts) -> None:
    words = text[mark.start : mark.end]
    if mention is None:
        counts.misses += (f"not found: {words}",)
        return
    found = (mention.place.name, _code(mention)) if mention.place is not None else (None, None)
    counts.right += found == (mark.name, mark.code)
    counts.metonym += mention.metonym is mark.metonym
    if found != (mark.name, mark.code):
        counts.misses += (f"{words}: {found} for {(mark.name, mark.code)}",)
    if mention.metonym is not mark.metonym:
        counts.misses += (f"{words}: metonym {mention.metonym}",)


def _code(mention: PlaceMention) -> str | None:
    place = mention.place
    return None if place is None else place.region or place.country or "--"
