"""Every view can be asked what was known by a day; a claim of full control that came later is then not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.ledger.rows import ClaimFilter, Clock
from fogline.records.claims import Claim
from fogline.workspace import Workspace

MARCH = """---
publisher: Valley Wire
published_at: 2025-03-13
---

The army said on Thursday that rebels held pockets of Maiduguri. “We hold Maiduguri and its market,” a rebel spokesman
told reporters. The army said on 13 March 2025 that 40 rebels were killed in Maiduguri.
"""
APRIL = """---
publisher: Hill Radio
published_at: 2025-04-26
---

General Musa Danjuma said on Saturday that Nigerian troops had taken full control of Maiduguri on 26 April 2025. The
rebels denied that they had lost Maiduguri. The army said on 26 April 2025 that 95 rebels were killed in Maiduguri.
"""
VIEWS = (
    *("questions", "control", "numbers", "timeline", "map", "map -f jsonl", "sources", "sources --reports"),
    *("changes --since 2025-03-01", "brief", "brief --since 2025-03-01"),
)
LATER = ("full control", "they had lost", "95")


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of two reports, six weeks apart."""
    folder = tmp_path_factory.mktemp("dated")
    for name, text in (("march.md", MARCH), ("april.md", APRIL)):
        (folder / name).write_text(text, encoding="utf-8")
    target = str(folder / "dated.ledger")
    with Workspace.open(target) as workspace:
        workspace.read([str(folder / "*.md")], reading=ReadingOptions(reader="rules"))
    return target


def shown(ledger: str, command: str, *options: str) -> str:
    """What a command prints, in its fullest form."""
    name, *rest = command.split()
    forms = {"map": (), "brief": ("-f", "json")}
    given = () if "-f" in rest else forms.get(name, ("-f", "jsonl"))
    done = CliRunner().invoke(app, [name, *rest, "--ledger", ledger, *given, *options])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("command", VIEWS)
@pytest.mark.parametrize("clock", ["published", "said", "happened"])
def test_what_came_later_is_not_there(dated: str, command: str, clock: str) -> None:
    then = shown(dated, command, "--as-of", "2025-03-16", "--clock", clock)
    later = {claim.id for claim, report in _claims(dated) if report.startswith("april")}
    assert len(later) == 3
    assert [words for words in (*LATER, *later) if words in then] == []
    assert any(claim_id in shown(dated, command) for claim_id in later)


@pytest.mark.parametrize("command", VIEWS)
def test_what_was_read_today_was_not_known_before(dated: str, command: str) -> None:
    known = [claim.id for claim, _ in _claims(dated)]
    before = shown(dated, command, "--as-of", "2000-01-01", "--clock", "read")
    assert [claim_id for claim_id in known if claim_id in before] == []
    after, now = shown(dated, command, "--as-of", "2999-01-01", "--clock", "read"), shown(dated, command)
    assert [claim_id in after for claim_id in known] == [claim_id in now for claim_id in known]


@pytest.mark.parametrize("command", ["questions", "control", "timeline", "sources", "changes --since 2025-03-01"])
def test_an_empty_answer_says_so(dated: str, command: str) -> None:
    name, *rest = command.split()
    done = CliRunner().invoke(app, [name, *rest, "--ledger", dated, "--as-of", "2000-01-01"])
    assert done.exit_code == 0
    assert "nothing that the ledger holds fits what is asked for" in done.stderr


def test_a_question_is_told_as_it_stood(dated: str) -> None:
    with Workspace.open(dated, create=False) as workspace:
        april = {claim.id for claim, document in workspace.claims() if document.name == "april.md"}
        for standing in workspace.standings():
            ids = set(standing.question.claim_ids)
            command = f"question {standing.question.id}"
            if ids <= april:
                done = CliRunner().invoke(app, [*command.split(), "--ledger", dated, "--as-of", "2025-03-16"])
                assert "nothing on this question was known by 2025-03-16" in str(done.exception)
            else:
                then = shown(dated, command, "--as-of", "2025-03-16")
                assert not any(words in then for words in (*LATER, *april))


LOOKS: dict[str, Callable[[Workspace, ClaimFilter], object]] = {
    "standings": lambda workspace, wanted: workspace.standings_by(wanted),
    "control": lambda workspace, wanted: workspace.control(wanted).to_json(),
    "numbers": lambda workspace, wanted: [series.to_json() for series in workspace.numbers(wanted)],
    "timeline": lambda workspace, wanted: workspace.timeline(wanted).to_json(),
    "map": lambda workspace, wanted: workspace.place_map(wanted).to_json(),
    "sources": lambda workspace, wanted: workspace.sources(wanted).to_json(),
    "changes": lambda workspace, wanted: workspace.changes("2025-03-01", wanted).to_json(),
    "brief": lambda workspace, wanted: workspace.brief(wanted, since="2025-03-01").to_json(),
}


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("clock", ["published", "said", "happened"])
def test_python_asks_the_same(dated: str, name: str, clock: Clock) -> None:
    with Workspace.open(dated, create=False) as workspace:
        april = [claim.id for claim, document in workspace.claims() if document.name == "april.md"]
        then = str(LOOKS[name](workspace, ClaimFilter(as_of="2025-03-16", clock=clock)))
        now = str(LOOKS[name](workspace, ClaimFilter()))
    assert [words for words in (*LATER[:2], *april) if words in then] == []
    assert any(claim_id in now for claim_id in april)


def _claims(ledger: str) -> list[tuple[Claim, str]]:
    with Workspace.open(ledger, create=False) as workspace:
        return [(claim, document.name) for claim, document in workspace.claims()]
