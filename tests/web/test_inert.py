"""What stands in a report is text: nothing in it runs, loads or leads away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page
from tests.web.conftest import LIGHT, served, settled, written

from fogline.workspace import Workspace

pytestmark = pytest.mark.browser

CALL = "window.broken=1"
PAYLOADS = [
    f"<script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<body onload={CALL}>",
    f"<details open ontoggle={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f"<math><mtext><script>{CALL}</script></mtext></math>",
    f"<a href='javascript:{CALL}'>go</a>",
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}//http://",
    f"java\tscript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"vbscript:{CALL}",
    f"'\"><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"<!--<script>{CALL}</script>-->",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"${{{CALL}}}",
    f"{{@html '<img src=x onerror={CALL}>'}}",
    f'" onmouseover="{CALL}" x="',
    f"' autofocus onfocus='{CALL}",
    f"<style>@import 'javascript:{CALL}';</style>",
    f"<link rel=stylesheet href='https://evil.example/x.css'><object data='javascript:{CALL}'></object>",
    "<img src=https://evil.example/pixel.png><base href=https://evil.example/>",
    f"<meta http-equiv=refresh content='0;url=javascript:{CALL}'>",
    f"\ufeff<\u0073cript>{CALL}</\u0073cript>",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A board whose reports hold a payload in every place that a report has."""
    folder = tmp_path_factory.mktemp("hostile")
    reports = [
        {
            "id": f"hostile-{number} {payload}",
            "title": payload,
            "publisher": payload,
            "author": payload,
            "url": payload,
            "text": f"Mayor {payload} Okoro said that {payload} the rebels took Gwoza. They denied {payload} it.",
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    every = " ".join(f"Mayor Okoro said that {payload} the rebels took Gwoza." for payload in PAYLOADS)
    reports.append({"id": "every", "title": " ".join(PAYLOADS), "text": every})
    with Workspace.open(folder / "hostile.ledger") as workspace:
        workspace.read([written(folder, reports)], reading=LIGHT)
        with served(workspace) as address:
            yield address


def test_thirty_payloads_stay_words_on_every_page(page: Page, hostile: str) -> None:
    assert len(PAYLOADS) >= 30
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.goto(f"{hostile}/reports")
    page.get_by_role("link", name=PAYLOADS[0], exact=True).first.wait_for()
    addresses = page.eval_on_selector_all("main h2 a", "links => links.map(link => link.getAttribute('href'))")
    assert len(addresses) == len(PAYLOADS) + 1
    for address in (
        "/",
        "/claims",
        "/sources",
        "/map",
        "/numbers",
        "/review",
        "/brief",
        *addresses[::4],
        addresses[-1],
    ):
        settled(page, hostile + address)
        assert page.evaluate("window.broken") is None, address
        links = page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
        assert [link for link in links if not link.startswith(("/", "#"))] == [], address
        assert page.locator("main :is(script, iframe, object, embed, base, meta, img)").count() == 0, address
        assert page.url.startswith(hostile)
    assert dialogs == []
