"""What is linked does not depend on the order of reading, whatever claims lack."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, NORDLAND, claim, of_side, placed, report

from fogline.links.blocking import blocks_of, looks_into
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.links.linker import Blocks, link_frame
from fogline.links.questions import questions_of
from fogline.records.claims import Claim
from fogline.records.links import Link

TEXTS = (
    "Our forces hold the camp at Aldern",
    "Battles are still going on in Aldern",
    "Rockets struck the bus station in Aldern and killed nine people",
    "no rocket had struck the bus station in Aldern",
    "Northland of shelling the hospital in Bresk",
    "Nobody shelled the hospital in Bresk",
    "The truce was broken near Bresk",
)
DAYS = ("2025-03-16", "2025-03-17", "2025-05-02", None)


def made(number: int, text: str, side: str | None) -> Claim:
    told = claim(text, f"Speaker {side}" if side else None, document=f"d-r{number}")
    told = of_side(told, side) if side else told
    return placed(told, ALDERN if "Aldern" in text else BRESK, NORDLAND)


@st.composite
def reports(draw: st.DrawFn) -> list[tuple[Frame, ...]]:
    count = draw(st.integers(2, 7))
    picked = [
        (draw(st.sampled_from(TEXTS)), draw(st.sampled_from(("Russia", "Ukraine", None))), draw(st.sampled_from(DAYS)))
        for _ in range(count)
    ]
    return [
        frames_of(report(f"r{number}", day, f"Paper {number % 3}"), [made(number, text, side)])
        for number, (text, side, day) in enumerate(picked)
    ]


def read_in_order(told: list[tuple[Frame, ...]]) -> dict[str, Link]:
    blocks, links, known = Blocks(), dict[str, Link](), dict[str, Frame]()
    for frames in told:
        for frame in frames:
            mates = [known[claim_id] for claim_id in blocks.mates(looks_into(frame))]
            links |= {link.id: link for link in link_frame(frame, mates)}
        for frame in frames:
            blocks.add(frame)
            known[frame.claim.id] = frame
    return links


@settings(max_examples=60, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_any_order_of_reading_gives_the_same_links_and_questions(told: list[tuple[Frame, ...]], chance: Random) -> None:
    frames = {frame.claim.id: frame for members in told for frame in members}
    first = read_in_order(told)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert read_in_order(shuffled) == first
    assert questions_of(frames, list(first.values())) == questions_of(frames, list(first.values())[::-1])


@settings(max_examples=60, deadline=None)
@given(reports())
def test_looking_is_mutual_with_and_without_days(told: list[tuple[Frame, ...]]) -> None:
    frames = [frame for members in told for frame in members]
    for one in frames:
        for other in frames:
            meets = bool(set(looks_into(one)) & set(blocks_of(other)))
            assert meets == bool(set(looks_into(other)) & set(blocks_of(one)))


@settings(max_examples=60, deadline=None)
@given(reports())
def test_judging_is_symmetric(told: list[tuple[Frame, ...]]) -> None:
    frames = [frame for members in told for frame in members]
    assert all(judge(one, other) == judge(other, one) for one in frames for other in frames)


def test_a_claim_without_a_day_meets_a_dated_one_on_its_matter_either_way() -> None:
    dated, undated = (
        frames_of(report(name, day), [made(number, TEXTS[number], side)])[0]
        for number, (name, day, side) in enumerate((("r0", "2025-03-16", "Russia"), ("r1", None, "Ukraine")))
    )
    assert set(looks_into(dated)) & set(blocks_of(undated))
    assert set(looks_into(undated)) & set(blocks_of(dated))
