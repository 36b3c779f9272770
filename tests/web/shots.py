"""Pictures of the board for the README.

    python -m tests.web.shots LEDGER FOLDER

Writes one PNG for each page and theme into FOLDER.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.web.conftest import CHROMIUM, FLAGS, served, settled

from fogline.workspace import Workspace

__all__ = ["main"]

PAGES = {
    "questions": "/",
    "claims": "/claims",
    "map": "/map",
    "timeline": "/timeline",
    "numbers": "/numbers",
    "review": "/review",
    "brief": "/brief",
}


def main() -> None:
    """Serve the ledger and take the pictures."""
    ledger, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        Workspace.open(ledger, create=False) as workspace,
        served(workspace) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        for theme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": 1440, "height": 900},
                color_scheme="dark" if theme == "dark" else "light",
                reduced_motion="reduce",
            )
            page = context.new_page()
            for name, path in PAGES.items():
                settled(page, address + path)
                page.screenshot(path=str(folder / f"{name}-{theme}.png"))
            first_question(page, address, folder / f"question-{theme}.png")
            context.close()
        browser.close()


def first_question(page: Page, address: str, target: Path) -> None:
    """The most disputed question, opened."""
    settled(page, address)
    question = page.locator("main h2 a").first
    if question.count():
        question.click()
        page.get_by_role("link", name="All questions").wait_for()
        page.wait_for_timeout(500)
        page.screenshot(path=str(target))


if __name__ == "__main__":
    main()
