"""Forms of reporting that the grammar tells beyond doubt, on sentences of wars of every continent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.claims.attribution.rules import RuleReader
from fogline.claims.nesting import enclosing
from fogline.records.documents import Document
from fogline.records.sentences import Sentence

Parse = Callable[[str], tuple[Document, tuple[Sentence, ...]]]
Row = tuple[str, str, str, str]
Told = Callable[[str], list[Row]]


@pytest.fixture(scope="module")
def told(parse: Parse) -> Told:
    """(who, stance, what, inside whose words) of each statement."""
    reader = RuleReader()

    def run(text: str) -> list[Row]:
        document, sentences = parse(text)
        statements = reader.read([document], [sentences])[0]

        def names(i: int) -> str:
            return " + ".join(span.text for span in statements[i].speakers)

        return [
            (names(i), s.stance, " … ".join(p.text for p in s.content), " > ".join(names(o) for o in chain))
            for i, (s, chain) in enumerate(zip(statements, enclosing(statements), strict=True))
        ]

    return run


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
    told: Told, text: str, outer: str, inner: tuple[str, str, str]
) -> None:
    rows = told(text)
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
def test_who_stands_behind_or_inside_his_words_says_them(told: Told, text: str, who: str, what: str) -> None:
    assert told(text) == [(who, "asserts", what, "")]


def test_a_row_of_deeds_names_no_speaker(told: Told) -> None:
    assert told("The convoy reached the border, crossed the river and met the governor.") == []


def test_cues_in_a_row_have_words_of_their_own(told: Told) -> None:
    text = "The Shan council said its men hold the pass, denied that houses were burned and warned of new raids."
    assert told(text) == [
        ("The Shan council", "asserts", "its men hold the pass", ""),
        ("The Shan council", "denies", "that houses were burned", ""),
        ("The Shan council", "warns", "new raids", ""),
    ]


def test_two_who_speak_side_by_side_each_say_their_own(told: Told) -> None:
    assert told("The junta said 20 rebels died in Falam and the rebels said 45 soldiers died in Hakha.") == [
        ("The junta", "asserts", "20 rebels died in Falam", ""),
        ("the rebels", "asserts", "45 soldiers died in Hakha", ""),
    ]


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
def test_silence_refusal_and_judgement_have_their_stance(told: Told, text: str, row: Row) -> None:
    assert row in told(text)


def test_an_engine_refuses_nothing(told: Told) -> None:
    assert told("The engine refused to start in the cold.") == []


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
def test_a_denial_in_passing_denies_what_was_said_before_it(told: Told, text: str, first: Row, second: Row) -> None:
    assert sorted(told(text)) == sorted([first, second])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Thai premier said on Monday he would not sign the map.", "he would not sign the map"),
        ("M23 dismissed those reports on Sunday.", "those reports"),
        ("Delhi accused Islamabad on Thursday of shelling Uri.", "Islamabad … of shelling Uri"),
        ("Fighters said the bridge was hit on Friday.", "the bridge was hit on Friday"),
    ],
)
def test_the_day_of_saying_is_no_part_of_the_words(told: Told, text: str, what: str) -> None:
    assert [row[2] for row in told(text)] == [what]


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        (". The rebels denied this on Monday.", ("The rebels", "denies")),
        (", but the rebels denied it.", ("the rebels", "denies")),
        (". The rebels called this a lie.", ("The rebels", "denies")),
        (". The rebels could not confirm that.", ("The rebels", "unconfirmed")),
    ],
)
def test_an_answer_in_a_pronoun_is_to_what_was_said_before(told: Told, answer: str, row: tuple[str, str]) -> None:
    said = "it had freed Bor"
    assert sorted(told(f"The army said {said}{answer}")) == [("The army", "asserts", said, ""), (*row, said, "")]


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
def test_what_hangs_on_words_of_another_is_told_apart(told: Told, text: str, rows: list[Row]) -> None:
    assert sorted(told(text)) == rows


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
def test_words_between_commas_part_neither_name_nor_statement(told: Told, text: str, row: Row) -> None:
    assert row in told(text)


def test_a_participle_speaks_for_who_speaks_before_it(told: Told) -> None:
    text = "The rebels said the army had shelled a school, accusing it of war crimes."
    assert told(text) == [
        ("The rebels", "asserts", "the army had shelled a school", ""),
        ("The rebels", "accuses", "it of war crimes", ""),
    ]


def test_where_somebody_speaks_is_no_part_of_his_words(told: Told) -> None:
    assert told("The minister denied on Telegram that his country was arming Fano.") == [
        ("The minister", "denies", "that his country was arming Fano", "")
    ]


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
    told: Told, text: str, denier: str, denied: str, maker: str | None
) -> None:
    rows = {(who.lower().removeprefix("the "), stance, what) for who, stance, what, _ in told(text)}
    assert (denier, "denies", denied) in rows
    assert maker is None or (maker, "asserts", denied) in rows


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
def test_who_gives_or_corrects_a_figure_says_it(told: Told, text: str, who: str, figure: str) -> None:
    assert any(row[0] == who and row[1] == "asserts" and row[2].startswith(figure) for row in told(text))


@pytest.mark.parametrize("text", ["The bank raised its price to 90 dollars.", "The army raised a flag at nine."])
def test_what_is_raised_otherwise_is_no_statement(told: Told, text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "maker", "claimed"),
    [
        ("The army dismissed claims that its troops had fled Bor.", "", "that its troops had fled Bor"),
        ("Kampala denied the rebels' claim that the bridge had fallen.", "the rebels", "that the bridge had fallen"),
    ],
)
def test_dismissed_claims_stand_beside_the_denial_with_whoever_made_them(
    told: Told, text: str, maker: str, claimed: str
) -> None:
    rows = told(text)
    assert any(row[1] == "denies" for row in rows)
    assert any(row[0].removesuffix("'") == maker and row[1] == "asserts" and row[2] == claimed for row in rows)
