"""Floors for places: the marked reports of the project, LGL and TR-News, the coordinates of the claims, the speed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from fogline.data.gazetteer import Gazetteer, distance_km
from fogline.mentions.places import PlaceFinder
from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention
from fogline.sentences.reader import SentenceReader
from gate.places.gold import Counts, read_reports, score

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
PLACES, CLAIMS, REPORTS = SHARED / "gold/places", SHARED / "gold/claims/reports_000_002_003.json", SHARED / "reports"
NEAR_KM = 161.0  # 100 miles, the distance the literature on toponyms counts as right
FLOORS = {"precision": 0.95, "recall": 0.95, "resolved": 0.93, "metonym": 0.93}


@cache
def _finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open())


@cache
def _reader() -> SentenceReader:
    return SentenceReader.load()


def _mentions(documents: list[Document]) -> list[tuple[PlaceMention, ...]]:
    read = _reader().read(documents)
    return [_finder().find(document, sentences) for document, sentences in zip(documents, read, strict=True)]


def test_the_places_of_the_marked_reports_are_found_and_right() -> None:
    reports, counts = read_reports(HERE / "gold.txt"), Counts()
    for report, mentions in zip(reports, _mentions([report.document for report in reports]), strict=True):
        score(report, mentions, counts)
    shares = counts.shares()
    low = {name: shares[name] for name, floor in FLOORS.items() if shares[name] < floor}
    assert low == {}, "\n".join(counts.misses)


def _document(name: str, text: str) -> Document:
    return Document(name, name, name, text, name)


@pytest.mark.skipif(not CLAIMS.exists(), reason="the gold claims are not here")
def test_every_place_of_the_gold_claims_is_found_in_its_report() -> None:
    gold = json.loads(CLAIMS.read_text("utf-8"))
    wanted = {(claim["doc"], place) for claim in gold["claims"] for place in claim["place"]}
    names = sorted({name for name, _ in wanted})
    read = _mentions([_document(name, (REPORTS / name).read_text("utf-8")) for name in names])
    found = dict(zip(names, read, strict=True))
    assert [pair for pair in wanted if not _is_there(gold["coordinates"][pair[1]], found[pair[0]])] == []


def _is_there(point: list[float], mentions: tuple[PlaceMention, ...]) -> bool:
    latitude, longitude, tolerance = point
    return any(_away(mention, latitude, longitude) <= tolerance for mention in mentions)


def _away(mention: PlaceMention, latitude: float, longitude: float) -> float:
    place = mention.place
    if place is None or place.latitude is None or place.longitude is None:
        return float("inf")
    return distance_km((place.latitude, place.longitude), (latitude, longitude))


@pytest.mark.skipif(not PLACES.exists(), reason="the gold toponyms are not here")
@pytest.mark.parametrize(("name", "of_gold", "of_found"), [("lgl", 0.68, 0.86), ("trnews", 0.73, 0.88)])
def test_toponyms_of_others_are_resolved_within_100_miles(name: str, of_gold: float, of_found: float) -> None:
    rows = [json.loads(line) for line in (PLACES / f"{name}.jsonl").read_text("utf-8").split("\n") if line]
    read = _mentions([_document(row["id"], row["text"]) for row in rows[:SAMPLE]])
    gold = found = right = 0
    for row, mentions in zip(rows, read, strict=False):
        for toponym in row["toponyms"]:
            if toponym.get("latitude") is None:
                continue
            met = [m for m in mentions if m.span.start < toponym["end"] and toponym["start"] < m.span.end]
            gold, found = gold + 1, found + bool(met)
            right += any(_away(m, toponym["latitude"], toponym["longitude"]) <= NEAR_KM for m in met[:1])
    assert right / gold >= of_gold
    assert right / found >= of_found


SAMPLE = 60  # reports of each set; the whole sets are read by the scorer of the figures in the docs
