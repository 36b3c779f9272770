"""Linking may not fall below its floors: on pairs of our own, and on two gold sets where they are at hand."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fogline.config import ReadingOptions
from fogline.documents.options import DocumentOptions
from fogline.documents.reading import read
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.pipeline import Pipeline
from fogline.records.documents import Document
from gate.links.gold import Outcome, outcomes, read_pairs, shares
from gate.links.whole_stories import NAMES, RELATIONS, tally


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


SHARED = Path(__file__).resolve().parents[3] / "shared"
FLOORS = {"links_right": 0.85, "traps_avoided": 0.95, "clash_recall": 0.8, "clash_precision": 0.9}
# Our own stories: the least of links right and traps avoided. "blind" was written by somebody who had not seen the
# rules, "coasts" and "passes" when the others had steered them; what each had right at first: docs/explain/accuracy.md.
# "sieges", "junctions" and "frontiers" were written by three others, "valleys" by who made rules on who did, holds and
# says what; all have been read by now, and made some. Bars on words that are hardly related cost "blind" three links
# and "coasts" one: of what they cut away on stories marked whole three in four are wrong.
STORIES = {
    "stories": (0.8, 0.95),
    "blind": (0.68, 0.93),
    "coasts": (0.64, 0.95),
    "passes": (0.7, 0.95),
    "sieges": (0.46, 0.85),
    "junctions": (0.62, 0.93),
    "frontiers": (0.68, 0.94),
    "valleys": (0.56, 0.95),
    "figures": (0.45, 0.95),  # ten stories on figures alone; their misses were read once they had been counted
    "unread": (0.29, 0.95),  # by an author who saw no rule; who changes rules reads neither its texts nor its misses
}
# Stories marked whole: the least precision of the links and recall of the pairs. "plateaus", "rivers" and "capes" have
# been read for rules; of the others nobody who changes rules reads texts or misses. Recall was up to .02 higher before
# links in words that are hardly related were left out, and the precision of all ten .04 lower.
WHOLE = {
    "capes": (0.42, 0.13),
    "deltas": (0.44, 0.07),
    "fjords": (0.46, 0.12),
    "islands": (0.63, 0.30),
    "lakes": (0.62, 0.23),
    "pampas": (0.45, 0.07),
    "plateaus": (0.59, 0.16),
    "ranges": (0.67, 0.215),
    "rivers": (0.66, 0.16),
    "steppes": (0.52, 0.07),
}
# The gold sets: what is read, in which packs, and the least of links right and traps avoided.
SETS = {
    "reports_000_002_003": ("reports", ("russia-ukraine",), 0.85, 1.0),
    "corpus_i": ("gold/links/corpus_i_reports.jsonl", (), 0.75, 0.95),
}


@cache
def found() -> tuple[Outcome, ...]:
    return tuple(outcomes(read_pairs()))


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_of_our_own_pairs_falls_below_its_floor(figure: str) -> None:
    assert shares(found())[figure] >= FLOORS[figure]


def test_there_are_forty_pairs_of_our_own() -> None:
    assert len(read_pairs()) >= 40


@pytest.mark.parametrize("name", SETS)
def test_gold_pairs_are_linked_as_a_careful_reader_links_them(name: str) -> None:
    source, packs, least_links, least_traps = SETS[name]
    gold = SHARED / "gold" / "links" / f"{name}.json"
    if not gold.exists():
        pytest.skip(f"{gold} is not here")
    frames = _frames(SHARED / source, packs)
    right: dict[bool, list[bool]] = defaultdict(list)
    for pair in json.loads(gold.read_text(encoding="utf-8"))["pairs"]:
        right[bool(pair["accept"])].append(_right(pair, frames))
    assert sum(right[True]) >= least_links * len(right[True])
    assert sum(right[False]) >= least_traps * len(right[False])


@pytest.mark.parametrize("name", STORIES)
def test_stories_of_wars_no_list_knows_are_linked_no_worse_than_before(name: str, tmp_path: Path) -> None:
    """Invented wars, with places and parties that no list has: what the rules do on a war they were not made for."""
    least_links, least_traps = STORIES[name]
    stories = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    rows = tmp_path / "stories.jsonl"
    rows.write_text("\n".join(json.dumps(report) for report in stories["reports"]), encoding="utf-8")
    frames = _frames(rows, ())
    right: dict[bool, list[bool]] = defaultdict(list)
    for pair in stories["pairs"]:
        right[bool(pair["accept"])].append(_right(pair, frames))
    assert sum(right[True]) >= least_links * len(right[True])
    assert sum(right[False]) >= least_traps * len(right[False])


def _frames(source: Path, packs: tuple[str, ...]) -> dict[str, list[Frame]]:
    pipeline = Pipeline.load(ReadingOptions(packs=packs))
    documents = [item for item in read([str(source)], DocumentOptions()) if isinstance(item, Document)]
    frames: dict[str, list[Frame]] = defaultdict(list)
    for reading in pipeline.read(documents):
        frames[reading.document.name] += frames_of(reading.document, reading.claims)
    return frames


def _right(pair: dict[str, Any], frames: dict[str, list[Frame]]) -> bool:
    links = [judge(x, y) for x in _near(pair["left"], frames) for y in _near(pair["right"], frames)]
    relations = {link.relation for link in links if link is not None}
    if relations & set(pair["never"]):
        return False
    return not pair["accept"] or bool(relations & set(pair["accept"]))


def _near(side: dict[str, Any], frames: dict[str, list[Frame]]) -> list[Frame]:
    """The claims that overlap the words of one side, as the scorer has it."""
    near = []
    for frame in frames[side["doc"]]:
        start, end = frame.claim.start, frame.claim.end
        common = min(end, side["end"]) - max(start, side["start"])
        union = max(end, side["end"]) - min(start, side["start"])
        if common > 0 and (common >= 0.3 * union or common >= 0.8 * min(end - start, side["end"] - side["start"])):
            near.append(frame)
    return near


@pytest.mark.parametrize("name", NAMES)
def test_stories_marked_whole_stay_as_precise_and_as_complete(name: str, pipeline: Pipeline) -> None:
    least_precision, least_recall = WHOLE[name]
    counted = tally(name, pipeline)
    assert counted.precision(*RELATIONS) >= least_precision
    assert counted.recall >= least_recall
