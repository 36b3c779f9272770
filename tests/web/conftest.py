"""A board in a real browser: a small war of our own, served on this machine, opened in Chromium."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from fogline.config import ReadingOptions
from fogline.server.app import create_app
from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
LIGHT = ReadingOptions(reader="rules")

REPORTS = [
    {
        "id": "valley-1",
        "title": "Army claims the bridge",
        "publisher": "Valley Wire",
        "published_at": "2025-03-16",
        "text": "Colonel Idris Bello said on Friday that government forces had retaken full control of Maiduguri. "
        "The army counted 14 dead rebels, he added. The rebels denied that they had lost Maiduguri.",
    },
    {
        "id": "valley-2",
        "title": "Rebels say they hold on",
        "publisher": "Hill Post",
        "published_at": "2025-03-20",
        "text": "A rebel spokesman said on Wednesday that the rebels still control Maiduguri. "
        "Borno State was shelled on Tuesday, officials said. At least 20 people were wounded, they said.",
    },
]


@contextmanager
def served(workspace: Workspace) -> Iterator[str]:
    """The address of a running board."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(workspace, ServerOptions(reading=LIGHT)), port=0, log_level="error", ws="none")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def written(folder: Path, reports: list[dict[str, str]]) -> str:
    """A file with these reports."""
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A ledger with two reports that contradict each other."""
    folder = tmp_path_factory.mktemp("valley")
    with Workspace.open(folder / "valley.ledger") as opened:
        opened.read([written(folder, REPORTS)], reading=LIGHT)
        yield opened


@pytest.fixture(scope="module")
def board(workspace: Workspace) -> Iterator[str]:
    """The address of the board."""
    with served(workspace) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a wide screen, which may ask this machine alone."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    foreign: list[str] = []
    context.on(
        "request",
        lambda request: None if request.url.startswith(("http://127.0.0.1:", "data:")) else foreign.append(request.url),
    )
    yield context
    context.close()
    assert foreign == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which no script may fail."""
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    assert broken == []


def settled(page: Page, address: str) -> None:
    """Open an address and wait until nothing on the page is still being loaded."""
    page.goto(address)
    page.locator("main h1").first.wait_for()
    expect(page.locator("main :is([aria-busy=true], [role=status])")).to_have_count(0)
