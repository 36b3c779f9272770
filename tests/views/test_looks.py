"""Time, places and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import PORT, PROVINCE, Told, cited

from fogline.exports.geojson import feature_collection
from fogline.ledger.rows import ClaimFilter
from fogline.records.mentions import TimeRange
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
    found = timeline(cited(f"deed {n}", replace(VERIDIA, happened=day)) for n, day in enumerate(days))
    assert [row.citation.words for row in found.rows] == ["deed 2", "deed 3", "deed 0"]
    assert found.undated == 1


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
