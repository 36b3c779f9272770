"""What the charts draw is what the claims say: bounds, dates and who is said to hold what."""

from __future__ import annotations

import json

from fastapi.testclient import TestClient
from tests.server.conftest import items

from fogline.workspace import Workspace


def test_places_count_their_claims(board: TestClient) -> None:
    place = items(board.get("/api/v1/places"))[0]
    assert place["name"] == "Maiduguri"
    found = board.get("/api/v1/claims", params={"place": str(place["id"])}).json()["total"]
    assert place["claims"] == found


def test_charts_show_what_the_command_line_shows(board: TestClient, valley: Workspace) -> None:
    assert [row["id"] for row in items(board.get("/api/v1/places"))] == [r.place.id for r in valley.place_map().rows]
    marks = [mark["claim"] for mark in items(board.get("/api/v1/timeline"))]
    assert marks == [row.citation.claim_id for row in valley.timeline(said=False).rows]
    assert [one["title"] for one in items(board.get("/api/v1/numbers"))] == [one.title for one in valley.numbers()]
    sections = board.get("/api/v1/brief").json()["sections"]
    assert sections == [section.to_json() for section in valley.brief().sections]


def test_control_tells_claimed_from_denied(board: TestClient) -> None:
    cells = [cell for place in items(board.get("/api/v1/places")) for cell in place["control"]]
    assert cells
    assert {cell["manner"] for cell in cells} <= {"claimed", "denied", "contested", "reported", "not"}


def test_the_clock_takes_away_what_was_published_later(board: TestClient) -> None:
    before = board.get("/api/v1/places", params={"as_of": "2025-03-15"}).json()["items"]
    after = board.get("/api/v1/places", params={"as_of": "2025-03-16"}).json()["items"]
    assert (before, len(after)) == ([], 1)


def test_numbers_keep_their_bounds_and_lead_to_their_words(board: TestClient) -> None:
    marks = [mark for series in items(board.get("/api/v1/numbers")) for mark in series["marks"]]
    dead = next(mark for mark in marks if mark["low"] == 14)
    assert dead["high"] == 14
    text = board.get(f"/api/v1/reports/{dead['report']}").json()["text"]
    assert dead["text"] in text
    assert dead["words"] in text


def test_the_timeline_counts_what_it_leaves_out(board: TestClient) -> None:
    answer = board.get("/api/v1/timeline").json()
    total = board.get("/api/v1/claims").json()["total"]
    assert len(answer["items"]) + answer["left_out"] + answer["without_date"] == total
    assert all(mark["earliest"] or mark["latest"] for mark in answer["items"])


def test_the_base_map_knows_regions_by_their_codes(board: TestClient) -> None:
    answer = board.get("/api/v1/basemap")
    regions = {region["id"]: region for region in json.loads(answer.text)["objects"]["regions"]["geometries"]}
    assert regions["RU-KRS"]["properties"]["country"] == "RU"
    assert regions["UA-43"]["properties"]["disputed"]
    again = board.get("/api/v1/basemap", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
