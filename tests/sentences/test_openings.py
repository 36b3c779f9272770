"""Hours and labels that open the paragraphs of a report."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fogline.records.documents import Document
from fogline.sentences.blocks import blocks
from fogline.sentences.openings import with_openings

HOURS = "14:32 The army left.\n\n[09.15 GMT] The rebels came.\n\n6:05 p.m. - Nothing moved."


def openings(text: str) -> list[tuple[str, str]]:
    document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")
    found = with_openings(text, list(blocks(document)))
    return [(one.opening, text[one.start : one.body_start]) for one in found if one.body_start > one.start]


def test_hours_open_the_entries_of_a_live_page() -> None:
    assert openings(HOURS) == [("stamp", "14:32 "), ("stamp", "[09.15 GMT] "), ("stamp", "6:05 p.m. - ")]


def test_one_hour_or_a_number_with_a_point_opens_nothing() -> None:
    assert openings("14:32 The army left.\n\nThe rebels came.") == []
    assert openings("1.25 million people fled.\n\n2.50 dollars is the price.") == []


def test_labels_open_the_turns_of_an_interview() -> None:
    text = "Q: Who fired?\nA: They did.\nQ: And then?\nA: We left."
    assert openings(text) == [("label", "Q: "), ("label", "A: "), ("label", "Q: "), ("label", "A: ")]


def test_fields_of_a_form_are_no_interview() -> None:
    assert openings("Place: Goma\nDate: 3 May\nPlace: Sake\nDate: 4 May") == []
    assert openings("Question: who fired?\n\nNobody knows.") == []


@given(
    st.lists(
        st.sampled_from(["Q: Why?", "A: No.", "12:30 They left.", "Adu: Yes, we did.", "Plain words."]), max_size=8
    )
)
def test_blocks_keep_their_words_and_order(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")
    before = list(blocks(document))
    after = with_openings(text, before)
    assert [(one.start, one.end) for one in after] == [(one.start, one.end) for one in before]
    assert all(one.start <= one.body_start < one.end for one in after)
    assert all(one.end <= other.start for one, other in pairwise(after))
