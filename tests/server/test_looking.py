"""Every page has its JSON: what is in the ledger comes out as it is, a page at a time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import LIGHT, browser, items

from fogline.workspace import Workspace


def test_reports_are_listed_with_their_shares(board: TestClient) -> None:
    rows = items(board.get("/api/v1/reports"))
    assert [row["name"] for row in rows] == ["army.md", "rebels.txt"]
    assert rows[0]["publisher"] == "Valley Wire"


def test_a_report_comes_with_text_and_claims_that_point_into_it(board: TestClient) -> None:
    report = board.get("/api/v1/reports/rebels.txt").json()
    assert report["claims"]
    for claim in report["claims"]:
        for span in (*claim["evidence"], claim["cue"]):
            assert span is None or report["text"][span["start"] : span["end"]] == span["text"]


def test_claims_come_a_page_at_a_time_and_none_twice(board: TestClient) -> None:
    whole = [row["id"] for row in items(board.get("/api/v1/claims"))]
    seen: list[object] = []
    after: str | None = None
    while True:
        page = board.get("/api/v1/claims", params={"limit": 2, **({"after": after} if after else {})}).json()
        seen += [row["id"] for row in page["items"]]
        assert page["total"] == len(whole)
        after = page["next"]
        if after is None:
            break
    assert seen == whole


@pytest.mark.parametrize(
    ("query", "expected"),
    [({"stance": "denies"}, {"denies"}), ({"stance": "declines"}, {"declines"})],
)
def test_claims_are_filtered(board: TestClient, query: dict[str, str], expected: set[str]) -> None:
    assert {row["stance"] for row in items(board.get("/api/v1/claims", params=query))} == expected


def test_search_finds_words_and_nothing_is_an_answer_too(board: TestClient) -> None:
    assert items(board.get("/api/v1/claims", params={"q": "market"}))
    assert items(board.get("/api/v1/claims", params={"q": "submarine"})) == []


def test_one_claim_comes_with_its_links_and_decisions(board: TestClient) -> None:
    claim_id = items(board.get("/api/v1/claims", params={"q": "bridge"}))[0]["id"]
    answer = board.get(f"/api/v1/claims/{claim_id}").json()
    assert answer["claim"]["id"] == claim_id
    assert answer["reviews"] == []
    assert all(claim_id in (link["left_id"], link["right_id"]) for link in answer["links"])


def test_links_of_a_report_that_was_replaced_come_only_when_asked_for(folder: Path, own: Workspace) -> None:
    held = list(own.links())
    (folder / "army.md").rename(folder / "kept")
    try:
        (folder / "army.md").write_text(
            (folder / "kept").read_text(encoding="utf-8") + "\nIt rained.\n", encoding="utf-8"
        )
        own.read([str(folder)], reading=LIGHT)
    finally:
        (folder / "kept").replace(folder / "army.md")
    with browser(own) as client:
        now = items(client.get("/api/v1/links"))
        every = client.get("/api/v1/links", params={"retired": True}).json()
    assert [row["id"] for row in now] == [link.id for link in own.links()]
    gone = [row for row in every["items"] if row["retired_at"]]
    assert {row["id"] for row in gone} == {link.id for link in held}
    assert every["total"] == len(gone) + len(now) == len(every["items"])


@pytest.mark.parametrize("path", ["claims/c-0000", "reports/nothing.txt", "nothing", "..%2F..%2Fetc%2Fpasswd"])
def test_what_is_not_there_is_404_in_words(board: TestClient, path: str) -> None:
    answer = board.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "query", [{"since": "soon"}, {"limit": "0"}, {"kind": "gossip"}, {"after": "c-none"}, {"q": "\x00"}]
)
def test_a_wrong_question_is_no_server_error(board: TestClient, query: dict[str, str]) -> None:
    assert board.get("/api/v1/claims", params=query).status_code in (400, 422)


def test_an_answer_that_the_reader_has_is_not_sent_again(board: TestClient) -> None:
    first = board.get("/api/v1/claims")
    again = board.get("/api/v1/claims", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_csv_holds_a_row_for_each_claim(board: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(board.get("/api/v1/claims.csv").text)))
    assert len(rows) == board.get("/api/v1/claims").json()["total"]


def test_geojson_holds_a_point_for_each_resolved_place(board: TestClient) -> None:
    features = board.get("/api/v1/claims.geojson").json()["features"]
    assert {feature["properties"]["place"] for feature in features} == {"Maiduguri"}


def test_json_lines_are_the_claims(board: TestClient) -> None:
    lines = [json.loads(line) for line in board.get("/api/v1/claims.jsonl").text.splitlines()]
    assert lines == board.get("/api/v1/claims", params={"limit": 500}).json()["items"]


def test_speakers_are_counted(board: TestClient) -> None:
    rows = items(board.get("/api/v1/speakers"))
    assert next(row for row in rows if row["name"] == "Idris Bello")["statements"] == 2


def test_what_was_skipped_is_shown_with_its_reason(board: TestClient) -> None:
    rows = items(board.get("/api/v1/failures"))
    assert [(row["source"], row["reason"]) for row in rows if row["reason"] == "empty"] == [("empty.txt", "empty")] * (
        len(rows)
    )
    assert rows


def test_no_path_of_the_server_is_shown(board: TestClient, folder: Path, valley: Workspace) -> None:
    for address in ("reports", "reports/army.md", "claims", "failures", "summary", "claims.csv", "claims.jsonl"):
        text = board.get(f"/api/v1/{address}").text
        assert str(folder) not in text
        assert valley.ledger.place not in text


def test_the_description_of_the_api_lists_every_address(board: TestClient) -> None:
    paths = board.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/reports", "/api/v1/claims", "/api/v1/claims/{claim_id}", "/api/v1/speakers"} <= paths.keys()
