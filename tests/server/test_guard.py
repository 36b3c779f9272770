"""Who may ask, who may write, and what leaves with every answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import WRITE, browser

from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace


def test_every_answer_forbids_scripts_from_elsewhere_and_inline(board: TestClient) -> None:
    for address in ("/", "/api/v1/summary", "/api/v1/nothing", "/static/none.js"):
        policy = board.get(address).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_for_this_server_is_refused(board: TestClient, host: str) -> None:
    assert board.get("/api/v1/summary", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {**WRITE, "origin": "https://evil.example"},
        {**WRITE, "sec-fetch-site": "cross-site"},
    ],
)
def test_a_write_from_another_site_is_refused(board: TestClient, headers: dict[str, str]) -> None:
    assert board.post("/api/v1/reviews", json={}, headers=headers).status_code == 403


def test_an_open_address_asks_for_its_token(valley: Workspace) -> None:
    options = ServerOptions(token="a-long-secret", hosts=("*",))
    with browser(valley, options) as client:
        assert client.get("/api/v1/summary").status_code == 401
        assert client.get("/api/v1/summary", params={"token": "wrong"}).status_code == 401
        bearer = {"authorization": "Bearer a-long-secret"}
        assert client.get("/api/v1/summary", headers=bearer).status_code == 200
        first = client.get("/", params={"token": "a-long-secret"})
        assert "SameSite=Strict" in first.headers["set-cookie"]
        assert "HttpOnly" in first.headers["set-cookie"]
        assert client.get("/api/v1/summary").status_code == 200  # by the cookie


def test_too_much_at_once_is_refused(valley: Workspace) -> None:
    with browser(valley, ServerOptions(upload_limit_bytes=1_000)) as client:
        assert client.post("/api/v1/reviews", content=b"x" * 2_000, headers=WRITE).status_code == 413


def test_too_much_without_a_length_is_refused_too(valley: Workspace) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\ncontent-disposition: form-data; name="text"\r\n\r\n'
        for _ in range(50):
            yield b"x" * 1_000

    headers = {**WRITE, "content-type": "multipart/form-data; boundary=x"}
    with browser(valley, ServerOptions(upload_limit_bytes=10_000)) as client:
        answer = client.post("/api/v1/reports", content=endless(), headers=headers)
        assert 400 <= answer.status_code < 500
