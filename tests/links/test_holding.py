"""What is said of ground: not of whatever else one can control, and not what was only asked for."""

from __future__ import annotations

from dataclasses import replace

from tests.links.accounts import at_aldern, relation
from tests.links.making import ALDERN, claim, frame, of_side, placed

from fogline.links.comparing.holding import hold_of
from fogline.records.claims import Claim


def sided(text: str, speaker: str, side: str, document: str) -> Claim:
    return placed(of_side(claim(text, speaker, document=document), side, kind="control"), ALDERN)


def test_control_over_a_thing_holds_no_ground() -> None:
    for thing in ("radiation levels", "the lorry", "the situation"):
        lost = frame(at_aldern(f"that the plant lost control over {thing} at Aldern", "control"))
        assert not lost.words.has("hold", "lose"), thing
    assert frame(at_aldern("that the army lost control over Aldern", "control")).words.has("lose")


def test_who_was_asked_to_leave_has_not_left() -> None:
    asked = at_aldern("We allowed them to withdraw from Aldern, they refused", "movement")
    assert hold_of(frame(asked)) is None


def test_what_is_taken_the_next_day_was_held_the_day_before() -> None:
    held = replace(sided("Ukraine controls Aldern", "Ada Holm", "Ukraine", "d-1"), status="actual")
    taken = sided("Russia captured all of Aldern", "Ivar Lund", "Russia", "d-2")
    assert relation(held, taken, ("2025-03-16", "2025-03-16")) == "clashes"
    assert relation(held, taken, ("2025-03-16", "2025-03-17")) == "differs"
