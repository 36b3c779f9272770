"""The language of a report, also of a short one full of foreign names."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.documents.language import identify, is_at_odds, normal

NEWS = Path(__file__).parents[3] / "shared" / "data" / "ruwa.jsonl"


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry hit at Dorvik, Northern Command denies firing",
        "Szczepański and Öztürk meet in Przemyśl to discuss truce",
        "Abu Kershola shelled, al-Hilu's SPLM-N says",
        "Tigray: Getachew Reda visits Mekelle, Shire and Adwa",
        "Minister Núñez Peña condemns attack on Cúcuta garrison",
        "Invaders shell Krasnohrad, Zolochiv and Bohodukhiv overnight",
        "PRESIDENT KURTANIDZE: NO TALKS UNTIL TROOPS LEAVE",
        "Officials quoted by «Громада» said the bridge had been closed since the morning of 4 May",
    ],
)
def test_english_headlines_are_never_taken_for_another_language(headline: str) -> None:
    assert identify(headline) in ("en", None)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("de", "Truppen ziehen sich aus der Hafenstadt zurück"),
        ("fr", "L'armée dément toute frappe sur l'hôpital"),
        ("es", "Al menos diez muertos en un bombardeo"),
        ("it", "Le truppe lasciano la città"),
        ("pl", "Wojska opuściły miasto po ostrzale"),
        ("pt", "Moscou nega ataque a hospital"),
        ("tr", "Birlikler kentten çekildi, üç kişi öldü"),
        ("so", "Saddex qof ayaa ku dhimatay weerarka"),
        ("sw", "Watu watatu wauawa katika shambulio la anga"),
        ("uk", "Окупанти атакували село, є загиблі"),
        ("ru", "Москва отрицает удар по больнице"),
        ("ar", "القوات تنسحب من المدينة بعد قتال عنيف"),
        ("he", "הכוחות נסוגו מהעיר"),
        ("am", "ጦሩ ከከተማዋ ወጣ"),
        ("zh", "部队撤出该市"),
        ("my", "တပ်ဖွဲ့များ မြို့မှ ဆုတ်ခွာသည်"),
    ],
)
def test_other_languages_are_told_from_a_headline(language: str, headline: str) -> None:
    assert identify(headline) == language


@pytest.mark.parametrize("text", ["", "12 – 14 / 7", "🙂 …", "\u0301\u200f"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert identify(text) is None


def test_a_page_with_an_english_heading_above_ukrainian_text_is_ukrainian() -> None:
    text = "War in Ukraine. Latest news. " + "Міністерство оборони повідомило про відхід військ із міста. " * 40
    assert identify(text) == "uk"


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("EN-us", "en"), ("English", "en"), ("eng", "en"), ("uk_UA", "uk"), (" ru ", "ru")]
)
def test_language_tags_and_names_are_reduced_to_codes(tag: str, code: str) -> None:
    assert normal(tag) == code


def test_letters_can_rule_a_given_language_out() -> None:
    assert is_at_odds("en", "Війська залишили місто")
    assert is_at_odds("uk", "The troops have left")
    assert not is_at_odds("sr", "Trupe su napustile grad")
    assert not is_at_odds("sr", "Трупе су напустиле град")
    assert not is_at_odds("xx", "The troops have left")
    assert not is_at_odds("en", "12")


@pytest.mark.skipif(not NEWS.exists(), reason="the news texts of ../shared/data are not here")
def test_at_most_one_in_500_english_news_texts_is_rejected() -> None:
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    sample = random.Random(7).sample(rows, 500)
    assert sum(identify(row["text"]) not in ("en", None) for row in sample) <= 1


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = identify(text)
    assert found is None or (len(found) in (2, 3) and found == normal(found))
