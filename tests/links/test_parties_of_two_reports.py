"""Who speaks for whom across two reports: as one of them tells, or as an officer's rank and his report let guess."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, claim, placed, report
from tests.links.making import frame as alone

from fogline.links.frames import Frame, frames_of
from fogline.links.verdicts import same_party
from fogline.records.claims import Claim, Speaker


def named(made: Claim, name: str, kind: str = "person", side: str | None = None) -> Claim:
    return replace(made, speaker=Speaker(name, kind, side, None))  # type: ignore[arg-type]


def told(name: str, document: str, kind: str = "person", side: str | None = None) -> Frame:
    return alone(named(claim("the raid on the mill", document=document), name, kind, side))


def test_who_is_introduced_in_one_report_speaks_for_his_house_in_the_other() -> None:
    his = named(claim("the mill was empty", document="d-one"), "Ada Roe", side="River Front")
    house = named(claim("the raid on the mill", document="d-one", at=200), "River Front", "armed_force")
    introduced = frames_of(report("one"), [his, house])[1]
    assert same_party(told("Ada Roe", "d-two"), introduced)
    assert not same_party(told("Ivar Lund", "d-two"), introduced)


def test_an_officer_without_a_side_serves_the_only_state_of_his_report() -> None:
    army = alone(named(claim("the raid on the mill", document="d-army"), "army", "armed_force", "Ukraine"))
    officer = placed(named(claim("the mill was empty", document="d-two"), "Marshal Ada Roe"), ALDERN)
    assert same_party(alone(officer), army)
    baker = placed(named(claim("the mill was empty", document="d-two"), "Ada Roe"), ALDERN)
    assert not same_party(alone(baker), army)
