"""The world list: what names stand for before anybody writes a pack."""

from __future__ import annotations

import pytest

from fogline.packs import load
from fogline.packs.lexicon import Lexicon, lexicon
from fogline.packs.roles import roles
from fogline.packs.wordlists import states
from fogline.records.sentences import Token


def tokens(text: str) -> list[Token]:
    """Words parted at blanks, hyphens and possessives, as the tokenizer parts them."""
    words = text.replace("-", " - ").replace("'s", " 's").split()
    return [Token(i, i, i + 1, word, word, "", "", "", i) for i, word in enumerate(words)]


def found(text: str, *packs: str) -> list[tuple[str, str, str | None]]:
    return [(h.entry.name, h.entry.use, h.entry.side) for h in lexicon(load(packs)).find(tokens(text))]


@pytest.mark.parametrize(
    ("text", "name", "use", "side"),
    [
        ("The Kremlin denied it", "Kremlin", "actor", "Russia"),
        ("Kiev said", "Kyiv", "capital", "Ukraine"),
        ("U.S. officials", "United States", "state", "United States"),
        ("North Korean troops", "North Korea", "adjective", "North Korea"),
        ("the RSF claimed", "Rapid Support Forces", "actor", "Rapid Support Forces"),
        ("Al-Shabaab fighters", "Al-Shabaab", "actor", "Al-Shabaab"),
        ("Doctors Without Borders warned", "Médecins Sans Frontières", "actor", None),
        ("OCHA estimates", "OCHA", "actor", "United Nations"),
        ("the Houthis fired", "Houthis", "actor", "Houthis"),
        ("Reuters reported", "Reuters", "actor", None),
        ("Downing Street declined", "Downing Street", "actor", "United Kingdom"),
        ("South Sudan closed", "South Sudan", "state", "South Sudan"),
    ],
)
def test_the_world_list_knows(text: str, name: str, use: str, side: str | None) -> None:
    assert (name, use, side) in found(text)


def test_an_acronym_needs_its_capitals() -> None:
    assert found("told us who is here") == []


def test_the_longest_name_wins() -> None:
    assert [name for name, _, _ in found("Democratic Republic of the Congo")] == ["Democratic Republic of the Congo"]


def test_a_pack_comes_before_the_world() -> None:
    assert ("Pavlo Kyrylenko", "actor", "Ukraine") in found("Kyrylenko said", "russia-ukraine")
    assert found("Kyrylenko said") == []


def test_a_pack_knows_offices_by_their_short_forms_on_either_side() -> None:
    for name in ("SES", "PGO", "RMA", "OVA"):
        assert [side for _, _, side in found(f"{name} said", "russia-ukraine")] == ["Ukraine"]
    assert [side for _, _, side in found("OC South said", "russia-ukraine")] == ["Ukraine"]
    assert [side for _, _, side in found("EMERCOM said", "russia-ukraine")] == ["Russia"]


def test_every_state_is_found_under_its_name() -> None:
    lookup = Lexicon(load())
    assert len(states()) >= 195
    assert [s.name for s in states() if (e := lookup.named(s.name)) is None or e.side != s.name] == []


def test_role_nouns_know_kind_number_and_whether_a_side_passes_on() -> None:
    spokeswoman, officials, analyst = (roles().of((word,)) for word in ("spokeswoman", "officials", "analyst"))
    assert spokeswoman is not None
    assert officials is not None
    assert analyst is not None
    assert (spokeswoman.kind, spokeswoman.gender, spokeswoman.belongs) == ("person", "f", "state")
    assert (officials.kind, officials.plural) == ("people", True)
    assert analyst.belongs == "none"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Kataib Hezbollah", "Kataib Hezbollah"),
        ("Northern Cyprus", "Northern Cyprus"),
        ("the Rada", "Ukraine"),
        ("Polisario", "Polisario Front"),
        ("Tiraspol", "Transnistria"),
    ],
)
def test_longer_names_and_seats_of_those_who_govern_ground_have_their_own_side(words: str, side: str) -> None:
    assert [held for _, _, held in found(f"{words} said it had left")] == [side]
