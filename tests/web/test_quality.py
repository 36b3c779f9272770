"""What holds for all pages: nothing sticks out, faults of access are none, and the bundle is what the sources give."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.web.conftest import settled

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


@pytest.mark.browser
@pytest.mark.parametrize(("width", "theme"), [(390, "dark"), (1920, "light")])
def test_no_page_is_wider_than_the_screen(chromium: Browser, board: str, width: int, theme: str) -> None:
    dark = "dark" if theme == "dark" else "light"
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=dark)  # type: ignore[arg-type]
    page = context.new_page()
    for path in PAGES if width < 400 else PAGES[:5]:
        settled(page, board + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert page.evaluate("document.documentElement.dataset.theme") == theme
    context.close()


@pytest.mark.browser
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(chromium: Browser, board: str, theme: str) -> None:
    dark = "dark" if theme == "dark" else "light"
    context = chromium.new_context(color_scheme=dark, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    for path in PAGES:
        settled(page, board + path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        # The second theme differs in colours alone.
        rules = "" if theme == "light" else "runOnly: ['color-contrast'], "
        faults = page.evaluate(f"axe.run(document, {{{rules}resultTypes: ['violations']}}).then(r => r.violations)")
        found += [
            f"{path}: {fault['id']}: {fault['nodes'][0]['html'][:120]}"
            for fault in faults
            if fault["impact"] in ("serious", "critical")
        ]
    context.close()
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
