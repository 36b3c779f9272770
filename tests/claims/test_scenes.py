"""At which place a claim without one is set, and which places are no ground of the story."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules"))


def claims(text: str) -> tuple[Claim, ...]:
    document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0", published_at="2025-03-20")
    return pipeline().read([document])[0].claims


def places(text: str, words: str) -> list[tuple[str, bool]]:
    """The places of the first claim that holds the words, and whether they are taken over from the story."""
    claim = next(claim for claim in claims(text) if words in claim.text)
    return [(mention.span.text, mention.derived) for mention in claim.places]


@pytest.mark.parametrize(
    "before",
    [
        "A spokesman in Nairobi, Colonel Peter Rono, declined to comment.",
        "The government in Juba held a meeting with donors.",
        "Talks in Luanda ended on Monday without a deal.",
        "The rockets had been fired from positions near Goma.",
    ],
)
def test_where_somebody_sits_meets_or_fires_is_not_the_scene(before: str) -> None:
    assert places(f"{before} Gunmen killed six herders, officials said.", "six herders") == []


def test_what_fired_from_elsewhere_leaves_the_story_at_the_town_that_was_hit() -> None:
    text = (
        "Shells hit a hospital in El Obeid, doctors said. The rockets had been fired from positions near Goma, the "
        "army said. The militia said that army gunners had killed four people."
    )
    assert places(text, "four people") == [("El Obeid", True)]


def test_the_town_that_a_story_comes_back_to_is_the_scene_again() -> None:
    text = (
        "Convoy reaches Gao\n\nA convoy reached the town of Gao, the army said.\n\nA helicopter was shot down near "
        "Kidal.\n\nResidents said that soldiers had entered the town. A nurse said that three children had died."
    )
    assert places(text, "three children") == [("Gao", True)]


def test_where_two_towns_stand_equally_near_none_is_the_scene() -> None:
    text = "Shells fell on Gao and Kidal. Nine people were killed, a doctor said."
    assert places(text, "Nine people") == []


def test_the_centre_of_a_town_is_the_scene() -> None:
    text = "The rebels held Gao. Soldiers were seen in the centre of Gao. A doctor said nine people had been killed."
    assert places(text, "nine people") == [("Gao", True)]


def test_a_road_does_not_put_the_outposts_at_the_town_it_leads_to() -> None:
    assert ("Goma", False) not in places("Fighters claim to have taken two outposts on the road to Goma.", "outposts")


def test_the_lorries_left_the_one_town_and_are_in_the_other() -> None:
    text = (
        "The army holds the town of Goma. Residents said they had counted 31 lorries entering the town, fewer than "
        "half the number that left Bukavu on Monday."
    )
    assert places(text, "31 lorries") == [("Goma", True)]


def test_what_is_said_of_a_war_at_large_is_set_nowhere() -> None:
    text = 'An attack in Kabul killed 30 men. Minister Ann Roe said: "Their cruel violence requires a strong answer."'
    assert places(text, "cruel violence") == []


def test_the_town_stands_beside_the_border_that_is_near_it() -> None:
    text = "Forty people died in a blast in Azaz. The explosion occurred in the town, 7 km from the Turkish border."
    assert ("Azaz", True) in places(text, "explosion occurred")


def test_half_of_a_name_with_a_hyphen_is_no_place() -> None:
    assert places("She accused the government of arming the militia Nyamba-Sud.", "arming") == []


def test_the_town_of_a_desk_is_no_scene() -> None:
    text = "NAIROBI, May 3 (Lake Wire) - Chad said on Monday its troops left Tine.\n\nSudan said nine men were killed."
    assert ("Nairobi", True) not in places(text, "nine men")


def test_a_dateline_whose_town_the_text_names_again_is_a_scene() -> None:
    text = "GOMA, May 3 (Lake Wire) - Shells hit a market in Goma.\n\nA doctor said nine people were killed."
    assert places(text, "nine people")[0][0].title() == "Goma"


@pytest.mark.parametrize("where", ["in the city centre", "across the capital", "near the central station"])
def test_a_capital_that_only_the_dateline_names_is_the_scene_of_what_is_told_in_it(where: str) -> None:
    text = f"KHARTOUM, June 3 (Lake Wire) - Shells fell {where}.\n\nThe Sudanese army said nine people were killed."
    assert places(text, "nine people") == [("Khartoum", True)] or places(text, "nine people") == [("KHARTOUM", True)]


def test_a_capital_named_behind_is_not_that_of_the_dateline() -> None:
    text = "KHARTOUM, June 3 (Lake Wire) - Sudan will go to talks in the capital, Tine.\n\nNine men were killed."
    assert not any(name.title() == "Khartoum" for name, _ in places(text, "Nine men"))
