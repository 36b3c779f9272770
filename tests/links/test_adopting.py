"""What tells of an event by its place or site, its days and its deed is asked with it, though no link ties it."""

from __future__ import annotations

import pytest
from tests.links.making import ALDERN, BRESK, claim, frame, happening, placed

from fogline.links.adopting import Event, event_of, groups_told, tells_of
from fogline.links.frames import Frame
from fogline.links.questions import questions_of
from fogline.records.claims import Kind
from fogline.records.links import Link
from fogline.records.mentions import Place

DAY = "2025-03-10"


def told(words: str, day: str = DAY, *places: Place, at: int = 1, kind: Kind = "attack") -> Frame:
    return frame(placed(happening(claim(words, document=f"d-{at}", kind=kind), day), *places), day)


HIT = told("Shells hit the theatre in Aldern", DAY, ALDERN, at=2)
STRUCK = told("The theatre in Aldern was struck", DAY, ALDERN, at=3)
OF_TOWN = event_of("deed|violence|test:aldern|", [HIT, STRUCK])
OF_PLANT = event_of("event|nuclear|UA-14", [told("Shells hit the nuclear plant in Aldern", DAY, ALDERN)])


@pytest.mark.parametrize(
    ("tale", "is_so"),
    [
        (told("Our side did not shell the theatre", DAY, ALDERN), True),
        (told("Bombs fell on Aldern", DAY, ALDERN), True),
        (told("Bombs fell on the school in Aldern", DAY, ALDERN), False),
        (told("Bombs fell on Aldern", "2025-03-20", ALDERN), False),
        (told("Bombs fell on Bresk", DAY, BRESK), False),
        (told("The theatre in Aldern opens a play", DAY, ALDERN, kind="other"), False),
    ],
)
def test_of_a_strike_on_a_town_is_told_what_names_its_site_or_the_town_alone(tale: Frame, *, is_so: bool) -> None:
    assert OF_TOWN is not None
    assert tells_of(OF_TOWN, tale) == is_so


@pytest.mark.parametrize(
    ("tale", "is_so"),
    [
        (told("Ostria is taking the world hostage by shelling the nuclear plant"), True),
        (told("Ostria shells the nuclear plant in Aldern", DAY, ALDERN), True),
        (told("Ostria shells the nuclear plant in Bresk", DAY, BRESK), False),
        (told("Ostria shells Aldern", DAY, ALDERN), False),
        (told("Ostria shells the nuclear plant", "2025-05-10"), False),
    ],
)
def test_of_a_strike_on_a_plant_is_told_what_names_it_or_no_other(tale: Frame, *, is_so: bool) -> None:
    assert OF_PLANT is not None
    assert tells_of(OF_PLANT, tale) == is_so


def test_who_holds_a_town_and_a_strike_that_lasts_for_months_are_no_event() -> None:
    assert event_of("control|test:aldern", [HIT]) is None
    later = told("Shells hit Aldern", "2025-08-10", ALDERN, at=4)
    assert event_of("deed|violence|test:aldern|", [HIT, later]) is None


def test_a_claim_is_looked_at_for_the_events_of_its_town_site_and_ship() -> None:
    assert groups_told(HIT) == {"at|test:aldern", "at|theatre"}
    assert groups_told(told("Talks were held in Aldern", DAY, ALDERN, kind="negotiation")) == set()


def test_a_question_holds_what_is_told_of_its_event_and_keeps_name_and_title() -> None:
    left, right = sorted((HIT.claim.id, STRUCK.claim.id))
    link = Link("k-1", left, right, "agrees", "existence", "so", 0.8, "test")
    frames = {one.claim.id: one for one in (HIT, STRUCK)}
    loose = [told("We never bombed the theatre", DAY, ALDERN, at=5), told("Bombs fell on Bresk", DAY, BRESK, at=6)]

    def adopting(event: Event, _: object) -> list[Frame]:
        return [one for one in loose if tells_of(event, one)]

    (plain,), (full,) = questions_of(frames, [link]), questions_of(frames, [link], adopting=adopting)
    assert set(full.claim_ids) == {*plain.claim_ids, loose[0].claim.id}
    assert (full.id, full.title) == (plain.id, plain.title)
