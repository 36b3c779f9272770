"""A quotation of several sentences is a claim for each event it tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document

Read = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load(ReadingOptions())

    def run(text: str) -> tuple[Claim, ...]:
        document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-06-12")
        return pipeline.read([document])[0].claims

    return run


def test_two_statements_of_one_quotation_are_two_claims_of_one_speaker(read: Read) -> None:
    first, second = read('"We hold the town. No soldier has been taken prisoner," the army spokesman said.')
    assert (first.text.rstrip("."), first.kind, first.status) == ("We hold the town", "control", "actual")
    assert (second.text, second.kind, second.status) == (
        "No soldier has been taken prisoner",
        "detention",
        "negated",
    )
    assert first.speaker == second.speaker is not None
    assert first.origin == second.origin


def test_each_sentence_of_a_quotation_keeps_its_own_number_place_and_day(read: Read) -> None:
    text = "Ten farmers were killed in Gao on Sunday. Four soldiers died in Kidal on Monday"
    rows = [
        ([q.span.text for q in c.quantities], [p.span.text for p in c.places], c.when and c.when.span.text)
        for c in read(f'"{text}," the governor said.')
    ]
    assert rows == [(["Ten"], ["Gao"], "Sunday"), (["Four"], ["Kidal"], "Monday")]


@pytest.mark.parametrize(
    "quote",
    [
        "They shelled the clinic. We never shell the sick",
        "The raid killed six men. The people are angry",
        "And the people? Barely 300 have gone home",
        "The U.S. Army shelled the port",
    ],
)
def test_what_goes_on_about_one_matter_stays_one_claim(read: Read, quote: str) -> None:
    assert len([c for c in read(f'"{quote}," the army spokesman said.') if c.speaker]) == 1


def test_ground_that_is_held_and_ground_that_is_not_are_two_claims(read: Read) -> None:
    said = [c for c in read('"They have the airstrip. They do not have the town," the army spokesman said.') if c.cue]
    assert [(c.kind, c.status == "negated") for c in said] == [("control", False), ("control", True)]
