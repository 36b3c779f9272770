"""Each page's main job, done as a user does it."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.web.conftest import LIGHT, written

from fogline.workspace import Workspace

pytestmark = pytest.mark.browser


def test_a_newcomer_finds_the_dispute_and_opens_the_sentence(page: Page, board: str) -> None:
    page.goto(board)
    page.get_by_role("link", name=re.compile("Maiduguri")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maiduguri")
    expect(page.get_by_role("main")).to_contain_text("retaken full control of Maiduguri")
    expect(page.get_by_role("main")).to_contain_text("still control Maiduguri")
    page.get_by_role("article").get_by_role("link", name="Army claims the bridge").first.click()
    expect(page).to_have_url(re.compile(r"/reports/d-\w+\?claim=c-\w+"))
    expect(page.locator(".text .chosen").first).to_be_in_viewport()


def test_a_claim_chosen_in_the_text_is_chosen_beside_it(page: Page, board: str) -> None:
    page.goto(f"{board}/reports/valley-1")
    mark = page.locator(".text a.content").last
    mark.focus()
    page.keyboard.press("Enter")
    claim = page.locator(".text a[aria-current=true]").get_attribute("data-claim")
    assert claim
    assert claim in page.url
    expect(page.locator(f".list [data-first='{claim}']")).to_have_class(re.compile("open"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("claim="))


def test_an_address_of_words_shows_them(page: Page, board: str) -> None:
    page.goto(f"{board}/reports/valley-1?span=0-13")
    expect(page.locator(".asked").first).to_have_text("Colonel Idris")


def test_the_clock_makes_a_later_claim_vanish(page: Page, board: str) -> None:
    page.goto(f"{board}/map")
    expect(page.get_by_role("link", name=re.compile("^Borno State:"))).to_have_count(1)
    page.get_by_label("As of").fill("2025-03-16")
    expect(page.get_by_role("link", name=re.compile("^Borno State:"))).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("^Maiduguri:"))).to_have_count(1)
    expect(page).to_have_url(re.compile("as_of=2025-03-16"))


def test_the_map_is_read_by_keyboard(page: Page, board: str) -> None:
    page.goto(f"{board}/map")
    region = page.get_by_role("link", name=re.compile("^Borno State:"))
    region.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Claims at the chosen place")).to_contain_text("was shelled on Tuesday")
    drawing = page.get_by_role("group", name=re.compile("^Map of claims"))
    drawing.focus()
    before = drawing.locator("g").first.get_attribute("transform")
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    assert drawing.locator("g").first.get_attribute("transform") != before


def test_claims_are_searched_and_the_button_says_how_many_rows(page: Page, board: str) -> None:
    page.goto(f"{board}/claims")
    page.get_by_label("Words").fill("Maiduguri")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=Maiduguri"))
    # Between the new address and the rows that belong to it the page may hold no row at all: wait for rows.
    expect(page.get_by_role("article").filter(has_text="Maiduguri")).not_to_have_count(0)
    expect(page.get_by_role("article").filter(has_not_text="Maiduguri")).to_have_count(0)
    number = page.get_by_role("article").count()
    button = page.get_by_role("link", name=f"Download {number} rows (CSV)")
    with page.expect_download() as download:
        button.click()
    assert len(download.value.path().read_text(encoding="utf-8").splitlines()) == number + 1


def test_a_speaker_is_corrected_and_the_correction_undone(page: Page, board: str, workspace: Workspace) -> None:
    page.goto(f"{board}/review")
    page.get_by_label("Your name").fill("Ines Okoro")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("e")
    speaker = page.get_by_label("Speaker (empty: the report itself)")
    speaker.fill("General Adaeze Bassi")
    page.keyboard.press("Enter")
    expect(page.get_by_text("speaker: kept")).to_be_visible()
    expect(page.get_by_role("heading", name="Decisions about this claim")).to_be_visible()
    assert [json.loads(review.after or "") for review in workspace.reviews()] == [{"name": "General Adaeze Bassi"}]
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("u")
    expect(page.get_by_text("speaker: taken back")).to_be_visible()
    assert workspace.reviews() == []


def test_one_key_accepts_and_goes_on(page: Page, board: str, workspace: Workspace) -> None:
    page.goto(f"{board}/review")
    page.get_by_label("Your name").fill("Ines Okoro")
    first = page.get_by_role("article").first.inner_text()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("a")
    expect(page.get_by_role("article").first).not_to_have_text(first)
    expect(page.get_by_text("1 decided")).to_be_visible()
    workspace.undo_review(workspace.reviews()[-1].id, "Ines Okoro")


def test_two_browsers_see_each_others_decisions(page: Page, context: BrowserContext, board: str) -> None:
    page.goto(f"{board}/review")
    page.get_by_label("Your name").fill("Ines Okoro")
    page.get_by_role("button", name="Reject, next").click()
    expect(page.get_by_text("1 decided")).to_be_visible()
    assert context.browser
    other = context.browser.new_context()
    second = other.new_page()
    second.goto(f"{board}/review")
    expect(second.get_by_text("1 decided")).to_be_visible()
    other.close()
    page.get_by_role("button", name="Undo my last").click()
    expect(page.get_by_text("0 decided")).to_be_visible()


def test_a_bad_file_is_told_with_its_reason(page: Page, board: str, tmp_path: Path) -> None:
    bad = tmp_path / "picture.txt"
    bad.write_bytes(bytes(range(256)) * 40)
    page.goto(f"{board}/add")
    page.get_by_label("Files").set_input_files(bad)
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_text("picture.txt:")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("the bytes are not text")).to_be_visible()


def test_pages_are_read_while_another_program_writes(
    page: Page, board: str, workspace: Workspace, tmp_path: Path
) -> None:
    more = [
        {"id": f"more-{n}", "title": f"Wire {n}", "text": f"Officials said {n + 3} houses burned in Gwoza."}
        for n in range(20)
    ]

    def write() -> None:
        with Workspace.open(workspace.ledger.place) as writer:
            writer.read([written(tmp_path, more)], reading=LIGHT)

    writing = threading.Thread(target=write)
    writing.start()
    page.goto(f"{board}/reports")
    expect(page.get_by_role("link", name="Army claims the bridge")).to_be_visible()
    writing.join()
    page.wait_for_timeout(600)
    page.reload()
    expect(page.get_by_role("link", name="Wire 19")).to_be_visible()
