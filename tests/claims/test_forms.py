"""Forms of reporting that the grammar tells beyond doubt, on sentences of wars of every continent."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Nested, NestedRow


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "General Tadesse Alemu said that Major Worku had told him that the bridge was mined.",
            "General Tadesse Alemu",
            ("Major Worku", "asserts", "that the bridge was mined"),
        ),
        (
            "Al Jazeera reported that Sudanese doctors said shells had hit the maternity ward.",
            "Al Jazeera",
            ("Sudanese doctors", "asserts", "shells had hit the maternity ward"),
        ),
        (
            "An aide said the president had warned that Eritrea would attack.",
            "An aide",
            ("the president", "warns", "that Eritrea would attack"),
        ),
        (
            "The bishop said he had been told by the rebels that the mission school was safe.",
            "The bishop",
            ("the rebels", "asserts", "that the mission school was safe"),
        ),
        (
            "State radio quoted the army chief as saying that Pibor was secure.",
            "State radio",
            ("the army chief", "asserts", "that Pibor was secure"),
        ),
        (
            "The Daily Monitor, citing a police officer, said the raiders had crossed the Turkwel.",
            "The Daily Monitor",
            ("a police officer", "asserts", "the raiders had crossed the Turkwel"),
        ),
    ],
)
def test_who_speaks_in_the_words_of_another_is_told_with_him(
    nested: Nested, text: str, outer: str, inner: tuple[str, str, str]
) -> None:
    rows = nested(text)
    assert (*inner, outer) in rows
    assert {row[0] for row in rows} == {outer, inner[0]}


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The airstrip was cratered by shells, announced the Congolese air force.",
            "the Congolese air force",
            "The airstrip was cratered by shells",
        ),
        (
            "Four trucks were turned back, confirmed the Ugandan customs office.",
            "the Ugandan customs office",
            "Four trucks were turned back",
        ),
        ("As the bishop put it, the valley has become a prison.", "the bishop", "the valley has become a prison"),
        (
            "The blockade, as the doctor put it, is killing slowly.",
            "the doctor",
            "The blockade … is killing slowly",
        ),
        ("As Colonel Omar Bakri put it: “We own the night.”", "Colonel Omar Bakri", "“We own the night.”"),
    ],
)
def test_who_stands_behind_or_inside_his_words_says_them(nested: Nested, text: str, who: str, what: str) -> None:
    assert nested(text) == [(who, "asserts", what, "")]


def test_a_row_of_deeds_names_no_speaker(nested: Nested) -> None:
    assert nested("The convoy reached the border, crossed the river and met the governor.") == []


def test_cues_in_a_row_have_words_of_their_own(nested: Nested) -> None:
    text = "The Shan council said its men hold the pass, denied that houses were burned and warned of new raids."
    assert nested(text) == [
        ("The Shan council", "asserts", "its men hold the pass", ""),
        ("The Shan council", "denies", "that houses were burned", ""),
        ("The Shan council", "warns", "new raids", ""),
    ]


def test_two_who_speak_side_by_side_each_say_their_own(nested: Nested) -> None:
    assert nested("The junta said 20 rebels died in Falam and the rebels said 45 soldiers died in Hakha.") == [
        ("The junta", "asserts", "20 rebels died in Falam", ""),
        ("the rebels", "asserts", "45 soldiers died in Hakha", ""),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Thai premier said on Monday he would not sign the map.", "he would not sign the map"),
        ("M23 dismissed those reports on Sunday.", "those reports"),
        ("Delhi accused Islamabad on Thursday of shelling Uri.", "Islamabad … of shelling Uri"),
        ("Fighters said the bridge was hit on Friday.", "the bridge was hit on Friday"),
    ],
)
def test_the_day_of_saying_is_no_part_of_the_words(nested: Nested, text: str, what: str) -> None:
    assert [row[2] for row in nested(text)] == [what]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "General Taban, whom rebels blame for the massacre, denies any role.",
            [
                ("General Taban", "denies", "any role", ""),
                ("rebels", "accuses", "General Taban … for the massacre", ""),
            ],
        ),
        (
            "Haiti's police chief said gangs controlled the port, according to Radio Metropole.",
            [
                ("Haiti's police chief", "asserts", "gangs controlled the port", "Radio Metropole"),
                ("Radio Metropole", "asserts", "Haiti's police chief said gangs controlled the port", ""),
            ],
        ),
        (
            "Local police, quoted by the daily El Tiempo, said the ELN had mined the road.",
            [
                ("Local police", "asserts", "the ELN had mined the road", "the daily El Tiempo"),
                ("the daily El Tiempo", "asserts", "the ELN had mined the road", ""),
            ],
        ),
        (
            "The Houthis said that a drone had been shot down over Marib, and released a film of it.",
            [("The Houthis", "asserts", "that a drone had been shot down over Marib", "")],
        ),
    ],
)
def test_what_hangs_on_words_of_another_is_told_apart(nested: Nested, text: str, rows: list[NestedRow]) -> None:
    assert sorted(nested(text)) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Soldiers, witnesses say, fired on a bus near Kutum.",
            ("witnesses", "asserts", "Soldiers … fired on a bus near Kutum", ""),
        ),
        (
            "The envoy said two posts were shelled, a charge the commander, known as Pablito, has denied.",
            ("the commander", "denies", "two posts were shelled", ""),
        ),
    ],
)
def test_words_between_commas_part_neither_name_nor_statement(nested: Nested, text: str, row: NestedRow) -> None:
    assert row in nested(text)


def test_a_participle_speaks_for_who_speaks_before_it(nested: Nested) -> None:
    text = "The rebels said the army had shelled a school, accusing it of war crimes."
    assert nested(text) == [
        ("The rebels", "asserts", "the army had shelled a school", ""),
        ("The rebels", "accuses", "it of war crimes", ""),
    ]


def test_where_somebody_speaks_is_no_part_of_his_words(nested: Nested) -> None:
    assert nested("The minister denied on Telegram that his country was arming Fano.") == [
        ("The minister", "denies", "that his country was arming Fano", "")
    ]


@pytest.mark.parametrize(
    ("text", "who", "figure"),
    [
        ("The ministry raised its toll to 29 on Friday.", "The ministry", "its toll to 29"),
        ("Dr Amina Bello put the number of wounded at 57.", "Dr Amina Bello", "the number of wounded at 57"),
        (
            "The Red Cross lowered its estimate of the missing to 38.",
            "The Red Cross",
            "its estimate of the missing to 38",
        ),
    ],
)
def test_who_gives_or_corrects_a_figure_says_it(nested: Nested, text: str, who: str, figure: str) -> None:
    assert any(row[0] == who and row[1] == "asserts" and row[2].startswith(figure) for row in nested(text))


@pytest.mark.parametrize("text", ["The bank raised its price to 90 dollars.", "The army raised a flag at nine."])
def test_what_is_raised_otherwise_is_no_statement(nested: Nested, text: str) -> None:
    assert not nested(text)
