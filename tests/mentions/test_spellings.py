"""One sound, two spellings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.mentions.places.spellings import sounding_alike


def test_sounds_that_two_letters_write_are_tried_in_both_directions() -> None:
    assert "aguelhok" in sounding_alike("aguelhoc")
    assert "namissiguia" in sounding_alike("namisiguia")
    assert "tyotkino" in sounding_alike("tiotkino")


def test_short_names_are_left_alone() -> None:
    assert list(sounding_alike("homs")) == []


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=14))
def test_each_variant_is_another_word_and_comes_once(name: str) -> None:
    found = list(sounding_alike(name))
    assert name not in found
    assert len(found) == len(set(found))
