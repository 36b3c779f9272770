"""Names that stand for another: acronyms a report defines, councils of a state, spokesmen of unnamed bodies."""

from __future__ import annotations

from functools import cache

from fogline.mentions.actors.finder import find_actors
from fogline.packs import load
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention
from fogline.sentences.reader import SentenceReader


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


def actors(text: str) -> dict[str, ActorMention]:
    document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")
    return {m.span.text: m for m in find_actors(document, reader().read([document])[0], load(()))}


def test_an_acronym_defined_for_a_known_name_stands_for_it_everywhere() -> None:
    found = actors("The Arakan Army (AA) holds the base. China called for talks. AA spokesman Ko Thet Min agreed.")
    assert found["AA spokesman Ko Thet Min"].actor.side == "Arakan Army"


def test_a_council_of_a_state_is_not_the_one_of_the_world() -> None:
    found = actors("The Deputy Chairman of the Russian Security Council spoke in Moscow on Monday.")
    assert not any(m.actor.side == "United Nations" for m in found.values())


def test_a_government_spokesman_does_not_take_the_side_of_whoever_spoke_before() -> None:
    text = "Zoran forces left. The Highland Front claimed the raid. Government spokesman Pavel Marek promised help."
    assert actors(text)["Government spokesman Pavel Marek"].actor.side != "Highland Front"


def test_letters_of_a_state_before_a_weapon_say_whose_it_is() -> None:
    assert actors("US warplanes struck the port on Monday.")["US"].actor.side == "United States"


def test_houses_that_burn_are_no_parliament() -> None:
    assert "Houses" not in actors("Houses and shops nearby were burned.")


def test_a_preposition_begins_no_name() -> None:
    assert not any(m.actor.kind == "person" for m in actors("Near Palmyra, one strike destroyed a tank.").values())


def test_the_forces_somebody_is_called_on_to_withdraw_are_his() -> None:
    found = actors("The European Union called on Russia to withdraw its forces from the plant.")
    assert found["its forces"].actor.side == "Russia"


def test_the_security_council_of_a_state_is_its_own() -> None:
    found = actors("The Deputy Secretary of the Security Council of the Russian Federation spoke on Monday.")
    assert not any(m.actor.side == "United Nations" for m in found.values())


def test_a_minister_of_one_state_with_the_name_of_somebody_known_in_another_is_a_namesake() -> None:
    found = actors("Colombian Defence Minister Pedro Sanchez spoke of four dead. Sanchez flew to Cali.")
    assert {m.actor.side for text, m in found.items() if "Sanchez" in text} == {"Colombia"}


def test_a_ministry_of_some_affairs_belongs_to_the_state_named_behind() -> None:
    for words in ("Foreign Affairs", "Internal Affairs", "Defence"):
        found = actors(f"The Ministry of {words} of Azerbaijan denied that its troops had crossed the border.")
        assert found[f"Ministry of {words} of Azerbaijan"].actor.side == "Azerbaijan"


def test_the_governor_of_one_place_is_not_the_one_named_later_of_another() -> None:
    found = actors("The mayor of Goma spoke. On Monday the mayor of Bukavu, Jean Kasereka, denied it.")
    assert found["The mayor"].actor.name != "Jean Kasereka"


def test_they_of_somebodys_claim_are_who_makes_it_and_it_of_an_accusation_who_is_accused() -> None:
    assert actors("The army dismissed the rebels' claim that they had taken Kidal.")["they"].actor.name == "rebels"
    assert actors("Israel rejected an accusation by Hamas that it had broken the truce.")["it"].actor.name == "Israel"
