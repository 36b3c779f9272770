"""Sentence ends, blocks and roles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records.documents import Document
from fogline.sentences.blocks import blocks
from fogline.sentences.splitting import split


def document(text: str, **known: str) -> Document:
    return Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0", **known)  # type: ignore[arg-type]


def sentences(text: str, limit: int = 2_000) -> list[str]:
    return [text[low:high] for low, high in split(text, 0, len(text), limit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gen. Okello spoke. He left at 5 p.m. on Friday.",
            ["Gen. Okello spoke.", "He left at 5 p.m. on Friday."],
        ),
        ("The U.S. Embassy closed. The U.S. The end.", ["The U.S. Embassy closed.", "The U.S.", "The end."]),
        ("“It is over.” The colonel wept.", ["“It is over.”", "The colonel wept."]),
        ('"Is it over?" Colonel Baro asked.', ['"Is it over?" Colonel Baro asked.']),
        ("Losses were 3.5 km2. Nobody spoke.", ["Losses were 3.5 km2.", "Nobody spoke."]),
        ("They met J. K. Adamu. He nodded.", ["They met J. K. Adamu.", "He nodded."]),
        ("Shelling began at dawn... Then it stopped.", ["Shelling began at dawn...", "Then it stopped."]),
        ("“We hold the bridge,” he said.", ["“We hold the bridge,” he said."]),
        ("No. 7 Brigade moved. It rained.", ["No. 7 Brigade moved.", "It rained."]),
        ("They took the hill.[3] Others fled.[4][12]", ["They took the hill.[3]", "Others fled.[4][12]"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_stretch_without_an_end_is_cut_at_white_space() -> None:
    parts = sentences("word " * 100, limit=60)
    assert len(parts) > 8
    assert all(len(part) <= 60 and not part.startswith("ord") for part in parts)


def test_a_stretch_without_white_space_is_cut_anyway() -> None:
    assert [len(part) for part in sentences("x" * 150, limit=60)] == [60, 60, 30]


@given(st.text(alphabet=st.sampled_from('aB .!?…"“”’\n\u05d0\u0301—'), max_size=300))
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    pieces = list(split(text, 0, len(text), 50))
    assert all(low < high for low, high in pieces)
    assert all(a[1] <= b[0] for a, b in pairwise(pieces))
    covered = {offset for low, high in pieces for offset in range(low, high)}
    assert all(offset in covered for offset, char in enumerate(text) if not char.isspace())


def roles(text: str, **known: str) -> list[tuple[str, str]]:
    report = document(text, **known)
    return [(block.role, text[block.body_start : block.end]) for block in blocks(report)]


def test_a_headline_stands_alone() -> None:
    text = "Army Retakes Ring Road\n\nThe army said on Friday that the road was open.\n"
    assert roles(text)[0] == ("headline", "Army Retakes Ring Road")
    assert roles(text)[1][0] == "body"


def test_a_dateline_is_not_part_of_the_sentence() -> None:
    text = "EL FULA, Sudan, March 16 (Agency) - The army said on Friday that the road was open again.\n"
    assert roles(text) == [("body", "The army said on Friday that the road was open again.")]


def test_a_town_with_its_land_opens_the_report_below_a_headline() -> None:
    text = "Shells hit Sake\n\nGoma, DR Congo – The army shelled the road to Sake on Thursday, residents said.\n"
    assert roles(text)[1] == ("body", "The army shelled the road to Sake on Thursday, residents said.")


def test_two_names_and_a_dash_in_the_first_line_are_a_headline() -> None:
    text = "Goma, Bukavu – Two Cities Wait for the Army While Rebels Gather Around Them"
    assert roles(text)[0] == ("headline", text)


def test_a_town_in_capitals_before_a_colon_is_a_dateline() -> None:
    body = "The army shelled the road to the airport on Thursday, residents of two suburbs said."
    for town in ("KHARTOUM: ", "BENGHAZI: ", "GOMA, DR Congo: ", "Bahri, 12 May (CPS): ", "BEIRUT | "):
        assert roles(f"{town}{body}\n") == [("body", body)]


def test_an_office_in_capitals_before_a_colon_speaks() -> None:
    body = "The road to the airport was shelled on Thursday, and nobody was hurt in the suburbs."
    for name in ("POLICE: ", "UNHCR: ", "CENTCOM: "):
        assert roles(f"{name}{body}\n") == [("body", name + body)]


def test_a_town_in_brackets_before_a_dash_is_a_dateline() -> None:
    text = "(Nairobi) - Fighters of both sides killed 28 people in the town of Misterei in May."
    block = next(iter(blocks(document(text))))
    assert text[block.body_start :].startswith("Fighters")


def test_a_hyphen_between_two_countries_is_no_dateline() -> None:
    text = "First line ended here.\nUS-Chad Talks in Focus as Both Armies Wait for a Signal from the Capital\n"
    assert roles(text)[1] == (
        "headline",
        "US-Chad Talks in Focus as Both Armies Wait for a Signal from the Capital",
    )


def test_bullets_lose_their_mark_and_keep_their_words() -> None:
    text = "- The dam holds, officials say.\n• Two bridges are closed.\n1. Schools stay shut."
    assert roles(text) == [
        ("bullet", "The dam holds, officials say."),
        ("bullet", "Two bridges are closed."),
        ("bullet", "Schools stay shut."),
    ]


def test_a_byline_is_told_apart() -> None:
    assert roles("By Amina Haddad and Jon Wells\n\nThe column left at dawn.")[0][0] == "byline"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The column left the garrison before dawn and drove north on the\n"
        "only paved road, according to a grain trader who watched it pass\n"
        "his stall and counted forty vehicles.\n"
    )
    assert len(roles(text)) == 1


def test_each_line_of_an_unwrapped_report_is_a_paragraph() -> None:
    text = "The army holds the bridge.\nThe rebels deny it.\n"
    assert [words for _, words in roles(text)] == ["The army holds the bridge.", "The rebels deny it."]


def test_front_matter_of_markdown_is_no_text() -> None:
    text = "---\ntitle: Road open\n---\n# Road open\n\nThe road is open.\n"
    assert roles(text, media_type="text/markdown") == [("headline", "Road open"), ("body", "The road is open.")]
