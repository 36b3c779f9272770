"""Silence, denials and answers: forms that take back, doubt or keep back what somebody says."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Nested, NestedRow


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The loss of Kutum, unconfirmed by Sudanese officers, would cut the road to Tina.",
            ("Sudanese officers", "unconfirmed", "The loss of Kutum", ""),
        ),
        (
            "Neither Addis Ababa nor Asmara has confirmed the raid on Zalambessa.",
            ("Addis Ababa + Asmara", "unconfirmed", "the raid on Zalambessa", ""),
        ),
        (
            "The claim that a jet was shot down over Lashio could not be verified.",
            ("", "unconfirmed", "that a jet was shot down over Lashio", ""),
        ),
        (
            "There was no immediate comment from the Thai army on the shelling.",
            ("the Thai army", "declines", "the shelling", ""),
        ),
        (
            "Colonel Pérez did not deny that his soldiers burned the village.",
            ("Colonel Pérez", "declines", "that his soldiers burned the village", ""),
        ),
        (
            "Kigali refused to pull its soldiers out of Minova.",
            ("Kigali", "declines", "to pull its soldiers out of Minova", ""),
        ),
        ("Hanoi called the border talks a success.", ("Hanoi", "asserts", "the border talks a success", "")),
    ],
)
def test_silence_refusal_and_judgement_have_their_stance(nested: Nested, text: str, row: NestedRow) -> None:
    assert row in nested(text)


def test_an_engine_refuses_nothing(nested: Nested) -> None:
    assert nested("The engine refused to start in the cold.") == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The rebels claim to control the mine at Kamituga, which the government denies.",
            ("The rebels", "asserts", "to control the mine at Kamituga", ""),
            ("the government", "denies", "to control the mine at Kamituga", ""),
        ),
        (
            "Kigali says Congolese jets bombed Rubavu, a claim that Kinshasa has rejected.",
            ("Kigali", "asserts", "Congolese jets bombed Rubavu", ""),
            ("Kinshasa", "denies", "Congolese jets bombed Rubavu", ""),
        ),
        (
            "Witnesses say the gunmen wore army uniforms, a charge denied by the defence ministry.",
            ("Witnesses", "asserts", "the gunmen wore army uniforms", ""),
            ("the defence ministry", "denies", "the gunmen wore army uniforms", ""),
        ),
        (
            "The group said it killed 30 soldiers, a toll the army has not confirmed.",
            ("The group", "asserts", "it killed 30 soldiers", ""),
            ("the army", "unconfirmed", "it killed 30 soldiers", ""),
        ),
    ],
)
def test_a_denial_in_passing_denies_what_was_said_before_it(
    nested: Nested, text: str, first: NestedRow, second: NestedRow
) -> None:
    assert sorted(nested(text)) == sorted([first, second])


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        (". The rebels denied this on Monday.", ("The rebels", "denies")),
        (", but the rebels denied it.", ("the rebels", "denies")),
        (". The rebels called this a lie.", ("The rebels", "denies")),
        (". The rebels could not confirm that.", ("The rebels", "unconfirmed")),
    ],
)
def test_an_answer_in_a_pronoun_is_to_what_was_said_before(nested: Nested, answer: str, row: tuple[str, str]) -> None:
    said = "it had freed Bor"
    assert sorted(nested(f"The army said {said}{answer}")) == [("The army", "asserts", said, ""), (*row, said, "")]


@pytest.mark.parametrize(
    ("text", "denier", "denied", "maker"),
    [
        (
            'The junta rejected as a "clumsy invention" the guerrillas\' claim that Mogaung had been captured.',
            "junta",
            "that Mogaung had been captured",
            "guerrillas",
        ),
        (
            "The port authority dismissed as propaganda claims by the rebels that two cranes had been mined.",
            "port authority",
            "that two cranes had been mined",
            "rebels",
        ),
        (
            "The governor described as pure fiction the story that nurses had been arrested in Gedaref.",
            "governor",
            "that nurses had been arrested in Gedaref",
            None,
        ),
    ],
)
def test_who_calls_a_claim_a_lie_before_telling_it_denies_it(
    nested: Nested, text: str, denier: str, denied: str, maker: str | None
) -> None:
    rows = {(who.lower().removeprefix("the "), stance, what) for who, stance, what, _ in nested(text)}
    assert (denier, "denies", denied) in rows
    assert maker is None or (maker, "asserts", denied) in rows


@pytest.mark.parametrize(
    ("text", "maker", "claimed"),
    [
        ("The army dismissed claims that its troops had fled Bor.", "", "that its troops had fled Bor"),
        ("Kampala denied the rebels' claim that the bridge had fallen.", "the rebels", "that the bridge had fallen"),
    ],
)
def test_dismissed_claims_stand_beside_the_denial_with_whoever_made_them(
    nested: Nested, text: str, maker: str, claimed: str
) -> None:
    rows = nested(text)
    assert any(row[1] == "denies" for row in rows)
    assert any(row[0].removesuffix("'") == maker and row[1] == "asserts" and row[2] == claimed for row in rows)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ethiopia claimed to have retaken the border town of Zalambessa and Eritrea denied it.", "to have retaken"),
        ("Ethiopia said it had recaptured the airstrip and Eritrea denied it.", "it had recaptured the airstrip"),
    ],
)
def test_who_denies_it_behind_and_is_no_part_of_what_is_denied(nested: Nested, text: str, what: str) -> None:
    first, second = nested(text)
    assert (first[:2], second[:2]) == (("Ethiopia", "asserts"), ("Eritrea", "denies"))
    assert first[2] == second[2]
    assert first[2].startswith(what)
    assert "Eritrea" not in first[2]
