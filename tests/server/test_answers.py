"""Answers that are made once: the same bytes, never those of another address, another state or before a decision."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.types import Scope

from fogline.exports.contract import JsonObject
from fogline.server.answers import Answers
from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace

from .conftest import WRITE, browser, items

VIEWS = ("/brief", "/brief?place=Tarn", "/questions", "/claims", "/numbers", "/timeline", "/summary", "/reports")


def asked(path: str, query: bytes = b"", *headers: tuple[bytes, bytes]) -> Scope:
    """What the server is told of a read."""
    return {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": [*headers]}


@pytest.fixture
def desk(own: Workspace) -> Iterator[TestClient]:
    """A board that a test may write to."""
    with browser(own) as client:
        yield client


@pytest.mark.parametrize("view", VIEWS)
def test_an_answer_that_is_ready_is_the_one_that_was_made(valley: Workspace, view: str) -> None:
    with browser(valley) as client:
        made = client.get(f"/api/v1{view}")
        ready = client.get(f"/api/v1{view}")
        again = client.get(f"/api/v1{view}", headers={"if-none-match": made.headers["etag"]})
    assert made.status_code == ready.status_code == 200
    assert ready.content == made.content
    assert dict(ready.headers) == dict(made.headers)
    assert again.status_code == 304
    assert not again.content


def test_what_is_ready_is_for_those_with_the_token_alone(valley: Workspace) -> None:
    with browser(valley, ServerOptions(token="let-me-in")) as client:
        allowed = {"authorization": "Bearer let-me-in"}
        assert client.get("/api/v1/brief", headers=allowed).status_code == 200
        assert client.get("/api/v1/brief", headers=allowed).status_code == 200
        assert client.get("/api/v1/brief").status_code == 401


def test_nothing_is_ready_before_it_was_made_nor_after_something_was_written(valley: Workspace) -> None:
    answers = Answers(valley)
    scope = asked("/a")
    assert answers.ready(scope) is None
    answers.give(Request(scope), lambda: {"told": 1})
    ready = answers.ready(scope)
    assert ready is not None
    assert ready.body == b'{"told":1}'
    answers.forget()
    assert answers.ready(scope) is None


def test_what_is_asked_differently_is_answered_by_itself(valley: Workspace) -> None:
    answers = Answers(valley)
    answers.give(Request(asked("/reports/a", b"b")), lambda: {"report": "a"})
    assert answers.ready(asked("/reports/a?b")) is None
    assert answers.ready(asked("/reports/a", b"c")) is None


def test_after_a_decision_every_page_tells_of_it_at_once(desk: TestClient) -> None:
    pages = ("/claims", "/brief", "/reviews")
    before = {page: desk.get(f"/api/v1{page}").json() for page in pages}
    claim = items(desk.get("/api/v1/claims"))[0]
    decision = {"claim_id": claim["id"], "field": "verdict", "after": "rejected", "who": "Ann Roe"}
    done = desk.post("/api/v1/reviews", json=decision, headers=WRITE)
    assert done.status_code == 201, done.text
    after = {page: desk.get(f"/api/v1{page}").json() for page in pages}
    assert claim["id"] not in {item["id"] for item in after["/claims"]["items"]}
    assert after["/reviews"] != before["/reviews"]
    assert claim["text"] not in str(after["/brief"])


def test_an_answer_begun_before_a_view_was_made_anew_is_not_kept(valley: Workspace) -> None:
    answers = Answers(valley)

    def late() -> JsonObject:
        answers.drop()
        return {"told": "of before"}

    assert answers.give(Request(asked("/a")), late).body == b'{"told":"of before"}'
    assert answers.ready(asked("/a")) is None


def test_what_twenty_ask_at_once_is_made_once(valley: Workspace) -> None:
    answers, made, together = Answers(valley), [], threading.Barrier(20)

    def make() -> JsonObject:
        made.append(1)
        return {"told": len(made)}

    def ask() -> None:
        together.wait()
        answers.give(Request(asked("/a")), make)

    readers = [threading.Thread(target=ask) for _ in range(20)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(made) == 1


def test_answers_are_kept_up_to_their_bound_the_least_asked_for_go(
    valley: Workspace,
) -> None:
    answers = Answers(valley, limit_bytes=100)
    for path in ("/a", "/b", "/c", "/d"):
        answers.give(Request(asked(path)), lambda: {"told": "x" * 30})
        answers.ready(asked("/a"))
    kept = [path for path in ("/a", "/b", "/c", "/d") if answers.ready(asked(path)) is not None]
    assert kept == ["/a", "/d"]
