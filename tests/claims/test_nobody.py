"""Words that look like a cue and tell of nobody who speaks."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


def read(text: str) -> tuple[Claim, ...]:
    document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-06-12")
    return pipeline().read([document])[0].claims


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to the actions of the rebels in Gao, a patrol was blown up: two soldiers were killed.",
        "The senate could adopt a statement as regards the draft resolution on the recognition of the republics.",
        "Leaving Mali would not be easy as the army feels the heat.",
        "Freedonia recognized as constant threat to new security strategy",
    ],
)
def test_a_preposition_a_bare_passive_and_a_feeling_are_no_cue(text: str) -> None:
    assert not [claim for claim in read(text) if claim.cue]


def test_what_became_known_is_said_by_nobody_named() -> None:
    (claim,) = read("It recently became known that the army had left Goma.")
    assert claim.speaker is not None
    assert (claim.speaker.kind, claim.text) == ("unnamed", "that the army had left Goma")


def test_an_advance_that_meets_resistance_is_no_meeting() -> None:
    (claim, *_) = read("Russian advance meets strong resistance in Kherson.\n\nThe fighting went on for hours.")
    assert claim.kind == "clash"


def test_a_dash_is_no_part_of_a_name() -> None:
    (claim, *_) = read("U.S. sees no reason to change nuclear alert levels -White House.")
    assert claim.speaker is None or not claim.speaker.name.startswith("-")
