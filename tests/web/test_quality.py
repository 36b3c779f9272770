"""What holds for all pages: nothing sticks out, faults of access are none, and the bundle is what the sources give."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import settled

from fogline.workspace import Workspace

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "fogline" / "server" / "static"
WEB = ROOT / "web"
AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    *("/", "/reports", "/reports/valley-1", "/claims", "/map", "/timeline", "/numbers", "/sources", "/review"),
    *("/add", "/brief", "/no-such-page"),
)
MOST_SCRIPT_BYTES = 150_000  # compressed, all scripts together
MOST_MAP_BYTES = 400_000


SIZES = [(390, "dark"), (768, "light"), (1440, "dark"), (1920, "light")]


@pytest.fixture(scope="module")
def paths(workspace: Workspace) -> tuple[str, ...]:
    """Every page, a question with its parts open among them."""
    return (*PAGES, f"/questions/{workspace.standings()[0].question.id}")


@contextmanager
def opened(chromium: Browser, width: int, theme: str) -> Iterator[Page]:
    """A page of that width in these colours."""
    dark: Literal["dark", "light"] = "dark" if theme == "dark" else "light"
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=dark, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def shown(page: Page, address: str) -> None:
    """The page as a user has it who opens what can be opened."""
    settled(page, address)
    for name in ("Correct", "Show as table"):
        for button in page.get_by_role("button", name=name).all()[:1]:
            button.click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    expect(page.locator("main :is([aria-busy=true], [role=status])")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_no_page_is_wider_than_the_screen(
    chromium: Browser, board: str, paths: tuple[str, ...], width: int, theme: str
) -> None:
    with opened(chromium, width, theme) as page:
        for path in paths:
            shown(page, board + path)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
            assert page.evaluate("document.documentElement.dataset.theme") == theme


@pytest.mark.browser
def test_paper_is_light_and_holds_no_controls(chromium: Browser, board: str) -> None:
    with opened(chromium, 768, "dark") as page:
        settled(page, board)
        page.emulate_media(media="print")
        card = page.locator("li.card").first
        assert card.evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
        expect(page.get_by_role("navigation")).not_to_be_visible()
        expect(page.get_by_role("button", name="Show", exact=True)).not_to_be_visible()


@pytest.mark.browser
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize(("width", "theme"), [(390, "dark"), (1440, "light")])
def test_axe_finds_no_fault(chromium: Browser, board: str, paths: tuple[str, ...], width: int, theme: str) -> None:
    found: list[str] = []
    with opened(chromium, width, theme) as page:
        for path in paths:
            shown(page, board + path)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            faults = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
            found += [f"{path}: {one['impact']} {one['id']}: {one['nodes'][0]['html'][:120]}" for one in faults]
    assert found == []


def test_scripts_and_base_map_stay_small() -> None:
    scripts = sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.js"))
    assert scripts < MOST_SCRIPT_BYTES
    outlines = ROOT / "src" / "fogline" / "data" / "gazetteer" / "regions.topojson.gz"
    assert outlines.stat().st_size < MOST_MAP_BYTES


def test_the_page_has_no_inline_script_and_no_foreign_address() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"(?:src|href)=\"(?!/static/)", page) == []


@pytest.mark.skipif(
    shutil.which("npm") is None or not (WEB / "node_modules").is_dir(), reason="the tools of web/ are not installed"
)
def test_the_bundle_is_what_the_sources_give(tmp_path: Path) -> None:
    build = ["npx", "--no-install", "vite", "build", "--outDir", str(tmp_path / "static"), "--logLevel", "error"]
    subprocess.run(build, cwd=WEB, check=True, capture_output=True, timeout=120)
    made = {path.name: path.read_bytes() for path in (tmp_path / "static").iterdir()}
    assert made == {path.name: path.read_bytes() for path in STATIC.iterdir()}
