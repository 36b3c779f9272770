"""A whole job, as an analyst does it: find a dispute, read it, turn back the clock, correct, group, undo, export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.conftest import LIGHT, served, written

from fogline.workspace import Workspace

pytestmark = pytest.mark.browser
SHARED = Path(__file__).parents[3] / "shared" / "reports"

REPORTS = [
    {
        "id": "ridge-1",
        "title": "Rebels hold the ridge town",
        "publisher": "Hill Post",
        "published_at": "2025-03-10",
        "text": "A rebel spokesman said on Monday that the rebels control Gwoza. The army said on Monday that fighting "
        "for Gwoza continues. Officials said on Monday that 9 people were killed in Gwoza. "
        "Residents said on Monday that army shells had hit the market in Bama on Sunday.",
    },
    {
        "id": "ridge-2",
        "title": "Army claims all of Gwoza",
        "publisher": "Valley Wire",
        "published_at": "2025-03-18",
        "text": "Colonel Idris Bello said on Tuesday that government forces had taken full control of Gwoza. "
        "The rebels denied on Tuesday that they had lost Gwoza. The rebels said on Tuesday that 30 people were killed "
        "in Gwoza. The army denied on Tuesday that its shells had hit the market in Bama.",
    },
]


@pytest.fixture
def ridge(tmp_path: Path) -> Iterator[Workspace]:
    """A ledger on which who holds a town is disputed from the second report on."""
    with Workspace.open(tmp_path / "ridge.ledger") as workspace:
        workspace.read([written(tmp_path, REPORTS)], reading=LIGHT)
        yield workspace


@pytest.fixture
def desk(ridge: Workspace) -> Iterator[str]:
    """The address of its board."""
    with served(ridge) as address:
        yield address


def fill_name(page: Page) -> None:
    page.get_by_label("Your name").fill("Ines Okoro")


def test_from_the_dispute_to_the_export(page: Page, desk: str, ridge: Workspace) -> None:
    full = "government forces had taken full control of Gwoza"
    page.goto(desk)
    page.get_by_role("link", name=re.compile("Gwoza")).first.click()
    expect(page.get_by_role("main")).to_contain_text(full)
    expect(page.get_by_role("main")).to_contain_text("they had lost Gwoza")
    page.get_by_role("article").filter(has_text=full).get_by_role("link", name="Army claims all of Gwoza").first.click()
    expect(page.locator(".text .chosen").first).to_be_in_viewport()
    claim = re.findall(r"claim=(c-\w+)", page.url)[0]

    page.goto(desk)
    page.get_by_label("As of").fill("2025-03-17")
    expect(page.get_by_role("main")).not_to_contain_text(full)
    page.get_by_label("As of").fill("2025-03-18")
    expect(page.get_by_role("main")).to_contain_text(full)

    page.goto(f"{desk}/review?claim={claim}")
    fill_name(page)
    page.get_by_role("button", name="Correct").click()
    page.get_by_label("Speaker (empty: the report itself)").fill("General Adaeze Bassi")
    page.keyboard.press("Enter")
    expect(page.get_by_text("speaker: corrected by Ines Okoro.")).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text("The machine read: Idris Bello")
    page.goto(f"{desk}/claims?speaker=Bassi")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("article")).to_contain_text("The machine read: Idris Bello")

    page.goto(f"{desk}/review?claim={claim}")
    page.get_by_role("button", name="Undo my last").click()
    expect(page.get_by_text("speaker: taken back")).to_be_visible()
    page.goto(f"{desk}/claims?speaker=Bassi")
    expect(page.get_by_role("article")).to_have_count(0)

    page.goto(f"{desk}/review")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download 1 decision").click()
    [line] = download.value.path().read_text(encoding="utf-8").splitlines()
    decision = json.loads(line)
    assert (decision["claim_id"], decision["who"], decision["undone_by"]) == (claim, "Ines Okoro", "Ines Okoro")
    assert decision["before"]["name"] == "Idris Bello"


def test_a_rejected_claim_leaves_the_lists_and_stays_in_its_report(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review")
    fill_name(page)
    words = page.get_by_role("article").first.locator(".content").first.inner_text()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("x")
    expect(page.get_by_text("1 decided")).to_be_visible()
    page.goto(f"{desk}/claims")
    expect(page.get_by_role("article").filter(has_text=words)).to_have_count(0)
    for report in ("ridge-1", "ridge-2"):
        page.goto(f"{desk}/reports/{report}")
        page.get_by_role("article").first.wait_for()
        if page.get_by_text("Rejected by Ines Okoro.").count():
            return
    pytest.fail("the rejected claim is shown in no report")


def test_questions_are_merged_and_taken_apart_by_keyboard(page: Page, desk: str, ridge: Workspace) -> None:
    first, second = (one.question for one in ridge.standings()[:2])
    page.goto(f"{desk}/questions/{first.id}")
    regroup = page.get_by_text(re.compile("^Merge or split this question"))
    regroup.focus()
    page.keyboard.press("Enter")
    fill_name(page)
    page.get_by_label("Why (may be empty)").fill("one siege")
    choice = page.get_by_label("The same matter as")
    expect(choice.locator("option")).not_to_have_count(1)
    choice.select_option(second.id)
    page.get_by_role("button", name="Merge", exact=True).focus()
    page.keyboard.press("Enter")
    both = len({*first.claim_ids, *second.claim_ids})
    expect(page.get_by_text(f"{both} claims in")).to_be_visible()
    expect(page.get_by_text("(one siege)")).to_be_visible()

    page.get_by_role("button", name="Choose claims").press("Enter")
    page.get_by_role("checkbox").first.press("Space")
    page.get_by_label("What that matter is").fill("Another matter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Another matter")).to_be_visible()
    page.get_by_role("button", name="Take back").press("Enter")
    expect(page.get_by_role("heading", name="Questions")).to_be_visible()

    page.goto(f"{desk}/questions/{first.id}")
    regroup.press("Enter")
    page.get_by_role("button", name="Take back").press("Enter")
    expect(page.get_by_text(f"{len(first.claim_ids)} claims in")).to_be_visible()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five reports do not lie beside the project")
def test_the_kursk_dispute_and_the_clock(page: Page, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "five.ledger") as workspace:
        workspace.read([str(SHARED)])
        with served(workspace) as address:
            page.goto(address)
            page.get_by_role("link", name=re.compile("Kursk")).first.click()
            full = page.get_by_role("article").filter(has_text=re.compile("full control")).first
            expect(full).to_contain_text("Putin")
            full.get_by_role("link").first.click()
            expect(page.locator(".text .chosen").first).to_be_in_viewport()
            page.goto(f"{address}/claims?q=%22full+control%22+Kursk")
            shown = page.get_by_role("article").filter(has_text="Putin")
            expect(shown.first).to_be_visible()
            page.goto(address)
            expect(page.get_by_role("main")).to_contain_text("full control of the Kursk region")
            page.get_by_label("As of").fill("2025-03-16")
            expect(page.get_by_role("main")).not_to_contain_text("regained full control of the Kursk region")
