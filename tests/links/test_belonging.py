"""Which claims a question holds: those on its matter, not those that only share words with it from another town."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, claim, frame, placed

from fogline.links.belonging import belonging, ties
from fogline.links.frames import Frame
from fogline.links.questions import questions_of
from fogline.records.claims import Speaker
from fogline.records.links import ABOUTS, RELATIONS, About, Link, Relation

HERE = frame(placed(claim("A shell struck the school of Aldern", document="d-1", kind="attack"), ALDERN))
ALSO = frame(placed(claim("A shell struck the school of Aldern", document="d-2", kind="attack"), ALDERN))
AWAY = frame(placed(claim("Four died in Bresk the same night", document="d-9", kind="casualties"), BRESK))
KNOWN = {told.claim.id: told for told in (HERE, ALSO, AWAY)}


def link(one: Frame, other: Frame, relation: Relation, *, about: About = "existence", score: float = 0.8) -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, relation, about, "because", score, "test")


def of_aldern(tie: Link) -> set[str]:
    """The claims of a matter in Aldern, to which `tie` ties one on Bresk."""
    kept = belonging({*KNOWN}, [link(HERE, ALSO, "agrees"), tie], ALDERN.id, KNOWN)
    return kept[0] if kept else set()


def test_a_claim_on_another_town_that_is_loosely_tied_stays_out() -> None:
    assert of_aldern(link(HERE, AWAY, "agrees", score=0.55)) == {HERE.claim.id, ALSO.claim.id}
    assert of_aldern(link(HERE, AWAY, "differs", about="time", score=0.9)) == {HERE.claim.id, ALSO.claim.id}


@pytest.mark.parametrize(
    "tie",
    [
        link(HERE, AWAY, "clashes", score=0.55),
        link(HERE, AWAY, "agrees", score=0.7),
        link(HERE, AWAY, "repeats", about="number", score=0.55),
    ],
)
def test_a_claim_on_another_town_that_clashes_or_is_firmly_tied_belongs(tie: Link) -> None:
    assert of_aldern(tie) == {*KNOWN}


def test_where_only_strays_are_tied_nothing_is_asked() -> None:
    assert belonging({HERE.claim.id, AWAY.claim.id}, [link(HERE, AWAY, "agrees", score=0.55)], ALDERN.id, KNOWN) is None


def test_who_takes_back_his_own_word_about_himself_disputes_nothing() -> None:
    nobody = Speaker("unnamed", "unnamed", None, None)
    for words, asked in (("that I have one leg", 0), ("that Lund has one leg", 1)):
        told = frame(replace(claim(words, document="d-1"), speaker=nobody))
        denied = frame(replace(claim(words, "Lund", document="d-1", at=100), stance="denies"))
        pair = link(told, denied, "clashes", about="polarity")
        assert len(questions_of({one.claim.id: one for one in (told, denied)}, [pair])) == asked


def test_what_differs_in_scope_alone_raises_no_question() -> None:
    assert questions_of(KNOWN, [link(HERE, ALSO, "differs", about="scope")]) == ()
    assert questions_of(KNOWN, [link(HERE, ALSO, "differs", about="confirmation")]) != ()


def test_two_times_are_two_events_but_for_who_holds_ground() -> None:
    assert questions_of(KNOWN, [link(HERE, ALSO, "differs", about="time")]) == ()
    one, other = (
        frame(placed(claim("The brigade holds Aldern", document=f"d-{day}", kind="control"), ALDERN)) for day in (3, 4)
    )
    known = {told.claim.id: told for told in (one, other)}
    assert len(questions_of(known, [link(one, other, "differs", about="time")])) == 1


@given(st.sampled_from(RELATIONS), st.sampled_from(ABOUTS), st.floats(0, 1))
def test_a_weak_link_never_ties(relation: Relation, about: About, score: float) -> None:
    assert not ties(link(HERE, ALSO, relation, about=about, score=score)) or score >= 0.5
