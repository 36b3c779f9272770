"""Copies share bands and words; texts that only look alike do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.documents.copies import COPY_SHARE, bands, shared

WIRE = (
    "The ferry across the Sava at Dorvik was hit by two shells on Sunday morning, the harbour office said in a "
    "statement, adding that nine people had been aboard and that two of them were taken to hospital in Belmark. "
    "A spokesman for the Northern Command denied that its guns had fired on the river port. He accused the other "
    "side of staging the attack a day before talks were to resume. Witnesses reached by telephone described a "
    "whistle and then a blast that tore away the deck. The ferryman, Ivo Lund, said he had seen no soldiers on the "
    "bank. The crossing, which links the two halves of the district, stays closed until Friday while divers look "
    "for parts of the shells. The river commission asked both sides to keep guns five kilometres from the water."
)
OTHER = (
    "Voters in the hill districts went to the polls on Saturday for the third time in a year. Turnout was low in the "
    "capital, the election office said, and higher in the valleys, where two lists compete for the vote of farmers. "
    "Observers reported long queues but no incidents, and counting was to begin as soon as the last station closed."
)
words = st.lists(st.sampled_from("ferry shells port guns river talks deck bank divers vote".split()), max_size=80)


def meet(left: str, right: str) -> bool:
    """Whether the two texts share a band, so that a ledger would compare them."""
    return bool(set(bands(left)) & set(bands(right)))


def test_bands_fit_a_signed_64_bit_column_and_never_change() -> None:
    found = bands(WIRE)
    assert len(found) == 32
    assert all(-(2**63) <= band < 2**63 for band in found)
    assert (found[0], found[-1]) == (4753381881372150662, 3713970803104099556), (
        "ledgers keep bands: changing them orphans what is kept"
    )


def test_a_copy_with_a_few_words_changed_is_found() -> None:
    copy = WIRE.replace("Sunday morning", "Sunday").replace("a blast", "an explosion").upper()
    assert meet(WIRE, copy)
    assert shared(copy, WIRE) >= COPY_SHARE


@pytest.mark.parametrize("kept", [30, 40, 60, 90])
def test_a_copy_that_was_cut_short_is_found_and_stands_wholly_in_the_original(kept: int) -> None:
    copy = " ".join(WIRE.split()[:kept])
    assert meet(WIRE, copy)
    assert shared(copy, WIRE) == 1.0
    assert shared(WIRE, copy) < COPY_SHARE


def test_a_copy_with_a_preface_of_its_own_is_found() -> None:
    copy = f"Our correspondent was not at the scene and relies on agencies. {WIRE}"
    assert meet(WIRE, copy)
    assert shared(copy, WIRE) >= COPY_SHARE


def test_different_reports_share_nothing() -> None:
    assert not meet(WIRE, OTHER)
    assert shared(WIRE, OTHER) == 0.0


def test_the_same_form_filled_with_other_numbers_is_no_copy() -> None:
    form = "The General Staff said {} attacks were repelled near {} on {} and that {} drones were shot down over {}."
    monday, tuesday = form.format(31, "Dorvik", "Monday", 12, "Belmark"), form.format(8, "Ostra", "Tuesday", 40, "Lom")
    assert shared(monday, tuesday) < COPY_SHARE


def test_headlines_are_never_copies() -> None:
    headline = "Explosions heard in Dorvik, officials say"
    assert bands(headline) == ()
    assert shared(headline, headline) == 0.0
    assert shared(headline, f"{headline}. {WIRE}") == 0.0


def test_quotes_and_spaces_do_not_matter() -> None:
    assert bands(WIRE.replace(" ", "\n")) == bands(WIRE)
    one = "The mayor's office said it wasn't told before the bridge was closed on Sunday."
    assert shared(one, one.replace("'", "’")) == 1.0


@given(words, words)
def test_shared_is_a_share_and_bands_follow_from_the_words_alone(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    assert 0.0 <= shared(a, b) <= 1.0
    assert shared(a, a) == (1.0 if len(left) >= 10 else 0.0)
    assert bands(a) == bands(a.title())
    assert len(bands(a)) == (32 if len(left) >= 10 else 0)
