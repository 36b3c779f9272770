"""Review: decisions are kept beside the machine's reading and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import WRITE, Answer, browser, items

from fogline.ledger.rows import Review
from fogline.workspace import Workspace

TODAY = "2031-05-06T08:00:00Z"


@pytest.fixture
def desk(own: Workspace) -> Iterator[TestClient]:
    """The board of a ledger of one's own."""
    with browser(own) as client:
        yield client


def decide(desk: TestClient, claim_id: object, field: str, after: object, who: str = "Ines Okoro") -> Answer:
    body = {"claim_id": claim_id, "field": field, "after": after, "who": who}
    return desk.post("/api/v1/reviews", json=body, headers=WRITE)


def claim(desk: TestClient, claim_id: object) -> dict[str, Any]:
    found: dict[str, Any] = desk.get(f"/api/v1/claims/{claim_id}").json()["claim"]
    return found


def test_a_corrected_speaker_stands_beside_the_reading_until_undone(desk: TestClient) -> None:
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    kept = decide(desk, first["id"], "speaker", "Colonel Adaeze Bassi")
    assert kept.status_code == 201
    corrected = claim(desk, first["id"])
    assert corrected["review"]["state"] == "corrected"
    assert corrected["speaker"]["name"] == "Colonel Adaeze Bassi"
    assert corrected["review"]["machine"] == {"speaker": first["speaker"]}
    assert corrected["review"]["who"] == {"speaker": "Ines Okoro"}
    assert [row["id"] for row in items(desk.get("/api/v1/claims", params={"speaker": "Bassi"}))] == [first["id"]]
    undone = desk.post(f"/api/v1/reviews/{kept.json()['id']}/undo", json={"who": "Ines Okoro"}, headers=WRITE)
    assert undone.status_code == 200
    assert claim(desk, first["id"])["review"]["state"] == "proposed"
    assert claim(desk, first["id"])["speaker"] == first["speaker"]
    assert items(desk.get("/api/v1/claims", params={"speaker": "Bassi"})) == []
    history = items(desk.get("/api/v1/reviews"))
    assert [(row["after"], row["undone_by"]) for row in history] == [({"name": "Colonel Adaeze Bassi"}, "Ines Okoro")]


def test_a_place_is_looked_up_by_its_name_or_taken_as_chosen(desk: TestClient) -> None:
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    readings = items(desk.get("/api/v1/placenames", params={"name": "Kharkiv"}))
    assert (readings[0]["name"], readings[0]["precision"]) == ("Kharkiv", "town")
    decide(desk, first["id"], "places", [{"name": "Kharkiv"}])
    assert [place["id"] for place in claim(desk, first["id"])["places"]] == [readings[0]["id"]]
    decide(desk, first["id"], "places", [{"name": "Kharkiv", "id": readings[1]["id"]}])
    assert [place["id"] for place in claim(desk, first["id"])["places"]] == [readings[1]["id"]]
    assert desk.get("/api/v1/claims", params={"place": str(readings[1]["id"])}).json()["total"] == 1


def test_what_is_decided_leaves_the_queue_and_comes_back_when_undone(desk: TestClient) -> None:
    waiting = desk.get("/api/v1/reviews/queue").json()["total"]
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    kept = decide(desk, first["id"], "verdict", "accepted").json()
    assert desk.get("/api/v1/reviews/queue").json()["total"] == waiting - 1
    desk.post(f"/api/v1/reviews/{kept['id']}/undo", json={"who": "Ines Okoro"}, headers=WRITE)
    assert desk.get("/api/v1/reviews/queue").json()["total"] == waiting


def test_a_rejected_claim_leaves_the_charts(desk: TestClient) -> None:
    marks = [mark for series in items(desk.get("/api/v1/numbers")) for mark in series["marks"]]
    decide(desk, marks[0]["claim"], "verdict", "rejected")
    left = [mark for series in items(desk.get("/api/v1/numbers")) for mark in series["marks"]]
    assert marks[0]["claim"] not in {mark["claim"] for mark in left}


def test_moved_edges_give_the_words_between_them(desk: TestClient) -> None:
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    text = desk.get(f"/api/v1/reports/{first['document']['id']}").json()["text"]
    kept = decide(desk, first["id"], "evidence", [{"start": 0, "end": 10}]).json()
    assert kept["after"] == [{"start": 0, "end": 10, "text": text[:10]}]


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("verdict", "true"),
        ("stance", "shouts"),
        ("evidence", []),
        ("evidence", [{"start": 5, "end": 5}]),
        ("evidence", [{"start": 0, "end": 10**9}]),
        ("when", {"earliest": "2025-05-02", "latest": "2025-05-01"}),
        ("when", "soon"),
        ("quantities", {"low": "many", "high": 2, "unit": "count"}),
        ("confidence", 1),
        ("speaker", ""),
    ],
)
def test_a_decision_that_cannot_be_is_refused(desk: TestClient, field: str, after: object) -> None:
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    answer = decide(desk, first["id"], field, after)
    assert answer.status_code == 422
    assert items(desk.get("/api/v1/reviews")) == []


def test_a_decision_needs_a_claim_and_a_name(desk: TestClient) -> None:
    first = items(desk.get("/api/v1/reviews/queue"))[0]
    assert decide(desk, "c-none", "verdict", "accepted").status_code == 404
    assert decide(desk, first["id"], "verdict", "accepted", who=" ").status_code == 422
    assert desk.post("/api/v1/reviews/r-none/undo", json={"who": "Ines"}, headers=WRITE).status_code == 404


def test_claims_that_clash_come_first(desk: TestClient) -> None:
    clashes = [int(str(row["clashes"])) for row in items(desk.get("/api/v1/reviews/queue"))]
    assert clashes == sorted(clashes, reverse=True)
    assert clashes[0] > 0


def test_a_decision_goes_to_the_claim_that_took_the_place_of_its_own(own: Workspace) -> None:
    claim_now, report = own.claims()[0]
    earlier = Review(
        *("r-1", "c-of-an-older-reader", report.id, claim_now.start, claim_now.end + 2, "kind", '"other"', '"attack"'),
        *("Ines Okoro", TODAY),
    )
    own.review(earlier)
    own.review(replace(earlier, id="r-2", start=len(report.text) + 50, end=len(report.text) + 60, after='"aid"'))
    with browser(own) as desk:
        assert claim(desk, claim_now.id)["review"]["corrections"] == {"kind": "attack"}
        assert claim(desk, claim_now.id)["kind"] == "attack"
