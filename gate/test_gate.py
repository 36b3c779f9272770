"""Quality may not fall: the figures on the project's own gold stay above their floors."""

from __future__ import annotations

from functools import cache

import pytest
from training.corpus import Marked

from fogline.records.claims import Claim
from gate.floors import read_floors
from gate.marked import BATTLE, gold_digest, read_gold, score

READERS = ("tagger", "rules")


@cache
def read(reader: str) -> list[tuple[Marked, tuple[Claim, ...]]]:
    return read_gold(reader)


@pytest.mark.parametrize("reader", READERS)
def test_no_figure_falls_below_its_floor(reader: str) -> None:
    figures = score(read(reader)).shares()
    floors = read_floors()["readers"][reader]
    assert floors
    assert {name: figures[name] for name, floor in floors.items() if figures[name] < floor} == {}


def test_floors_belong_to_this_gold() -> None:
    assert read_floors()["digest"] == gold_digest()


@pytest.mark.parametrize("reader", READERS)
def test_a_flood_and_an_election_give_no_battle(reader: str) -> None:
    peaceful = [claims for marked, claims in read(reader) if marked.id.endswith("-control")]
    assert len(peaceful) == 2
    assert [claim.text for claims in peaceful for claim in claims if claim.kind in BATTLE] == []


@pytest.mark.parametrize("reader", READERS)
def test_evidence_stands_in_the_report(reader: str) -> None:
    for marked, claims in read(reader):
        for claim in claims:
            spans = [*claim.evidence, *(s.span for s in claim.speakers if s.span), *([claim.cue] if claim.cue else [])]
            assert all(marked.text[span.start : span.end] == span.text for span in spans)
