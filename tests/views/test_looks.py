"""Time, places and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import PORT, PROVINCE, Told, cited

from fogline.exports.geojson import feature_collection
from fogline.ledger.rows import ClaimFilter
from fogline.records.mentions import TimeMention, TimePrecision, TimeRange
from fogline.records.spans import Span
from fogline.views.dating import label_of
from fogline.views.map import place_map
from fogline.views.sources import OWN_VOICE, source_table
from fogline.views.timeline import timeline
from fogline.workspace import Workspace

VERIDIA = Told(who="Ana Berisso", side="Veridia")


@pytest.mark.parametrize(
    ("first", "last", "precision", "label"),
    [
        ("2031-05-04", "2031-05-04", "day", "2031-05-04"),
        ("2031-05-01", "2031-05-31", "month", "2031-05"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2031-05-05", "2031-05-11", "week", "2031-05-05 to 2031-05-11"),
        ("2031-05-04T10:42", "2031-05-04T10:42", "minute", "2031-05-04 10:42"),
        (None, "2031-05-04", "day", "by 2031-05-04"),
        ("2031-05-01", None, "month", "from 2031-05-01"),
    ],
)
def test_a_time_is_shown_as_precisely_as_it_is_known(
    first: str | None, last: str | None, precision: str, label: str
) -> None:
    assert label_of(TimeRange("X", first, last, precision, "stated")) == label  # type: ignore[arg-type]


def test_the_timeline_counts_what_says_no_time() -> None:
    days = (("2031-05-04", "2031-05-04"), None, ("2031-05-01", "2031-05-31"), (None, "2031-05-02"))
    claims = [cited(f"deed {n}", replace(VERIDIA, happened=day)) for n, day in enumerate(days)]
    found = timeline(claims, said=False)
    assert [row.citation.words for row in found.rows] == ["deed 2", "deed 3", "deed 0"]
    assert found.undated == 1


def test_news_without_a_time_stands_on_the_day_it_was_told_and_says_so() -> None:
    told = cited("we hold the port", replace(VERIDIA, happened=None, said="2031-05-05"))
    wire = cited("shells fell on the port", replace(VERIDIA, happened=None, kind="attack", said=None))
    plan = cited("we will take the port", replace(VERIDIA, happened=None, status="planned"))
    wish = cited("peace for the port", replace(VERIDIA, happened=None, kind="demand"))
    found = timeline([told, wire, plan, wish])
    assert [(row.label, row.clock) for row in found.rows] == [("2031-05-05", "said"), ("2031-05-06", "published")]
    assert (found.undated, found.total) == (2, 2)


def test_a_timeline_is_of_the_days_asked_for() -> None:
    days = (("2031-05-01", "2031-05-01"), ("2031-05-03", "2031-05-05"), ("2031-05-09", "2031-05-09"))
    claims = [cited(f"deed {n}", replace(VERIDIA, happened=day)) for n, day in enumerate(days)]
    found = timeline(claims, since="2031-05-04", until="2031-05-08")
    assert [row.citation.words for row in found.rows] == ["deed 1"]


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("as of April 15, 1982 killed civilians were counted", "1982-04-15", "1982-04-15", "day"),
        ("a wooden church of the 19th century burned", "1800-01-01", "1899-12-31", "year"),
        ("the ban imposed after the 2011 flood was lifted", "2011-01-01", "2011-12-31", "year"),
        ("they fell back as in 2014", "2014-01-01", "2014-12-31", "year"),
    ],
)
def test_years_read_out_of_counts_and_named_by_the_way_are_no_time_of_the_deed(
    words: str, first: str, last: str, precision: TimePrecision
) -> None:
    claim, report = cited(words, replace(VERIDIA, kind="attack"))
    year = first[:4] if first[:4] in words else "19th"
    at = claim.sentence.text.index(year)
    time = TimeRange("X", first, last, precision, "stated")
    (row,) = timeline([(replace(claim, when=TimeMention(Span(at, at + 4, year), 0, time)), report)]).rows
    assert (row.label, row.clock) == ("2031-05-06", "published")


def test_a_deed_of_years_ago_keeps_its_year() -> None:
    claim, report = cited("the port was taken in 2014", VERIDIA)
    at = claim.sentence.text.index("2014")
    time = TimeRange("2014", "2014-01-01", "2014-12-31", "year", "stated")
    (row,) = timeline([(replace(claim, when=TimeMention(Span(at, at + 4, "2014"), 0, time)), report)]).rows
    assert (row.label, row.clock) == ("2014", "happened")


def test_only_towns_and_spots_get_a_point() -> None:
    claims = [cited("we hold the port", replace(VERIDIA, places=(PORT, PROVINCE))), cited("so be it", Told(places=()))]
    collection = feature_collection(claims)
    features = collection["features"]
    assert isinstance(features, list)
    assert collection["without_place"] == 1
    shapes = [(item["geometry"], item["properties"]["precision"]) for item in features]  # type: ignore[index, call-overload]
    assert shapes == [({"type": "Point", "coordinates": [41.25, 12.5]}, "town"), (None, "region")]


def test_the_middle_of_a_region_says_that_it_is_one() -> None:
    features = feature_collection([cited("we hold it", replace(VERIDIA, places=(PROVINCE,)))], centroids=True)[
        "features"
    ]
    assert features[0]["properties"]["geometry_is"] == "centroid"  # type: ignore[index, call-overload]


def test_a_feature_carries_claim_side_stance_and_sentence() -> None:
    claim, report = cited("we hold the port", VERIDIA)
    properties = feature_collection([(claim, report)])["features"][0]["properties"]  # type: ignore[index, call-overload]
    assert properties["claim"] == claim.id  # type: ignore[index, call-overload]
    assert (properties["side"], properties["stance"]) == ("Veridia", "asserts")  # type: ignore[index, call-overload]
    assert properties["sentence"] == claim.sentence.text  # type: ignore[index, call-overload]


def test_places_count_claims_by_party() -> None:
    found = place_map(
        [cited("one", VERIDIA), cited("two", VERIDIA), cited("three", Told()), cited("x", Told(places=()))]
    )
    assert found.unplaced == 1
    assert found.rows[0].parties == (("Veridia", 2), ("Wire", 1))


def test_a_report_that_quotes_one_side_alone_is_called_so() -> None:
    ostria = replace(VERIDIA, who="Jan Korda", side="Ostria", report="b.txt")
    claims = [cited("a thing", VERIDIA), cited("a second", replace(VERIDIA, report="b.txt")), cited("a third", ostria)]
    table = source_table([*claims, (replace(claims[0][0], id="c-other"), claims[0][1]), cited("own", Told())])
    told = {balance.leading: balance.one_sided for balance in table.reports if balance.leading == "Veridia"}
    assert told
    assert any(balance.one_sided and balance.share == 1.0 for balance in table.reports)
    assert table.sides[-1] == OWN_VOICE
    assert sum(row.count("Veridia") for row in table.publishers) == 3


def test_every_claim_of_a_ledger_is_in_every_view_or_counted(workspace: Workspace) -> None:
    total = len(workspace.claims())
    found, places, table = workspace.timeline(), workspace.place_map(), workspace.sources()
    assert len(found.rows) + found.undated == total
    assert len({i for row in places.rows for i in row.claim_ids}) + places.unplaced == total
    assert len({i for row in table.publishers for cell in row.carried for i in cell.claim_ids}) == total


def test_what_was_published_later_is_not_seen_before(workspace: Workspace) -> None:
    early = workspace.sources(ClaimFilter(as_of="2025-03-17", clock="published"))
    assert [row.publisher for row in early.publishers] == ["Valley Wire"]
