"""How a question stands: disputed while the last positions clash, changed once a party has moved on."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from fogline.links.states import disputes, state_of
from fogline.records.links import ABOUTS, RELATIONS, About, Link, Relation

# The garrison says it holds the mill, the rebels that they took it; later the garrison says that it has left.
HOLDS, TOOK, LEFT, AGAIN = "c-holds", "c-took", "c-left", "c-again"
PARTY = {HOLDS: "Garrison", TOOK: "Rebels", LEFT: "Garrison", AGAIN: "Rebels"}


def link(relation: Relation, left: str, right: str, about: About = "control") -> Link:
    return Link(f"k-{left}-{right}", left, right, relation, about, "because", 0.8, "test")


CLASH = link("clashes", HOLDS, TOOK)
MOVED_ON = link("supersedes", LEFT, HOLDS)


def test_a_clash_of_last_positions_is_disputed_however_long_both_have_been_silent() -> None:
    assert state_of([CLASH], PARTY) == "disputed"
    assert state_of([CLASH, link("repeats", TOOK, AGAIN)], PARTY) == "disputed"


def test_a_question_is_changed_once_a_party_has_moved_on_and_nobody_gainsays_it() -> None:
    assert state_of([CLASH, MOVED_ON], PARTY) == "changed"
    assert state_of([CLASH, MOVED_ON, link("clashes", LEFT, AGAIN)], PARTY) == "disputed"


def test_who_moves_on_in_another_field_or_for_another_party_settles_nothing() -> None:
    assert state_of([CLASH, link("supersedes", LEFT, HOLDS, "number")], PARTY) == "disputed"
    assert state_of([CLASH, link("supersedes", AGAIN, HOLDS)], PARTY) == "disputed"


def test_a_denial_ends_when_its_party_owns_up_not_when_it_tells_what_came_after() -> None:
    denial = link("clashes", HOLDS, TOOK, "existence")
    assert state_of([denial, link("supersedes", LEFT, HOLDS, "existence")], PARTY) == "disputed"
    assert state_of([denial, link("supersedes", LEFT, HOLDS, "confirmation")], PARTY) == "changed"


def test_without_a_clash_moving_on_comes_before_agreeing_and_one_party_is_one_sided() -> None:
    assert state_of([MOVED_ON, link("agrees", TOOK, LEFT)], PARTY) == "changed"
    assert state_of([link("agrees", TOOK, LEFT)], PARTY) == "agreed"
    assert state_of([link("differs", TOOK, LEFT)], PARTY) == "open"
    assert state_of([link("repeats", HOLDS, LEFT)], {HOLDS: "Garrison", LEFT: "Garrison"}) == "one-sided"


@st.composite
def some_links(draw: st.DrawFn) -> list[Link]:
    ends = st.sampled_from([*combinations(PARTY, 2)])
    told = draw(st.lists(st.tuples(st.sampled_from(RELATIONS), ends, st.sampled_from(ABOUTS)), max_size=6))
    return [link(relation, *pair, about) for relation, pair, about in told]


@given(some_links())
def test_the_order_of_links_tells_nothing_and_only_a_clash_disputes(told: list[Link]) -> None:
    assert state_of(told, PARTY) == state_of(told[::-1], PARTY)
    assert any(one.relation == "clashes" for one in told) or state_of(told, PARTY) != "disputed"


def test_one_line_that_many_gainsay_is_one_dispute_and_a_party_never_disputes_with_itself() -> None:
    told = [link("clashes", "c-line", f"c-{at}") for at in range(9)]
    parties = {"c-line": "Garrison", **{f"c-{at}": f"Paper {at}" for at in range(9)}}
    acts = {claim_id: claim_id for claim_id in parties}
    assert disputes(told, parties, acts) == 1
    again = [*told, link("clashes", "c-other", "c-1"), link("clashes", "c-other", "c-2")]
    assert disputes(again, {**parties, "c-other": "Garrison"}, {**acts, "c-other": "c-other"}) == 2
    assert disputes(again, {**parties, "c-other": "Garrison"}, {**acts, "c-other": "c-line"}) == 1
    own = link("clashes", HOLDS, LEFT)
    assert disputes([own], PARTY, {HOLDS: "a", LEFT: "b"}) == 0
    assert state_of([own], PARTY) == "open"


def test_what_one_party_tells_twice_is_not_agreed() -> None:
    assert state_of([link("agrees", HOLDS, LEFT)], PARTY) == "open"
