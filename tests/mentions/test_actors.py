"""Who a report names, what kind of actor it is, and whose side it is on."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.mentions.actors.finder import find_actors
from fogline.packs.loading import load
from fogline.packs.model import Pack, PackActor
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention
from fogline.sentences.reader import SentenceReader


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


def actors(text: str, pack: Pack | None = None) -> list[ActorMention]:
    document = Document("d", "d", "d", text, "")
    return list(find_actors(document, reader().read([document])[0], pack or load()))


def named(text: str, words: str, nth: int = 0, pack: Pack | None = None) -> tuple[str, str, str | None]:
    """Name, kind and side of the nth mention with exactly these words."""
    found = [m.actor for m in actors(text, pack) if m.span.text == words]
    assert found, [m.span.text for m in actors(text, pack)]
    return found[nth].name, found[nth].kind, found[nth].side


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ukrainian officials denied it.", "Ukrainian officials", ("Ukrainian officials", "people", "Ukraine")),
        ("Officials in Kyiv denied it.", "Officials", ("Officials", "people", "Ukraine")),
        ("Ukraine's military pushed back.", "Ukraine's military", ("Ukraine's military", "armed_force", "Ukraine")),
        ("The Sudanese foreign ministry objected.", "The Sudanese foreign ministry",
         ("Sudanese foreign ministry", "government", "Sudan")),
        ("Moscow rejected the offer.", "Moscow", ("Moscow", "government", "Russia")),
        ("RSF fighters entered the town.", "RSF fighters", ("RSF fighters", "armed_force", "Rapid Support Forces")),
        ("Kenyan farmers left their fields.", "Kenyan farmers", ("Kenyan farmers", "people", None)),
        ("Pro-Russian bloggers disagreed.", "Pro-Russian bloggers", ("Pro-Russian bloggers", "people", None)),
        ("Russian-backed separatists fired.", "Russian-backed separatists",
         ("Russian-backed separatists", "people", None)),
        ("About 12,000 North Korean soldiers arrived.", "About 12,000 North Korean soldiers",
         ("North Korean soldiers", "armed_force", "North Korea")),
    ],
)  # fmt: skip
def test_a_side_passes_to_who_speaks_or_fights_for_it(text: str, words: str, expected: tuple[str, str, str]) -> None:
    assert named(text, words) == expected


def test_a_country_is_an_actor_where_it_acts_and_not_where_things_happen() -> None:
    words = [m.span.text for m in actors("Chad accused Sudan of shelling. The floods in Niger killed nobody.")]
    assert words[:2] == ["Chad", "Sudan"]
    assert "Niger" not in words


def test_a_surname_takes_up_the_full_name_even_before_it() -> None:
    text = "Abene warns of famine\n\nNurse Ruta Abene warned of famine on Monday. Abene has run the ward for years."
    assert {m.actor.name for m in actors(text) if "Abene" in m.span.text} == {"Ruta Abene"}


@pytest.mark.parametrize(
    "text",
    [
        "Chief of the General Staff of the Kenyan Armed Forces, Juma Otieno, spoke.",
        "Kenya's top general, Juma Otieno, spoke.",
        "Juma Otieno, the Kenyan army chief, spoke.",
        "Kenyan army chief General Juma Otieno spoke.",
    ],
)
def test_a_title_before_or_behind_the_name_gives_the_side(text: str) -> None:
    found = [m.actor for m in actors(text) if "Juma Otieno" in m.span.text]
    assert [(a.name, a.kind, a.side) for a in found] == [("Juma Otieno", "person", "Kenya")]


def test_a_group_no_list_knows_is_told_by_what_is_said_of_it() -> None:
    text = "The Marsh Column, a rebel militia, took the pier. Riverwatch, a local newspaper, saw it."
    assert named(text, "Marsh Column") == ("Marsh Column", "armed_force", "Marsh Column")
    assert named(text, "Riverwatch")[1] == "media"


def test_an_acronym_stands_for_the_body_it_was_given_with() -> None:
    text = "The Union of Desert Fighters (UDF) took Tessit. The UDF lost four men."
    assert named(text, "UDF", -1)[0] == "Union of Desert Fighters"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Mayor Lena Brandt met Otto Keller. She promised help.", "She", "Lena Brandt"),
        ("Mayor Lena Brandt met Otto Keller. He promised help.", "He", "Otto Keller"),
        ("Kenyan officials met residents. They promised help.", "They", "Kenyan officials"),
        ("The company denied it. It blamed the weather.", "It", "company"),
        ("Ukraine's army said its soldiers held on.", "its", "Ukraine's army"),
        ("A report by Oxfam appeared in May. It names four towns.", "It", "report"),
    ],
)
def test_a_pronoun_takes_up_the_last_fitting_actor(text: str, word: str, name: str) -> None:
    assert named(text, word)[0] == name


def test_a_possessive_hands_its_side_on() -> None:
    assert named("Chad's president arrived. His soldiers waited.", "His soldiers")[2] == "Chad"


def test_a_pronoun_without_anybody_before_it_names_nobody() -> None:
    assert [m for m in actors("He left before dawn.") if m.span.text == "He"] == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Spokesman Idris Bello briefed reporters. The spokesman gave no figures.", "The spokesman", "Idris Bello"),
        ("Chad's health ministry confirmed it. The ministry named no town.", "The ministry", "Chad's health ministry"),
        ("Hamas denied it. The group blamed Israel.", "The group", "Hamas"),
        ("President Kofi Mensah-Addo spoke. The president was calm.", "The president", "Kofi Mensah-Addo"),
    ],
)
def test_a_definite_noun_takes_up_who_bears_it(text: str, words: str, name: str) -> None:
    assert named(text, words)[0] == name


def test_a_minister_is_not_taken_up_by_another_office() -> None:
    assert named("Minister Ali Hassan spoke. The general did not.", "The general")[0] == "general"


def test_a_pack_names_persons_by_surname_alone() -> None:
    pack = Pack(name="p", actors=(PackActor("Ruta Abene", "person", "Kenya", ("Abene",), "f"),))
    assert named("Abene rejected the offer.", "Abene", pack=pack) == ("Ruta Abene", "person", "Kenya")


def test_a_byline_names_nobody_who_acts() -> None:
    text = "By Petra Lindqvist\n\nMayor Ana Duarte arrived. She said nothing."
    assert named(text, "She")[0] == "Ana Duarte"


@given(st.text(alphabet="ABab ,.'’“”-()éК\n1", max_size=80))
def test_any_text_gives_mentions_that_lie_in_it(text: str) -> None:
    assert all(text[m.span.start : m.span.end] == m.span.text for m in actors(text))


def test_a_state_no_list_knows_is_a_side_by_what_it_has() -> None:
    text = "Kedara's foreign ministry objected. Kedara recalled its envoy. Kedaran troops stayed."
    assert named(text, "Kedara") == ("Kedara", "government", "Kedara")
    assert named(text, "Kedaran troops")[2] == "Kedara"


def test_a_person_with_an_army_is_no_state() -> None:
    text = "General Otar Kedaro spoke. Kedaro's army waited."
    assert named(text, "Kedaro")[:2] == ("Otar Kedaro", "person")


def test_an_acronym_in_the_order_of_another_language_is_known() -> None:
    text = "The Union of Savanna Fighters (UFS) spoke on Monday. The UFS put its own losses at four."
    assert named(text, "UFS", 1)[0] == "Union of Savanna Fighters"
    assert named(text, "its")[0] == "Union of Savanna Fighters"


def test_a_commander_has_the_side_of_the_body_behind_the_name() -> None:
    text = "Commander Moussa ag Talat of the Savanna Liberation Army called it a success."
    assert named(text, "Commander Moussa ag Talat")[2] == "Savanna Liberation Army"


def test_a_ministry_without_a_country_belongs_to_the_capital_of_the_dateline() -> None:
    home = "OUAGADOUGOU - Foreign Minister Issa Kaboré flew home. The General Staff denied the report."
    assert named(home, "General Staff")[2] == "Burkina Faso"
    abroad = "DAKAR - Malian soldiers left the base. The General Staff denied the report."
    assert named(abroad, "General Staff")[2] is None


def test_a_body_with_fighters_of_its_own_is_a_side() -> None:
    text = "Fighters of the Valley Council left Tarn. The council's spokesman, Idris Manaf, said it lost nine men."
    assert named(text, "Valley Council")[2] == "Valley Council"
    assert named(text, "Idris Manaf")[2] == "Valley Council"


def test_the_army_of_an_unnamed_state_is_the_governments() -> None:
    text = "The army held the pass, the Defence Ministry said. Spokesman Walid Manaf denied the loss of Tarn."
    assert named(text, "The army")[2] == "Government"
    assert named(text, "Defence Ministry")[2] == "Government"
    assert named(text, "Spokesman Walid Manaf")[2] == "Government"


def test_the_army_is_nobodys_where_states_fight() -> None:
    text = "Malian soldiers and Nigerien troops met at the border. The army denied the clash."
    assert named(text, "The army")[2] is None


def test_a_front_named_in_full_is_a_side_of_its_own() -> None:
    text = 'The Front for the Liberation of Liptako called the number "half the truth".'
    assert [m.actor.side for m in actors(text)][:1] == ["Front for the Liberation of Liptako"]


def test_the_group_is_not_the_council_that_speaks_of_it() -> None:
    text = "The Highland Liberation Army denied it. The State Council said that the group had broken the truce."
    assert named(text, "the group")[0] == "Highland Liberation Army"


@pytest.mark.parametrize("words", ["Shan State", "the state", "her head", "force"])
def test_a_region_a_state_of_things_and_a_head_are_nobody(words: str) -> None:
    text = "The truce in Shan State is in force. Ruta Abene shook her head over the state of the roads."
    assert words not in [m.span.text for m in actors(text)]


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("The Chadian military denied the raid. Colonel Idriss Hamdo said no plane flew.", "Idriss Hamdo", "Chad"),
        ("The Chadian army shelled Tine. Colonel Idriss Hamdo said no plane flew.", "Idriss Hamdo", None),
        (
            "NAIROBI, May 3 - Sudan and Chad traded fire. An army official said 9 men died.",
            "army official",
            "Government",
        ),
        ("KHARTOUM, May 3 - Sudan and Chad traded fire. An army official said 9 men died.", "army official", "Sudan"),
    ],
)
def test_who_serves_an_army_is_of_the_one_that_speaks(text: str, words: str, side: str | None) -> None:
    found = [m.actor.side for m in actors(text) if m.span.text.endswith(words)]
    assert found[:1] == [side]
