"""Two tellings of one thing at two stages: tolls that grew, ships that sank, ground that shrank, other guests."""

from __future__ import annotations

from dataclasses import replace

from tests.links.accounts import at_aldern, by, denial, linked, relation
from tests.links.making import ALDERN, claim, counting, happening, of_side, placed

from fogline.records.claims import Claim, Party
from fogline.records.mentions import Actor, Quantity


def counted(text: str, number: str, low: float, high: float | None, scope: str | None, **more: str) -> Claim:
    made = at_aldern(text, "casualties", more.get("document", "d-1"), more.get("speaker"))
    return counting(made, number, Quantity(low, high, "count", more.get("of", "people"), scope=scope))


def test_a_least_number_agrees_with_none_that_is_far_beyond_it() -> None:
    early = counted("More than 30 people were killed at the station in Aldern", "30", 30, None, "killed")
    late = counted("Rockets killed 50 people at the station in Aldern", "50", 50, 50, "killed", document="d-2",
                   speaker="Bo Lind")  # fmt: skip
    near = counted("Rockets killed 32 people at the station in Aldern", "32", 32, 32, "killed", document="d-2",
                   speaker="Bo Lind")  # fmt: skip
    assert relation(early, late) != "agrees"
    assert relation(early, near) == "agrees"


def test_twenty_wounded_are_not_twenty_dead() -> None:
    dead = counted("At least 20 people were killed in the strike on the mall in Aldern", "20", 20, None, "killed")
    hurt = counted("2 people died in the strike on the mall in Aldern, 20 people are wounded", "2 ", 2, 2, "killed",
                   document="d-2", speaker="Bo Lind")  # fmt: skip
    hurt = counting(hurt, "20", Quantity(20, 20, "count", "people", scope="wounded"))
    assert relation(dead, hurt) != "agrees"


def test_the_same_dead_and_more_wounded_are_the_later_word() -> None:
    def toll(wounded: int, document: str) -> Claim:
        text = f"In all 358 people were killed and {wounded} were wounded in Aldern"
        made = counted(text, "358", 358, 358, "killed", document=document, speaker="Ada Holm")
        return counting(made, str(wounded), Quantity(wounded, wounded, "count", "people", scope="wounded"))

    link = linked(toll(690, "d-1"), toll(693, "d-2"), ("2025-03-14", "2025-03-16"))
    assert link is not None
    assert (link.relation, link.about) == ("supersedes", "number")
    assert "690" in link.reason


def test_what_was_destroyed_is_not_counted_against_what_was_damaged() -> None:
    def hospitals(text: str, number: int, document: str, speaker: str) -> Claim:
        made = counting(claim(text, speaker, document=document, kind="damage"), str(number),
                        Quantity(number, number, "count", "hospitals"))  # fmt: skip
        return by(made, "army", "Russia")

    ruined = hospitals("The Russian army has destroyed 22 hospitals", 22, "d-1", "Ada Holm")
    hit = hospitals("The Russian army has damaged 324 hospitals", 324, "d-2", "Bo Lind")
    assert relation(ruined, hit) != "clashes"


def test_two_hours_of_one_day_are_two_strikes() -> None:
    night = happening(by(at_aldern("Last night Russian troops hit Aldern", "attack", speaker=None), "troops", "Russia"),
                      "2025-03-16")  # fmt: skip
    noon = happening(by(at_aldern("This afternoon Russian troops hit Aldern", "attack", "d-2"), "troops", "Russia"),
                     "2025-03-16")  # fmt: skip
    plain = happening(by(at_aldern("Russian troops hit Aldern", "attack", "d-2"), "troops", "Russia"), "2025-03-16")
    assert relation(night, plain) == "agrees"
    assert relation(night, noon) != "agrees"


def test_a_ship_that_sank_is_more_than_the_same_ship_afloat() -> None:
    afloat = of_side(claim("the cruiser Orsk is damaged by fire but remains afloat", "Igor Danko"), "Russia")
    sunk = of_side(claim("the cruiser Orsk was damaged by fire and has sunk", "Igor Danko", document="d-2"), "Russia")
    link = linked(replace(afloat, kind="damage"), replace(sunk, kind="damage"), ("2025-03-16", "2025-03-17"))
    assert link is not None
    assert link.relation == "supersedes"


def test_dozens_of_dead_may_be_thirty_nine() -> None:
    dozens = counted("Dozens of people were killed at the station in Aldern", "Dozens", 24, None, "killed")
    vague = replace(dozens.quantities[0], quantity=replace(dozens.quantities[0].quantity, approximate=True))
    told = counted("Rockets killed 39 people at the station in Aldern", "39", 39, 39, "killed", document="d-2",
                   speaker="Bo Lind")  # fmt: skip
    link = linked(replace(dozens, quantities=(vague,)), told)
    assert link is None or link.about != "time"


def test_the_same_dead_and_far_more_wounded_are_told_at_two_hours() -> None:
    def toll(wounded: int, document: str, speaker: str | None) -> Claim:
        text = f"Rockets killed 25 people and wounded {wounded} at the station in Aldern"
        made = counted(text, "25", 25, 25, "killed", document=document)
        made = made if speaker is None else replace(made, speaker=claim(text, speaker).speaker)
        return counting(made, str(wounded), Quantity(wounded, wounded, "count", "people", scope="wounded"))

    assert relation(toll(50, "d-1", None), toll(52, "d-2", "Bo Lind")) == "agrees"
    assert relation(toll(50, "d-1", None), toll(85, "d-2", "Bo Lind")) == "differs"


def test_the_earlier_number_stands_first_in_a_reason() -> None:
    early = counted("In all 306 people were killed in Aldern", "306", 306, 306, "killed", speaker="Ada Holm")
    late = counted("In all 329 people were killed in Aldern", "329", 329, 329, "killed", document="d-2",
                   speaker="Ada Holm")  # fmt: skip
    for one, other, days in (
        (early, late, ("2025-03-14", "2025-03-16")), (late, early, ("2025-03-16", "2025-03-14")),
    ):  # fmt: skip
        link = linked(one, other, days)
        assert link is not None
        assert "306, then 329" in link.reason


def test_who_holds_only_a_part_since_no_longer_says_the_same() -> None:
    def held(text: str, document: str) -> Claim:
        return by(of_side(at_aldern(text, "control", document), "Ukraine", kind="control"), "army", "Ukraine")

    whole = held("The Ukrainian army controls Aldern", "d-1")
    part = held("The Ukrainian army controls half of Aldern", "d-2")
    link = linked(whole, part, ("2025-03-14", "2025-03-16"))
    assert link is not None
    assert link.relation == "supersedes"
    regained = linked(part, whole, ("2025-03-14", "2025-03-16"))
    assert regained is None or "only a part" not in regained.reason


def test_two_meetings_with_other_guests_are_two() -> None:
    def met(guest: str, document: str) -> Claim:
        made = placed(claim(f"President Holm held a meeting in Aldern with {guest}", None, document=document), ALDERN)
        return replace(made, kind="meeting", predicate="meet", targets=(Party(Actor(guest, "person", None), None),))

    first, other = met("Bishop Tarn", "d-1"), met("General Rusk", "d-2")
    days = ("2025-03-15", "2025-03-16")
    assert relation(first, met("Bishop Tarn", "d-2"), days) is not None
    assert relation(first, other, days) not in ("repeats", "agrees")


def test_a_state_that_tells_of_a_fire_does_not_contradict_who_denies_its_strike() -> None:
    denied = placed(denial("reports of a Russian strike on the mall in Aldern", side="Belarus"), ALDERN)
    fire = of_side(at_aldern("the mall in Aldern was struck by a blast at a depot", "attack"), "Russia", kind="attack")
    charge = of_side(at_aldern("a Russian strike hit the mall in Aldern", "attack"), "Ukraine", kind="attack")
    assert relation(fire, denied) != "clashes"
    assert relation(charge, denied) == "clashes"


def test_five_of_one_kind_are_freed_beside_two_hundred_of_another() -> None:
    def freed(number: int, whom: str, document: str, speaker: str) -> Claim:
        text = f"{number} {whom} were freed in exchange for Marek Olan"
        made = claim(text, speaker, document=document, kind="detention", predicate="free")
        return counting(made, str(number), Quantity(number, number, "count", whom, scope="freed"))

    guards = freed(200, "guards", "d-2", "Bo Lind")
    assert relation(freed(5, "commanders", "d-1", "Ada Holm"), guards) != "clashes"
    assert relation(freed(5, "guards", "d-1", "Ada Holm"), guards) == "clashes"


def test_by_friday_names_no_doer() -> None:
    def shelled(text: str, document: str) -> Claim:
        made = by(at_aldern(text, "attack", document, None), "troops", "Russia")
        return happening(replace(made, predicate="shell"), "2025-03-16")

    plain = shelled("Homes in Aldern had been shelled by Friday", "d-1")
    assert relation(plain, shelled("Homes in Aldern were shelled by Russian troops", "d-2")) == "agrees"
    other = shelled("Homes in Aldern were shelled by Tarnish gunners", "d-1")
    assert relation(other, shelled("Homes in Aldern were shelled by Russian troops", "d-2")) != "agrees"


def test_who_is_charged_with_entering_and_says_that_nobody_did_does_not_agree() -> None:
    charge = by(
        at_aldern("Russian patrols of entering Aldern and holding its bridge", "deployment"), "patrols", "Russia"
    )
    charge = replace(charge, stance="accuses")
    none = of_side(at_aldern("No soldier of ours holds a street in Aldern", "movement", "d-2", "Igor Danko"), "Russia")
    assert relation(charge, replace(none, kind="movement", status="negated", predicate="hold")) != "agrees"
