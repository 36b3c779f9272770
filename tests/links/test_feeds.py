"""Short reports of one war share words by chance: what more two of them must share to tell one thing."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, claim, counting, frame, of_side, placed

from fogline.links.judging import judge
from fogline.records.claims import Claim, Party
from fogline.records.links import Link
from fogline.records.mentions import Actor, Quantity


def linked(one: Claim, other: Claim, days: tuple[str, str] = ("2025-03-16", "2025-03-16")) -> Link | None:
    return judge(frame(one, days[0], "Gazette"), frame(other, days[1], "Courier"))


def shelled(text: str, document: str, side: str = "Russia", speaker: str | None = None) -> Claim:
    made = placed(claim(text, speaker, document=document, kind="attack", predicate="shell"), ALDERN)
    return replace(made, actors=(Party(Actor(f"{side} troops", "armed_force", side), None),))


def test_what_two_papers_tell_a_week_apart_of_a_town_shelled_daily_is_not_one_thing() -> None:
    one = shelled("Russian troops shelled homes in Aldern", "d-1")
    other = shelled("Russian troops shelled homes in Aldern again", "d-2")
    assert linked(one, other) is not None
    later = linked(one, shelled("Russian troops shelled a row of homes in Aldern", "d-2"), ("2025-03-10", "2025-03-17"))
    assert later is None or later.relation != "agrees"


def test_two_papers_that_lay_a_shelling_to_two_armies_do_not_agree() -> None:
    one = shelled("Russian troops shelled homes in Aldern", "d-1")
    other = shelled("Ukrainian troops shelled homes in Aldern", "d-2", side="Ukraine")
    link = linked(one, other)
    assert link is None or link.relation not in ("agrees", "repeats")


def test_two_least_numbers_far_apart_do_not_agree() -> None:
    def injured(number: int, document: str, speaker: str | None) -> Claim:
        made = placed(claim(f"More than {number} children were injured in Aldern", speaker, document=document), ALDERN)
        made = replace(made, kind="casualties")
        return counting(made, str(number), Quantity(number, None, "count", "children", scope="wounded"))

    near = linked(injured(400, "d-1", "Ada Holm"), injured(420, "d-2", None))
    far = linked(injured(400, "d-1", "Ada Holm"), injured(620, "d-2", None))
    assert near is not None
    assert near.relation == "agrees"
    assert far is not None
    assert far.relation == "differs"


def test_a_paper_that_tells_of_a_later_strike_does_not_go_back_on_its_word() -> None:
    hit = placed(claim("Rockets hit Aldern", None, document="d-1", kind="attack"), ALDERN)
    unexploded = placed(
        claim("Rockets hit Aldern, but some did not explode", None, document="d-2", kind="attack"), ALDERN
    )
    one, other = frame(hit, "2025-03-01", "Gazette"), frame(unexploded, "2025-04-05", "Gazette")
    link = judge(one, other)
    assert link is None or link.about != "polarity"


def test_a_speaker_who_takes_back_what_he_said_supersedes_it() -> None:
    held = of_side(placed(claim("Northern troops have attacked Aldern", "Ada Holm", kind="attack"), ALDERN), "Ukraine")
    denied = of_side(
        placed(claim("Northern troops have not attacked Aldern", "Ada Holm", document="d-2"), ALDERN), "Ukraine"
    )
    denied = replace(denied, kind="attack", status="negated", predicate="attack")
    link = linked(replace(held, kind="attack"), denied, ("2025-03-16", "2025-03-18"))
    assert link is not None
    assert (link.relation, link.about) == ("supersedes", "polarity")
