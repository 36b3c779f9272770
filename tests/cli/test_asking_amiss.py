"""What is asked amiss, or of a ledger that holds nothing on it, is answered in one line that says so."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.workspace import Workspace

REPORTS = {
    "march.md": """---
publisher: Valley Wire
published_at: 2025-03-13
---

The army said on 12 March 2025 that it had retaken Maiduguri. The rebels denied that the army had retaken Maiduguri.
""",
    "kano.md": """---
publisher: Hill Radio
published_at: 2025-03-14
---

The army said it holds Kano. The rebels denied that the army holds Kano.
""",
}
VIEWS = (
    *("questions", "control", "numbers", "timeline", "map", "map -f table", "sources", "changes --since 2025-01-01"),
    "brief",
)
Ask = Callable[[str], Result]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Run a command on a ledger of two reports."""
    folder = tmp_path_factory.mktemp("amiss")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ledger = str(folder / "amiss.ledger")
    with Workspace.open(ledger) as workspace:
        workspace.read([str(folder / "*.md")], reading=ReadingOptions(reader="rules"))
    return lambda words: CliRunner().invoke(app, [*words.split(), "--ledger", ledger])


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_without_rows_says_so(ask: Ask, view: str) -> None:
    done = ask(f"{view} --place Nowhereville")
    assert done.exit_code == 0
    assert "nothing that the ledger holds fits what is asked for" in done.stderr


def test_questions_on_one_place_are_those_about_it(ask: Ask) -> None:
    whole, kano = ask("questions").stdout, ask("questions --place Kano").stdout
    assert "Maiduguri" in whole
    assert "Kano" in kano
    assert "Maiduguri" not in kano


def test_days_in_the_wrong_order_are_wrong_use(ask: Ask) -> None:
    done = ask("timeline --since 2025-09-01 --until 2025-01-01")
    assert done.exit_code == 2
    assert "2025-09-01 is later than --until 2025-01-01" in " ".join(done.stderr.split())


@pytest.mark.parametrize("view", VIEWS)
def test_what_has_no_day_by_a_clock_is_counted(ask: Ask, view: str) -> None:
    """Only one claim says when what it tells happened."""
    by = ask(f"{view} --as-of 2025-12-31 --clock happened").stderr
    assert "without a day by the clock “happened”, and left out: " in by
    assert "left out: " not in ask(f"{view} --as-of 2025-12-31 --clock published").stderr.replace("left out: 1", "")


def test_a_link_leads_to_both_claims(ask: Ask) -> None:
    link = json.loads(ask("links --format jsonl").stdout.splitlines()[0])
    table = ask("links").stdout
    for claim_id in (link["left_id"], link["right_id"]):
        assert claim_id[:8] in table
        assert claim_id[:8] in ask(f"show {claim_id[:8]}").stdout
