"""Add: pasted texts and files are read in the background; what cannot be read is told."""

from __future__ import annotations

import time
from typing import Any

from fastapi.testclient import TestClient
from tests.server.conftest import WRITE, Answer, browser, items

from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace

TEXT = "Mayor Lena Fofana said on Monday that 40 families had fled the village. The army denied the shelling."


def finished(desk: TestClient, answer: Answer) -> dict[str, Any]:
    """The job when it is over."""
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    for _ in range(300):
        job = desk.get(f"/api/v1/jobs/{job['id']}").json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def test_a_pasted_text_becomes_a_report_with_its_metadata(own: Workspace) -> None:
    with browser(own) as desk:
        form = {"text": TEXT, "title": "Families flee", "publisher": "Delta Post", "published_at": "2025-04-07"}
        job = finished(desk, desk.post("/api/v1/reports", data=form, headers=WRITE))
        assert (job["state"], job["reports"], job["failures"]) == ("done", 1, [])
        added = items(desk.get("/api/v1/reports"))[-1]
        assert (added["title"], added["publisher"], added["published_at"]) == (
            "Families flee",
            "Delta Post",
            "2025-04-07",
        )
        assert added["claims"]


def test_a_bad_file_is_told_and_a_good_one_beside_it_is_read(own: Workspace) -> None:
    with browser(own) as desk:
        files = [
            ("files", ("good.txt", TEXT.encode())),
            ("files", ("../../picture.txt", bytes(range(256)) * 50)),
            ("files", ("empty.txt", b"")),
        ]
        job = finished(desk, desk.post("/api/v1/reports", files=files, headers=WRITE))
        assert job["reports"] == 1
        assert {failure["source"] for failure in job["failures"]} == {"picture.txt", "empty.txt"}
        assert all(failure["meaning"] for failure in job["failures"])


def test_reading_the_same_text_again_adds_nothing(own: Workspace) -> None:
    with browser(own) as desk:
        first = finished(desk, desk.post("/api/v1/reports", data={"text": TEXT}, headers=WRITE))
        again = finished(desk, desk.post("/api/v1/reports", data={"text": TEXT}, headers=WRITE))
        assert (first["reports"], again["reports"], again["known"]) == (1, 0, 1)


def test_nothing_and_too_many_are_refused(own: Workspace) -> None:
    with browser(own, ServerOptions(files_limit=1)) as desk:
        assert desk.post("/api/v1/reports", data={"text": "  "}, headers=WRITE).status_code == 422
        two = [("files", (f"{name}.txt", b"x")) for name in "ab"]
        assert desk.post("/api/v1/reports", files=two, headers=WRITE).status_code == 413


def test_an_unknown_job_is_404(board: TestClient) -> None:
    assert board.get("/api/v1/jobs/none").status_code == 404
