"""A blow that is told as another one is not the blow of the day before."""

from __future__ import annotations

from tests.links.accounts import relation
from tests.links.making import ALDERN, claim, of_side, placed

from fogline.records.claims import Claim


def laid(text: str, speaker: str, side: str, document: str) -> Claim:
    return placed(of_side(claim(text, speaker, document=document), side, stance="asserts", kind="attack"), ALDERN)


def test_a_theatre_that_is_shelled_once_again_was_not_shelled_by_the_other_side_then() -> None:
    charge = laid("the Ukrainian shelling of the theatre in Aldern", "Ivar Lund", "Russia", "d-1")
    told = laid("the Russian shelling of the theatre in Aldern", "Ada Holm", "Ukraine", "d-2")
    anew = laid("the Russian shelling, once again, of the theatre in Aldern", "Ada Holm", "Ukraine", "d-2")
    assert relation(charge, told, ("2025-03-16", "2025-03-17")) == "clashes"
    assert relation(charge, anew, ("2025-03-16", "2025-03-17")) != "clashes"
