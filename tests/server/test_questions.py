"""The board of disputes: who says what on one matter, beside each other, and the brief made of it."""

from __future__ import annotations

from html import unescape

from fastapi.testclient import TestClient
from tests.server.conftest import items


def test_the_dispute_over_the_bridge_is_a_question_with_both_sentences(board: TestClient) -> None:
    rows = items(board.get("/api/v1/questions"))
    disputed = [row for row in rows if row["state"] == "disputed"]
    assert disputed
    question = board.get(f"/api/v1/questions/{disputed[0]['id']}").json()
    sentences = " ".join(
        claim["sentence"]["text"] for position in question["positions"] for claim in position["claims"]
    )
    assert "The rebels denied that they had lost the bridge." in sentences
    assert "Army holds the bridge" in sentences or "retaken the bridge" in sentences
    assert any(link["relation"] == "clashes" and link["reason"] for link in question["links"])


def test_the_most_disputed_come_first(board: TestClient) -> None:
    clashes = [row["clashes"] for row in items(board.get("/api/v1/questions"))]
    assert clashes == sorted(clashes, key=lambda number: -int(str(number)))


def test_questions_are_filtered_by_state_and_words(board: TestClient) -> None:
    every = board.get("/api/v1/questions").json()
    for state, number in every["states"].items():
        assert board.get("/api/v1/questions", params={"state": state}).json()["total"] == number
    assert board.get("/api/v1/questions", params={"q": "BRIDGE"}).json()["total"] > 0
    assert board.get("/api/v1/questions", params={"q": "submarine"}).json()["total"] == 0


def test_questions_come_a_page_at_a_time(board: TestClient) -> None:
    every = [row["id"] for row in items(board.get("/api/v1/questions"))]
    first = board.get("/api/v1/questions", params={"limit": 1}).json()
    assert [row["id"] for row in first["items"]] == every[:1]
    assert (first["next"] is None) == (len(every) == 1)


def test_an_unknown_question_is_404(board: TestClient) -> None:
    assert board.get("/api/v1/questions/q-none").status_code == 404


def test_every_sentence_of_the_brief_cites_the_exact_words(board: TestClient) -> None:
    sections = board.get("/api/v1/brief").json()["sections"]
    assert sections
    for sentence in (one for section in sections for matter in section["matters"] for one in matter["sentences"]):
        citation = sentence["citation"]
        text = board.get(f"/api/v1/reports/{citation['document']}").json()["text"]
        assert text[citation["start"] : citation["end"]].startswith(citation["words"][:10])


def test_the_brief_is_a_file_in_both_forms(board: TestClient) -> None:
    sentence = board.get("/api/v1/brief").json()["sections"][0]["matters"][0]["sentences"][0]
    assert board.get("/api/v1/brief.md").text == board.get("/api/v1/brief").json()["markdown"]
    page = board.get("/api/v1/brief.html")
    assert page.headers["content-disposition"].startswith("attachment")
    assert sentence["text"] in unescape(page.text)


def test_a_question_stands_as_it_did_on_a_day(board: TestClient) -> None:
    now = items(board.get("/api/v1/questions"))
    assert items(board.get("/api/v1/questions", params={"as_of": "2025-03-15"})) == []
    later = items(board.get("/api/v1/questions", params={"as_of": "2031-01-01", "clock": "read"}))
    assert [row["id"] for row in later] == [row["id"] for row in now]
    gone = board.get(f"/api/v1/questions/{now[0]['id']}", params={"as_of": "2025-03-15"})
    assert gone.status_code == 404


def test_a_question_tells_each_position_in_its_own_words_and_each_clash_once(board: TestClient) -> None:
    row = next(row for row in items(board.get("/api/v1/questions")) if row["state"] == "disputed")
    question = board.get(f"/api/v1/questions/{row['id']}").json()
    for position in question["positions"]:
        assert position["statement"]["claim"] == position["claims"][0]["id"]
        assert position["stance"] == position["statement"]["stance"]
    clashing = sorted(link["id"] for link in question["links"] if link["relation"] == "clashes")
    assert clashing
    assert sorted(link for pair in question["facing"] for link in pair["links"]) == clashing
    assert all(pair["why"] and "”" not in pair["why"] for pair in question["facing"])
