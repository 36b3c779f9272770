"""Every row of every view leads to claims, and from these to sentences and offsets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from tests.cli.test_as_of import shown

from fogline.config import ReadingOptions
from fogline.records.codec import Json
from fogline.workspace import Workspace

VIEWS = (
    *("claims", "speakers", "links", "questions", "control", "numbers", "timeline"),
    *("map", "map -f jsonl", "sources", "sources --reports", "flags"),
    *("changes --since 2025-03-01", "brief", "brief --since 2025-03-01"),
)
WIRE = """---
publisher: Valley Wire
published_at: 2025-03-16
---

The three-year war that began in 2015 goes on, Colonel Idris Bello said on Friday. He said government troops held
Maiduguri. At least 14 rebels were killed in Maiduguri on 14 March 2025, he added.
"""
RADIO = """---
publisher: Hill Radio
published_at: 2025-03-19
---

“We hold Maiduguri and its market,” a rebel spokesman told reporters. The rebels denied that government troops held
Maiduguri. At least 31 rebels were killed in Maiduguri on 14 March 2025, a nurse said. The army refused to comment.
"""
CLAIM = re.compile(r"c-[0-9a-f]{8,}")
OF_ALL_ROWS = {"map": "features", "brief": "sections"}


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger in which every view has something to show."""
    folder = tmp_path_factory.mktemp("disputed")
    for name, text in (("wire.md", WIRE), ("radio.md", RADIO)):
        (folder / name).write_text(text, encoding="utf-8")
    target = str(folder / "disputed.ledger")
    with Workspace.open(target) as workspace:
        workspace.read([str(folder / "*.md")], reading=ReadingOptions(reader="rules"))
    return target


def rows_of(command: str, printed: str) -> Iterator[Json]:
    """The rows that a command prints."""
    for line in printed.splitlines():
        row = json.loads(line)
        inside = OF_ALL_ROWS.get(command.split(maxsplit=1)[0]) if "jsonl" not in command else None
        yield from row[inside] if inside else [row]


def citations_in(row: Json) -> Iterator[dict[str, Json]]:
    """What of a row cites words of a report."""
    if isinstance(row, dict):
        if {"claim", "document", "start", "end", "words"} <= row.keys():
            yield row
        for value in row.values():
            yield from citations_in(value)
    elif isinstance(row, list):
        for value in row:
            yield from citations_in(value)


@pytest.mark.parametrize("command", VIEWS)
def test_each_row_names_claims_of_the_ledger(disputed: str, command: str) -> None:
    with Workspace.open(disputed, create=False) as workspace:
        known = {claim.id: (claim, document) for claim, document in workspace.claims()}
    rows = list(rows_of(command, shown(disputed, command)))
    assert rows
    for row in rows:
        named = set(CLAIM.findall(json.dumps(row)))
        blank = isinstance(row, dict) and row.get("told") == "blank" and not row["citations"]
        assert named or blank, row
        assert named <= known.keys()
        for citation in citations_in(row):
            claim, document = known[str(citation["claim"])]
            assert (citation["document"], citation["start"], citation["end"]) == (document.id, claim.start, claim.end)
            assert claim.sentence.text == document.text[claim.sentence.start : claim.sentence.end]
            assert str(citation["words"]) == claim.text


def test_a_question_leads_to_its_claims_one_by_one(disputed: str) -> None:
    for row in rows_of("questions", shown(disputed, "questions")):
        assert isinstance(row, dict)
        (one,) = rows_of("question", shown(disputed, f"question {row['id']}"))
        assert isinstance(one, dict)
        told = [citation["claim"] for citation in citations_in(one["chronicle"])]
        assert sorted(map(str, told)) == sorted(str(claim) for claim in _listed(one["claim_ids"]))
        assert len(told) > 1


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
