"""Every number, place and date that a command shows stands in its evidence or sentence, or is marked as derived.

Read from all texts of the gate and, where they lie beside the project, from 500 rows of RUWA picked by a seed.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from gate.links.gold import read_pairs
from gate.marked import gold_reports

from fogline.config import ReadingOptions
from fogline.exports.contract import claim_object
from fogline.exports.geojson import feature_collection
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.views.dating import said_on, speaks_for
from fogline.workspace import Workspace

Row = Mapping[str, Any]

GATE = Path(__file__).parents[2] / "gate"
RUWA = Path(__file__).parents[3] / "shared" / "data" / "ruwa.jsonl"
ROWS, SEED = 500, 7
PLAIN = re.compile(r"(?:about |some |nearly |over |more than |at least )?(\d{1,3}(?:,\d{3})+|\d+)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SOURCES = ("gate", "ruwa")


def gate_texts() -> Iterator[dict[str, str]]:
    for _, document in gold_reports():
        yield {"id": document.name, "text": document.text, "published_at": document.published_at or ""}
    for pair in read_pairs():
        for document in (pair.left, pair.right):
            row = {"id": document.name, "text": document.text, "published_at": document.published_at or ""}
            yield {**row, "publisher": document.publisher or ""}
    for path in sorted(GATE.glob("*/*.txt")):
        if path.parent.name in ("times", "quantities", "places", "events"):
            yield {"id": f"{path.parent.name}-{path.stem}", "text": path.read_text(encoding="utf-8")}


def ruwa_rows() -> Iterator[dict[str, str]]:
    if not RUWA.exists():
        pytest.skip(f"{RUWA} is not here")
    lines = RUWA.read_text(encoding="utf-8").splitlines()
    yield from (json.loads(line) for line in random.Random(SEED).sample(lines, ROWS))


@pytest.fixture(scope="module", params=SOURCES)
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    rows = list(gate_texts() if request.param == "gate" else ruwa_rows())
    folder = tmp_path_factory.mktemp("shown")
    source = folder / "rows.jsonl"
    source.write_text("".join(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in rows), encoding="utf-8")
    with Workspace.open(folder / "shown.ledger") as opened:
        opened.read([str(source)], reading=ReadingOptions(packs=("russia-ukraine",)))
        yield opened


def claims_of(workspace: Workspace) -> list[tuple[Claim, Document]]:
    found = list(workspace.claims())
    assert len(found) > 100
    return found


def test_each_field_of_a_claim_stands_where_it_says(workspace: Workspace) -> None:
    for claim, document in claims_of(workspace):
        row: Row = claim_object(claim, document)
        stretches = [row["sentence"], *row["evidence"]]
        for place in row["places"]:
            assert place["derived"] or within(place, stretches), place
        for time in (row["when"], row["said_at"]):
            assert time is None or time["derived"] or within(time, stretches), time
            assert time is None or years_agree(time), time
        for number in row["quantities"]:
            assert within(number, row["evidence"]), number
            assert value_agrees(number), number


def test_words_are_those_of_the_report(workspace: Workspace) -> None:
    for claim, document in claims_of(workspace):
        row: Row = claim_object(claim, document)
        shown = [*row["places"], *row["quantities"], *(t for t in (row["when"], row["said_at"]) if t)]
        assert [p for p in shown if document.text[p["start"] : p["end"]] != p["text"]] == []


def test_places_and_days_of_the_control_table_stand_in_the_cited_sentences(workspace: Workspace) -> None:
    known = {claim.id: (claim, document) for claim, document in claims_of(workspace)}
    for cell in cast("list[Row]", workspace.control().to_json()["cells"]):
        for citation in cell["citations"]:
            claim, document = known[citation["claim"]]
            assert not cell["place_id"] or place_is_shown(cell["place_id"], citation, claim), cell
            date = speaks_for(claim, document)  # a cell joins claims that speak for one day by different clocks
            assert date.day == cell["date"]
            assert day_is_shown(date.day, date.clock, citation, claim), cell


def test_figures_stand_in_the_words_they_are_shown_with(workspace: Workspace) -> None:
    known = {claim.id: claim for claim, _ in claims_of(workspace)}
    for series in workspace.numbers():
        shown: Row = series.to_json()
        assert shown["figures"]
        for figure in shown["figures"]:
            citation = figure["citation"]
            claim = known[citation["claim"]]
            assert any(figure["words"] in piece.text for piece in claim.evidence), figure
            assert figure["derived"] or bounds_told(figure, claim), figure
            assert day_is_shown(figure["date"], figure["clock"], citation, claim), figure
        place = (shown["place"] or "").removesuffix(" and elsewhere") or None
        cited = [figure["citation"] for figure in shown["figures"]]
        assert any(place_named(place, citation, known[citation["claim"]]) for citation in cited), place


def test_times_and_places_of_the_timeline_stand_in_the_cited_sentences(workspace: Workspace) -> None:
    known = {claim.id: claim for claim, _ in claims_of(workspace)}
    rows = workspace.timeline().to_json()["rows"]
    assert rows
    for row in cast("list[Row]", rows):
        citation, claim = row["citation"], known[row["citation"]["claim"]]
        assert row["guessed"] or row["clock"] != "happened" or when_is_shown(citation, claim), row
        assert place_named(row["place"], citation, claim), row


def test_points_of_the_map_stand_in_their_sentences_or_are_derived(workspace: Workspace) -> None:
    claims = claims_of(workspace)
    known = {claim.id: claim for claim, _ in claims}
    features = cast("list[Row]", feature_collection(claims)["features"])
    assert features
    for feature in features:
        shown = feature["properties"]
        claim = known[shown["claim"]]
        named = [m for m in claim.places if m.place and m.place.id == shown["place_id"]]
        assert shown["derived"] or any(m.span.text in shown["sentence"] + shown["words"] for m in named), shown


def test_days_of_positions_are_those_of_their_claims(workspace: Workspace) -> None:
    known = {claim.id: (claim, document) for claim, document in claims_of(workspace)}
    positions = [position for standing in workspace.standings() for position in standing.positions]
    assert positions
    for position in positions:
        days = {said_on(*known[claim_id]).day for claim_id in position.claim_ids}
        days |= {speaks_for(*known[claim_id]).day for claim_id in position.claim_ids}
        assert {position.first, position.last} - {None} <= days, position


def within(shown: Row, stretches: Iterable[Row]) -> bool:
    """Whether words stand inside one of the stretches shown with them."""
    return any(s["start"] <= shown["start"] and shown["end"] <= s["end"] for s in stretches)


def years_agree(time: Row) -> bool:
    """Whether a year that the words name is one the value spans."""
    years = YEAR.findall(time["text"])
    ends = [end[:4] for end in (time["earliest"], time["latest"]) if end]
    return not years or not ends or any(min(ends) <= year <= max(ends) for year in years)


def value_agrees(number: Row) -> bool:
    """Whether a plain figure in the words is a bound of the value."""
    plain = PLAIN.fullmatch(number["text"])
    return plain is None or float(plain[1].replace(",", "")) in (number["low"], number["high"])


def bounds_told(figure: Row, claim: Claim) -> bool:
    """Whether the bounds shown are those of a number of the claim."""
    told = {(m.quantity.low, m.quantity.high) for m in claim.quantities if m.span.text == figure["words"]}
    return (figure["low"], figure["high"]) in told


def place_is_shown(place_id: str, citation: Row, claim: Claim) -> bool:
    """Whether the place is named in the words or sentence shown, or the citation says that it was taken over."""
    named = [m for m in claim.places if m.place and m.place.id == place_id]
    named = named or [m for m in claim.places if f"written:{m.span.text.casefold()}" == place_id]
    here = any(m.span.text in citation["sentence"] + citation["words"] for m in named if not m.derived)
    return here or "place" in citation["taken_over"]


def place_named(name: str | None, citation: Row, claim: Claim) -> bool:
    """Whether the place of that name is shown, or taken over."""
    if name is None or "place" in citation["taken_over"] or name in citation["sentence"]:
        return True
    named = [m for m in claim.places if name in (m.place.name if m.place else None, m.span.text)]
    return any(m.span.text in citation["sentence"] + citation["words"] for m in named)


def day_is_shown(day: str | None, clock: str | None, citation: Row, claim: Claim) -> bool:
    """Whether a day is read from words shown, is that of publication, or is marked as taken over."""
    if day is None or clock == "published":
        return True
    mention = claim.when if clock == "happened" else claim.said_at
    assert mention is not None
    return "time" in citation["taken_over"] or mention.span.text in citation["sentence"] + citation["words"]


def when_is_shown(citation: Row, claim: Claim) -> bool:
    """Whether the time of a claim is read from words shown."""
    return claim.when is not None and claim.when.span.text in citation["sentence"] + citation["words"]
