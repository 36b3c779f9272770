"""Whose ministry speaks in a dispatch from a capital at war, and one person spelled in several ways."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Speaker
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(packs=("russia-ukraine",)))


def speaker(text: str) -> Speaker:
    claims = pipeline().read([Document("d", "d", "d", text, "", published_at="2022-08-12")])[0].claims
    found = [claim.speaker for claim in claims if claim.speaker]
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("city", "enemy", "side"),
    [("MOSCOW", "Ukrainian", "Russia"), ("KYIV", "Russian", "Ukraine"), ("DAKAR", "Malian", None)],
)
def test_the_ministry_of_a_dispatch_is_that_of_the_capital_at_war(city: str, enemy: str, side: str | None) -> None:
    text = f"{city}, August 11. {enemy} troops fired 20 shells at the plant, the Defense Ministry said."
    assert speaker(text).side == side


@pytest.mark.parametrize("name", ["Zelensky", "Zelenskyi", "Zelenskyy", "Zelenskiy", "Zelenskij"])
def test_a_name_is_one_person_in_every_transcription(name: str) -> None:
    assert speaker(f"{name} said rockets had hit two villages.").name == "Volodymyr Zelensky"


def actors(text: str) -> list[tuple[str, str | None]]:
    claims = pipeline().read([Document("d", "d", "d", text, "", published_at="2022-08-12")])[0].claims
    return [(party.actor.name, party.actor.side) for claim in claims for party in claim.actors]


def test_invaders_are_of_the_other_side_of_a_war_between_two() -> None:
    assert actors("Invaders launched a missile attack on Kryvyi Rih.") == [("Invaders", "Russia")]
    assert actors("Invaders launched a missile attack on the town.") == [("Invaders", None)]


def test_the_state_whose_dead_the_enemy_counts_is_not_who_counts_them() -> None:
    text = "The enemy suffers losses. About 800 Russian soldiers were killed, the General Staff said."
    assert speaker(text).side != "Russia"
