"""A ship that is afloat, and one that burned by herself, are told otherwise than one that was hit and sank."""

from __future__ import annotations

import pytest
from tests.links.accounts import by, relation
from tests.links.making import claim, counting, frame, of_side

from fogline.links.comparing.fitting import fitting
from fogline.links.comparing.phases import afloat_apart, burns_only
from fogline.links.dropping import dropped_by
from fogline.links.frames import Frame
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import Quantity
from fogline.records.spans import Span


def ship(text: str, speaker: str, side: str, document: str, kind: Kind = "attack") -> Claim:
    return of_side(claim(text, speaker, document=document), side, kind=kind)


HIT = by(ship("Two Ukrainian missiles hit the cruiser Bresk", "Ada Holm", "Ukraine", "d-1"), "Ukraine", "Ukraine")
SANK = frame(ship("the cruiser Bresk sank in the bay", "Ada Holm", "Ukraine", "d-1"))


@pytest.mark.parametrize("text", ["the cruiser Bresk remains afloat", "the Bresk is back in port", "she is afloat"])
def test_who_tells_that_a_ship_is_afloat_does_not_tell_that_she_sank(text: str) -> None:
    afloat = frame(ship(text, "Ivar Lund", "Russia", "d-2", "damage"))
    assert afloat_apart(afloat, SANK)
    assert afloat_apart(SANK, afloat)
    assert not afloat_apart(afloat, afloat)


@pytest.mark.parametrize("cause", ["an explosion and fire", "an ammunition explosion", "a fire on board"])
def test_a_blast_of_her_own_is_another_cause_than_the_missiles_of_the_other_side(cause: str) -> None:
    burned = ship(f"the cruiser Bresk sank after {cause}", "Ivar Lund", "Russia", "d-2")
    assert burns_only(frame(burned))
    assert relation(HIT, burned) == "clashes"


def own_voice(text: str, document: str = "d-own") -> Frame:
    return frame(claim(text, None, document=document, kind="attack"), publisher="The Herald")


def led(verb: str, text: str) -> Frame:
    """A claim that somebody makes in a sentence with this verb."""
    sentence = f"Ada Holm {verb} {text}"
    start = len(sentence) - len(text)
    made = claim(text, "Ada Holm", document="d-led", kind="attack", sentence=Span(0, len(sentence), sentence),
                 evidence=(Span(start, len(sentence), text),), cue=Span(9, 9 + len(verb), verb))  # fmt: skip
    return frame(made)


def test_who_condemns_a_deed_is_not_the_one_from_whom_a_paper_has_it() -> None:
    text = "the missile strike on the grain market of Aldern"
    assert dropped_by(own_voice(text), led("described", text)) is not None
    assert dropped_by(own_voice(text), led("condemned", text)) is None


def test_a_paper_that_knows_a_figure_more_has_not_dropped_who_said_it() -> None:
    text = "the missile strike on the grain market of Aldern killed 17 people"
    counted = claim(text, None, document="d-own", kind="attack")
    counted = counting(counted, "17", Quantity(17, 17, "count", of="people"))
    told = led("described", "the missile strike on the grain market of Aldern killed people")
    assert dropped_by(own_voice(text), told) is not None
    assert dropped_by(frame(counted, publisher="The Herald"), told) is None


def test_almost_so_many_and_over_so_many_are_not_the_same_number() -> None:
    made = [claim(f"{words} 900 children were hurt in the war", document=f"d-{words}", kind="casualties")
            for words in ("almost", "over", "about")]  # fmt: skip
    bounds = (None, 900.0), (900.0, None), (900.0, 900.0)
    short, beyond, about = (
        frame(counting(one, one.text[: one.text.index(" children")], Quantity(low, high, "count", of="children")))
        for one, (low, high) in zip(made, bounds, strict=True)
    )
    assert fitting(short, about, (short.amounts[0], about.amounts[0]), 0.5, apart=True) is not None
    assert fitting(short, beyond, (short.amounts[0], beyond.amounts[0]), 0.5, apart=True) is None
