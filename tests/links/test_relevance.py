"""What only shares the place or the day of a matter is no part of it."""

from __future__ import annotations

from tests.links.making import ALDERN, claim, frame, placed

from fogline.links.disputing import whether_there_is
from fogline.links.frames import Frame
from fogline.links.relevance import relevant
from fogline.links.sites import site_told
from fogline.records.links import Link


def told(text: str, report: str, kind: str = "attack") -> Frame:
    return frame(placed(claim(text, document=report, kind=kind), ALDERN))


def tie(one: Frame, other: Frame, relation: str = "agrees") -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, relation, "existence", "because", 0.7, "test")  # type: ignore[arg-type]


HIT = told("Rockets struck Aldern and killed nine people", "d-1")
ALSO = told("Nine people were killed when rockets struck Aldern", "d-2")
MET = told("The two ministers met to speak of Aldern", "d-3", "meeting")
KEY = "deed|violence|test:aldern|"


def kept(*links: Link) -> set[str]:
    frames = {one.claim.id: one for one in (HIT, ALSO, MET)}
    return relevant(KEY, set(frames), links, frames)[0]


def test_a_meeting_after_a_strike_is_no_word_on_the_strike() -> None:
    assert kept(tie(HIT, ALSO), tie(HIT, MET)) == {HIT.claim.id, ALSO.claim.id}


def test_who_clashes_with_what_is_told_of_a_strike_speaks_of_it() -> None:
    assert MET.claim.id in kept(tie(HIT, ALSO), tie(HIT, MET, "clashes"))


def test_where_too_few_would_stay_all_do() -> None:
    frames = {one.claim.id: one for one in (HIT, MET)}
    assert relevant(KEY, set(frames), [tie(HIT, MET)], frames)[0] == set(frames)


def test_an_attack_that_killed_prisoners_of_war_struck_where_they_were_held() -> None:
    assert site_told(told("Rockets struck and killed forty prisoners of war", "d-4")) == {"~prison"}
    assert not site_told(told("Rockets struck and killed forty farmers", "d-5"))


def test_what_nouns_tell_is_asked_whether_it_was() -> None:
    assert whether_there_is([told("the alleged violation of the border by a patrol", "d-6")]) == (
        "Was there a violation of the border by a patrol?"
    )
    assert whether_there_is([told("the alleged involvement of the League in the raid on Aldern", "d-7")]) == (
        "Was the League involved in the raid on Aldern?"
    )
    assert whether_there_is([told("the charges", "d-8")]) is None
