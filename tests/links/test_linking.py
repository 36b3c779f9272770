"""Blocks, incremental linking, origins and questions."""

from __future__ import annotations

from itertools import combinations, permutations

from tests.links.making import ALDERN, BRESK, claim, frame, of_side, placed

from fogline.links.blocking import blocks_of, looks_into
from fogline.links.frames import Frame
from fogline.links.judging import judge
from fogline.links.linker import Blocks, link_frame
from fogline.links.origins import Joined, origins_of
from fogline.links.questions import questions_of, standings_of
from fogline.records.links import Link

HELD = of_side(placed(claim("Our forces have taken full control of Aldern", "Igor Danko"), ALDERN), "Russia")
AGAIN = of_side(
    placed(claim("Our forces have taken full control of Aldern", "Igor Danko", document="d-3"), ALDERN), "Russia"
)
FOUGHT = of_side(placed(claim("Battles are still going on in Aldern", document="d-2"), ALDERN), "Ukraine")
ELSEWHERE = placed(claim("Talks on grain resumed in Bresk", "A. Berg", document="d-4"), BRESK)


def link_all(frames: list[Frame]) -> set[Link]:
    blocks, links = Blocks(), set[Link]()
    known: dict[str, Frame] = {}
    for made in frames:
        links |= set(link_frame(made, [known[claim_id] for claim_id in blocks.mates(looks_into(made))]))
        blocks.add(made)
        known[made.claim.id] = made
    return links


def test_claims_on_one_matter_share_a_block_and_others_do_not() -> None:
    held, fought, elsewhere = frame(HELD), frame(FOUGHT), frame(ELSEWHERE)
    assert set(looks_into(held)) & set(blocks_of(fought))
    assert not set(looks_into(held)) & set(blocks_of(elsewhere))


def test_claims_a_year_apart_share_no_block() -> None:
    assert not set(looks_into(frame(HELD, "2025-03-16"))) & set(blocks_of(frame(FOUGHT, "2024-03-16")))


def test_the_order_of_reading_does_not_change_the_links() -> None:
    frames = [frame(made) for made in (HELD, AGAIN, FOUGHT, ELSEWHERE)]
    expected = {link for one, other in combinations(frames, 2) if (link := judge(one, other))}
    assert expected
    for order in permutations(frames):
        assert link_all(list(order)) == expected


def test_a_full_block_gives_the_claims_that_share_most() -> None:
    blocks = Blocks()
    for number in range(30):
        blocks.add(frame(placed(claim("A bridge in Aldern was hit", document=f"d-{number}"), ALDERN)))
    blocks.add(frame(FOUGHT))
    assert FOUGHT.id in blocks.mates(looks_into(frame(FOUGHT)), most=1)


def test_one_announcement_in_two_reports_has_one_origin() -> None:
    frames = {made.id: frame(made) for made in (HELD, AGAIN, FOUGHT)}
    origins = origins_of(frames, link_all(list(frames.values())))
    assert origins[HELD.id] == origins[AGAIN.id] != origins[FOUGHT.id]


def test_joined_sets_go_by_their_smallest_id() -> None:
    joined = Joined()
    for one, other in (("d", "c"), ("b", "a"), ("c", "b")):
        joined.join(one, other)
    assert {joined.find(item) for item in "abcd"} == {"a"}


def test_a_question_asks_who_holds_a_place_and_shows_both_sides() -> None:
    frames = {made.id: frame(made) for made in (HELD, AGAIN, FOUGHT, ELSEWHERE)}
    links = sorted(link_all(list(frames.values())), key=lambda link: link.id)
    standing = standings_of(frames, links)[0]
    assert standing.question.title == "Who holds Aldern?"
    assert standing.state == "disputed"
    assert {position.party for position in standing.positions} == {"Russia", "Ukraine"}
    russia = next(position for position in standing.positions if position.party == "Russia")
    assert (len(russia.claim_ids), russia.origins, russia.first) == (2, 1, "2025-03-16")


def test_questions_do_not_depend_on_the_order_of_links() -> None:
    frames = {made.id: frame(made) for made in (HELD, AGAIN, FOUGHT)}
    links = sorted(link_all(list(frames.values())), key=lambda link: link.id)
    assert questions_of(frames, links) == questions_of(frames, links[::-1])
