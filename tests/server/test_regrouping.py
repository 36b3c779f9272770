"""Merging and splitting questions over the board."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import WRITE, Answer, browser, items

from fogline.workspace import Workspace


@pytest.fixture
def desk(own: Workspace) -> Iterator[TestClient]:
    """The board of a ledger of one's own."""
    with browser(own) as client:
        yield client


def send(desk: TestClient, path: str, body: dict[str, object]) -> Answer:
    answer = desk.post(f"/api/v1{path}", json={"who": "Ines Okoro", **body}, headers=WRITE)
    while desk.get("/api/v1/reviews/comparing").json()["busy"]:
        time.sleep(0.02)
    return answer


def test_a_split_makes_a_question_that_undoing_takes_away(desk: TestClient) -> None:
    before = items(desk.get("/api/v1/questions"))
    question = max(before, key=lambda row: int(row["claims"]))
    positions = desk.get(f"/api/v1/questions/{question['id']}").json()["positions"]
    leaving = positions[0]["claims"][0]["id"]
    kept = send(
        desk, f"/questions/{question['id']}/split", {"claims": [leaving], "title": "Another matter", "why": "of May"}
    )
    assert kept.status_code == 201
    apart = desk.get(f"/api/v1/questions/{kept.json()['question']}").json()
    assert apart["question"]["title"] == "Another matter"
    assert [claim["id"] for one in apart["positions"] for claim in one["claims"]] == [leaving]
    assert [(row["field"], row["why"]) for row in apart["regrouped"]] == [("split", "of May")]
    merged = send(desk, f"/questions/{question['id']}/merge", {"other": kept.json()["question"]})
    assert merged.status_code == 201
    assert items(desk.get("/api/v1/questions"))[0]["claims"] == question["claims"]
    for decision in (merged, kept):
        assert send(desk, f"/reviews/{decision.json()['id']}/undo", {}).status_code == 200
    assert items(desk.get("/api/v1/questions")) == before


def test_what_cannot_be_regrouped_is_refused(desk: TestClient) -> None:
    question = items(desk.get("/api/v1/questions"))[0]["id"]
    assert send(desk, f"/questions/{question}/merge", {"other": question}).status_code == 422
    assert send(desk, f"/questions/{question}/merge", {"other": "q-none"}).status_code == 404
    assert send(desk, f"/questions/{question}/split", {"claims": ["c-none"], "title": "x"}).status_code == 422
    assert send(desk, "/questions/q-none/split", {"claims": ["c-none"], "title": "x"}).status_code == 404
    assert items(desk.get("/api/v1/reviews")) == []
