"""How two claims stand to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, NORDLAND, claim, counting, frame, happening, of_side, placed, report

from fogline.links.frames import frames_of
from fogline.links.judging import judge
from fogline.records.claims import STANCES, Claim, Party, Stance
from fogline.records.links import Link
from fogline.records.mentions import Actor, Quantity
from fogline.records.spans import Span


def relation(
    one: Claim, other: Claim, days: tuple[str | None, str | None] = ("2025-03-16", "2025-03-16")
) -> str | None:
    link = judge(frame(one, days[0]), frame(other, days[1]))
    return None if link is None else link.relation


def test_full_control_clashes_with_battles_that_go_on_at_the_same_place() -> None:
    held = of_side(placed(claim("Our forces have taken full control of Aldern", "Igor Danko"), ALDERN), "Russia")
    fought = of_side(placed(claim("Battles are still going on in Aldern", document="d-2"), ALDERN), "Ukraine")
    assert relation(held, fought) == "clashes"


def test_two_sides_that_hold_one_town_clash() -> None:
    one = of_side(placed(claim("Our troops hold Aldern", "Igor Danko"), ALDERN), "Russia")
    other = of_side(placed(claim("Our troops hold Aldern firmly", document="d-2"), ALDERN), "Ukraine")
    assert relation(one, other) == "clashes"


def test_holding_two_towns_is_no_matter_to_clash_on() -> None:
    one = of_side(placed(claim("Our troops hold Aldern", "Igor Danko"), ALDERN), "Russia")
    other = of_side(placed(claim("Our troops hold Bresk", document="d-2"), BRESK), "Ukraine")
    assert relation(one, other) is None


def test_a_denial_clashes_with_what_it_denies() -> None:
    said = placed(claim("Russian missiles struck the market in Aldern", "Ivar Lund"), ALDERN)
    denied = of_side(
        placed(claim("having struck the market in Aldern", "Igor Danko", document="d-2"), ALDERN),
        "Russia",
        stance="denies",
    )
    assert relation(said, denied) == "clashes"


def test_denying_ones_own_part_leaves_the_dead_undisputed() -> None:
    dead = placed(claim("Seventeen people died in the strike on the market of Aldern", "Mission of Doctors"), ALDERN)
    denied = of_side(
        placed(claim("having struck the market in Aldern", "Igor Danko", document="d-2"), ALDERN),
        "Russia",
        stance="denies",
    )
    assert relation(dead, denied) != "clashes"


def test_silence_clashes_with_nothing_and_ends_when_the_silent_party_speaks() -> None:
    silent = of_side(claim("the strike on the market of Aldern"), "Russia", stance="declines")
    told = of_side(claim("a missile strike hit the market of Aldern by mistake", document="d-2"), "Russia")
    other = of_side(claim("a missile strike hit the market of Aldern", "Olena Hnat", document="d-3"), "Ukraine")
    assert relation(silent, told, ("2025-03-16", "2025-03-20")) == "supersedes"
    assert relation(silent, other) == "differs"


def test_a_party_that_turns_round_supersedes_its_denial() -> None:
    before = of_side(placed(claim("that any of its aircraft had bombed Aldern"), ALDERN), "Russia", stance="denies")
    after = of_side(placed(claim("its aircraft bombed a depot in Aldern", document="d-2"), ALDERN), "Russia")
    link = judge(frame(before, "2025-03-16"), frame(after, "2025-03-20"))
    assert link is not None
    assert (link.relation, link.left_id) == ("supersedes", after.id)


KILLED = Quantity(38, None, "count", "soldiers", scope="killed", whose="combatant")


def toll(text: str, number: str, quantity: Quantity, speaker: str, document: str) -> Claim:
    return placed(counting(claim(text, speaker, document=document), number, quantity), ALDERN)


def test_numbers_that_exclude_each_other_clash_on_one_day_and_not_when_a_toll_grew() -> None:
    many = toll("At least 38 soldiers were killed at the Aldern camp", "At least 38", KILLED, "Ivar Lund", "d-1")
    six = Quantity(6, 6, "count", "soldiers", scope="killed", whose="combatant")
    few = toll("Six soldiers were killed at the Aldern camp", "Six", six, "Igor Danko", "d-2")
    assert relation(many, few) == "clashes"
    forty = Quantity(44, 44, "count", "soldiers", scope="killed", whose="combatant")
    grown = Quantity(50, 50, "count", "soldiers", scope="killed", whose="combatant")
    early = toll("44 soldiers were killed at the Aldern camp", "44", forty, "Ivar Lund", "d-3")
    later = toll("50 soldiers were killed at the Aldern camp", "50", grown, "Igor Danko", "d-4")
    assert relation(early, later, ("2025-03-16", "2025-03-18")) == "differs"


def test_bounds_that_allow_each_other_agree() -> None:
    at_least = toll("At least 38 soldiers were killed at the Aldern camp", "At least 38", KILLED, "Ivar Lund", "d-1")
    forty = Quantity(40, 40, "count", "soldiers", scope="killed", whose="combatant")
    exact = toll("40 soldiers were killed at the Aldern camp", "40", forty, "Igor Danko", "d-2")
    assert relation(at_least, exact) == "agrees"


def test_killed_soldiers_and_buried_civilians_are_not_compared() -> None:
    soldiers = toll("At least 38 soldiers were killed at Aldern", "At least 38", KILLED, "Ivar Lund", "d-1")
    eleven = Quantity(11, 11, "count", "civilians", scope="killed", whose="civilian")
    civilians = toll("Eleven civilians were killed at Aldern", "Eleven", eleven, "A nurse", "d-2")
    link = judge(frame(soldiers), frame(civilians))
    assert link is None or link.about != "number"


def test_a_party_that_gives_another_area_later_supersedes_and_progress_is_no_clash() -> None:
    def area(low: float, day: str) -> Claim:
        made = of_side(claim(f"its troops hold {low:.0f} sq km of ground", document=f"d-{day}"), "Ukraine")
        return placed(counting(made, f"{low:.0f} sq km", Quantity(low, low, "km2", "ground")), NORDLAND)

    assert relation(area(1368, "a"), area(110, "b"), ("2025-01-10", "2025-03-16")) == "supersedes"


def test_square_miles_are_compared_as_square_kilometres() -> None:
    one = counting(
        claim("the army holds 42 square miles of ground"), "42 square miles", Quantity(42, 42, "mi2", "ground")
    )
    other = claim("the army holds 109 sq km of ground", "Igor Danko", document="d-2")
    assert (
        relation(placed(one, NORDLAND), placed(counting(other, "109 sq km", Quantity(109, 109, "km2")), NORDLAND))
        == "agrees"
    )


def test_copied_words_repeat_whoever_prints_them() -> None:
    text = "A volley of rockets set two fuel tanks on fire at the port of Aldern early on Monday"
    assert relation(claim(text, None), claim(text, None, document="d-2")) == "repeats"


def test_a_strike_in_march_and_one_in_july_are_two() -> None:
    one = happening(placed(claim("Russian missiles struck Aldern"), ALDERN), "2025-03-14")
    other = happening(
        placed(claim("Russian missiles struck Aldern", document="d-2", speaker="A. Berg"), ALDERN), "2025-06-20"
    )
    assert relation(one, other, ("2025-03-15", "2025-06-21")) is None


def test_a_reason_names_both_claimants_their_words_and_days() -> None:
    held = of_side(placed(claim("Our forces have taken full control of Aldern", "Igor Danko"), ALDERN), "Russia")
    fought = of_side(placed(claim("Battles are still going on in Aldern", document="d-2"), ALDERN), "Ukraine")
    link = judge(frame(held), frame(fought))
    assert link is not None
    for part in (
        "Igor Danko (Russia)",
        "Ivar Lund (Ukraine)",
        "16 Mar 2025",
        "full control of Aldern",
        "still going on",
    ):
        assert part in link.reason


PARTS = ("Our troops", "The army", "Rebels", "A missile", "Residents"), (
    "hold", "never took", "have fully taken", "struck", "killed 12 people near", "left", "denied striking",
), ("Aldern", "the port", "the camp at Bresk", "the bridge")  # fmt: skip
CLAIMS = st.builds(
    lambda who, did, what, speaker, stance, number, day: (
        of_side(claim(f"{who} {did} {what}", speaker, document=f"d-{number}", at=number * 100), "Russia", stance=stance)
        if number % 2
        else claim(f"{who} {did} {what}", speaker, document=f"d-{number}", at=number * 100, stance=stance),
        f"2025-03-{day:02d}",
    ),
    *map(st.sampled_from, PARTS),
    st.sampled_from(["Ivar Lund", "Igor Danko"]),
    st.sampled_from(STANCES),
    st.integers(0, 5),
    st.integers(1, 28),
)


@given(CLAIMS, CLAIMS)
def test_judging_does_not_depend_on_the_order(one: tuple[Claim, str], other: tuple[Claim, str]) -> None:
    left, right = frame(*one), frame(*other)
    assert judge(left, right) == judge(right, left)


@given(CLAIMS)
def test_a_claim_is_not_linked_with_itself(one: tuple[Claim, str]) -> None:
    assert judge(frame(*one), frame(*one)) is None


@given(CLAIMS, CLAIMS)
def test_links_are_well_formed(one: tuple[Claim, str], other: tuple[Claim, str]) -> None:
    link: Link | None = judge(frame(*one), frame(*other))
    if link is not None:
        assert 0 < link.score <= 1
        assert link.fields
        assert link.relation == "supersedes" or link.left_id < link.right_id


@given(CLAIMS)
def test_the_same_words_said_again_by_the_same_party_never_clash(one: tuple[Claim, str]) -> None:
    made, day = one
    again = claim(made.text, "Ivar Lund", document="d-9", at=900, stance=made.stance)
    link = judge(frame(claim(made.text, "Ivar Lund", stance=made.stance), day), frame(again, day))
    assert link is None or link.relation != "clashes"


@pytest.mark.parametrize("stance", ["declines", "unconfirmed"])
def test_silence_never_clashes(stance: Stance) -> None:
    silent = of_side(claim("the strike on the market of Aldern"), "Russia", stance=stance)
    for other in ("A missile struck the market of Aldern", "No missile struck the market of Aldern"):
        assert relation(silent, claim(other, "A. Berg", document="d-2")) != "clashes"


def test_two_who_blame_each_other_in_one_sentence_clash() -> None:
    sentence = Span(
        0, 90, "Russia and Ukraine, each for its part, blame each other after dozens died in a strike on Aldern."
    )

    def charge(charged: str, side: str, at: int) -> Claim:
        made = of_side(claim(f"{charged} after dozens died in a strike on Aldern", f"{side} staff", at=at), side)
        actors = (Party(Actor(charged, "government", charged), None),)
        return replace(placed(made, ALDERN), sentence=sentence, stance="accuses", kind="casualties", actors=actors)

    one, other = frames_of(report(), [charge("Ukraine", "Russia", 0), charge("Russia", "Ukraine", 200)])
    link = judge(one, other)
    assert link is not None
    assert (link.relation, link.about) == ("clashes", "actor")
    third = frames_of(report(), [charge("Ukraine", "Russia", 0), charge("Russia", "Poland", 200)])
    kept = judge(*third)
    assert kept is None or kept.relation != "clashes"
