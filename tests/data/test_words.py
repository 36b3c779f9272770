"""The word table: nearness in meaning, read lazily and fast."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.data.words.table import DIMENSIONS, TABLE, VOCABULARY, closeness, split, weight

SOURCES = Path(__file__).resolve().parents[2] / "src" / "fogline" / "data" / "SOURCES.md"


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("the villagers were abducted", "farmers taken hostage", "the bridge was rebuilt"),
        ("a gunboat sank", "the patrol vessel went down", "talks broke off"),
        ("flour reached the town", "bread was delivered", "soldiers were killed"),
    ],
)
def test_one_matter_in_other_words_is_nearer_than_another_matter(one: str, near: str, far: str) -> None:
    assert closeness(one, near) > closeness(one, far) + 0.1


def test_a_denial_is_near_to_what_it_denies_for_the_table_knows_no_negation() -> None:
    assert closeness("the depot was hit", "the depot was not hit") > 0.9


@given(st.text(max_size=40), st.text(max_size=40))
def test_nearness_is_symmetric_and_stays_within_one(one: str, other: str) -> None:
    assert closeness(one, other) == closeness(other, one)
    assert -1.001 <= closeness(one, other) <= 1.001


def test_texts_without_known_words_are_near_to_nothing() -> None:
    assert closeness("", "the depot") == 0.0
    assert closeness("…", "…") == 0.0


def test_a_frequent_word_weighs_less_than_a_rare_one() -> None:
    assert weight("the") < weight("howitzer")


def test_a_word_is_split_into_the_longest_pieces_known() -> None:
    known = {"gun": 0, "##boat": 1, "##b": 2, "gunb": 3}
    assert list(split("Gunboat, gun", known)) == [3, 0]
    assert list(split("gunboat", {"gun": 0, "##boat": 1})) == [0, 1]


def test_the_files_are_those_that_the_sources_page_names() -> None:
    page = SOURCES.read_text(encoding="utf-8")
    for path in (TABLE, VOCABULARY):
        assert blake2b(path.read_bytes(), digest_size=16).hexdigest() in page
    assert TABLE.stat().st_size < 4_000_000
    rows = len(VOCABULARY.read_text(encoding="utf-8").splitlines())
    assert TABLE.stat().st_size == pytest.approx(rows * (DIMENSIONS + 4), abs=256)
