"""What an armed group does is read as war, however short the report."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("JNIM said it had taken the camp at Boulkessi.", "control"),
        ("M23 said on Monday that it holds Bukavu.", "control"),
        ("The RSF said it had entered Babanusa.", "movement"),
        ("The Houthis said they had fired at a ship.", "attack"),
    ],
)
def test_a_report_of_one_sentence_that_names_an_armed_group_is_of_war(text: str, kind: str) -> None:
    (claim,) = pipeline().read([Document("d", "d", "d", text, "", published_at="2025-03-12")])[0].claims
    assert claim.kind == kind


def test_a_match_report_that_names_none_is_not() -> None:
    text = "The Kestrels said they had taken the lead in Marl and will attack again on Sunday."
    claims = pipeline().read([Document("d", "d", "d", text, "", published_at="2025-03-12")])[0].claims
    assert not {claim.kind for claim in claims} & {"control", "attack", "clash"}
