"""A small ledger, read once by the light reader, for all tests of views."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fogline.config import ReadingOptions
from fogline.workspace import Workspace

REPORTS = {
    "army.md": """---
title: Army says it holds Maiduguri
publisher: Valley Wire
published_at: 2025-03-16
---

# Army says it holds Maiduguri

Colonel Idris Bello said on Friday that Nigerian troops had retaken Maiduguri. The army counted 14 dead rebels, he
added. The rebels denied that they had lost the town.
""",
    "rebels.md": """---
publisher: Hill <b>Radio</b>
published_at: 2025-03-19
---

“We hold Maiduguri and its market,” a rebel spokesman told reporters. At least 31 soldiers were killed in Maiduguri, he
said. The ministry of defence refused to comment on its losses. Shells hit the market in Maiduguri on 17 March 2025.
""",
}


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A ledger with two reports that contradict each other."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Workspace.open(tmp_path_factory.mktemp("ledger") / "views.ledger") as opened:
        opened.read([str(folder)], reading=ReadingOptions(reader="rules"))
        yield opened
