"""The light reader: who says what, by grammar."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Said


def test_indirect_speech_keeps_its_clause_whole(said: Said) -> None:
    assert said("General Okello said that his troops had left the town before dawn.") == [
        ("General Okello", "said", "asserts", "that his troops had left the town before dawn")
    ]


def test_a_quote_keeps_its_marks(said: Said) -> None:
    assert said("“We hold the bridge and the market,” the colonel told reporters.") == [
        ("the colonel", "told", "asserts", "“We hold the bridge and the market,”")
    ]


def test_a_quote_that_goes_on_is_one_statement(said: Said) -> None:
    text = "“We hold the bridge,” he wrote. “Nobody will take it from us.”"
    assert said(text) == [("he", "wrote", "asserts", "“We hold the bridge,” … “Nobody will take it from us.”")]


def test_according_to_names_the_speaker(said: Said) -> None:
    assert said("The depot burned for two days, according to residents of Nyala.") == [
        ("residents of Nyala", "according to", "asserts", "The depot burned for two days")
    ]


def test_joint_speakers_make_one_statement(said: Said) -> None:
    found = said("According to army officers and aid workers, the road to Goma is closed.")
    assert found == [("army officers + aid workers", "According to", "asserts", "the road to Goma is closed")]


def test_refusing_to_confirm_or_deny_is_no_denial(said: Said) -> None:
    assert [
        (who, stance) for who, _, stance, _ in said("Kigali refused to confirm or deny the presence of its troops.")
    ] == [("Kigali", "declines")]


def test_lack_of_verification_is_unconfirmed(said: Said) -> None:
    found = said("The agency could not independently verify the report of an attack.")
    assert [(who, stance) for who, _, stance, _ in found] == [("The agency", "unconfirmed")]


def test_a_denial_keeps_what_is_denied(said: Said) -> None:
    assert said("The junta denied that its jets had bombed the clinic.") == [
        ("The junta", "denied", "denies", "that its jets had bombed the clinic")
    ]


def test_dismissing_claims_does_not_swallow_what_is_acknowledged(said: Said) -> None:
    text = "President Deby dismissed claims that his men were encircled but acknowledged the gravity of the hour."
    assert [(who, stance, content) for who, _, stance, content in said(text)] == [
        ("President Deby", "denies", "claims that his men were encircled"),
        ("", "asserts", "that his men were encircled"),
        ("President Deby", "asserts", "the gravity of the hour"),
    ]


def test_an_accusation_that_its_target_denied_is_two_statements(said: Said) -> None:
    text = "The minister spoke at noon, accusing the rebels of burning the mill — claims that the rebels have denied."
    found = said(text)
    assert ("The minister", "accusing", "accuses", "the rebels of burning the mill") in found
    assert ("the rebels", "have denied", "denies", "the rebels of burning the mill") in found


@pytest.mark.parametrize(
    "aside", ["a charge the government has repeatedly denied", "allegations which the government denies"]
)
def test_an_aside_that_denies_a_charge_denies_all_of_it(said: Said, aside: str) -> None:
    found = said(f"Kinshasa accuses Rwanda of arming the rebels, {aside}.")
    assert [(who, stance, content) for who, _, stance, content in found] == [
        ("Kinshasa", "accuses", "Rwanda of arming the rebels"),
        ("the government", "denies", "Rwanda of arming the rebels"),
    ]


@pytest.mark.parametrize("deed", ["pressing the group to leave the town", "having told the guards to fire"])
def test_a_denied_deed_is_what_is_denied(said: Said, deed: str) -> None:
    assert said(f"The embassy denied {deed}.") == [("The embassy", "denied", "denies", deed)]


def test_participles_inherit_their_speaker(said: Said) -> None:
    found = said("The envoy left Juba on Friday, saying the talks had failed.")
    assert found == [("The envoy", "saying", "asserts", "the talks had failed")]


def test_an_apposition_is_part_of_the_speaker(said: Said) -> None:
    found = said("Russia’s delegate in Geneva, Anna Belova, stated that the list was false.")
    assert found[0][0] == "Russia’s delegate in Geneva, Anna Belova"


def test_a_claim_by_noun_has_its_owner_as_speaker(said: Said) -> None:
    found = said("Ankara’s claim that twelve soldiers had crossed the river was not believed.")
    assert found == [("Ankara", "claim", "asserts", "that twelve soldiers had crossed the river")]


def test_reportedly_has_nobody_named(said: Said) -> None:
    found = said("Rebel fighters have reportedly reached the airport.")
    assert found == [("", "reportedly", "asserts", "Rebel fighters have … reached the airport")]


def test_pushing_troops_back_is_no_denial(said: Said) -> None:
    assert said("Government forces pushed the rebels back to the river.") == []


def test_pushing_back_on_claims_is_a_denial(said: Said) -> None:
    found = said("The army quickly pushed back on those claims.")
    assert [(who, stance) for who, _, stance, _ in found] == [("The army", "denies")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kampala: Our soldiers never crossed the border river", "Kampala"),
        ("Twelve dead as shells hit market in Kadugli - General Staff", "General Staff"),
    ],
)
def test_headlines_name_their_speaker_at_either_end(said: Said, text: str, who: str) -> None:
    assert [found[0] for found in said(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The visit signalled a new confidence.",
        "This victory underscored the changes of the past year.",
        "It remains to be seen who will pay.",
        "The world watches to see what happens next.",
    ],
)
def test_comment_is_no_statement(said: Said, text: str) -> None:
    assert said(text) == []


def test_a_signed_quotation_has_a_speaker(said: Said) -> None:
    found = said("“War is a matter of vital importance to the state.” – Sun Tzu")
    assert [(who, content) for who, _, _, content in found] == [
        ("Sun Tzu", "“War is a matter of vital importance to the state.”")
    ]
