"""How a question stands: disputed while the last positions clash, changed once a party has moved on."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import claim, of_side

from fogline.links.states import disputes, sides_of, state_of
from fogline.records.claims import Claim, Party, Speaker
from fogline.records.links import ABOUTS, RELATIONS, About, Link, Position, Question, Relation, Standing, State
from fogline.records.mentions import Actor

# The garrison says it holds the mill, the rebels that they took it; later the garrison says that it has left.
HOLDS, TOOK, LEFT, AGAIN = "c-holds", "c-took", "c-left", "c-again"
PARTY = {HOLDS: "Garrison", TOOK: "Rebels", LEFT: "Garrison", AGAIN: "Rebels"}


SIDES = {"Garrison": "Ostria", "Rebels": "Veridia"}
CLAIMS = {
    claim_id: of_side(claim("the mill is held", party, document=f"d-{claim_id}"), SIDES[party], kind="control")
    for claim_id, party in PARTY.items()
}


def stood(links: list[Link], parties: dict[str, str] | None = None, about: About = "control") -> State:
    """How a question about the mill stands; those who speak for no side of the war are persons."""
    known = PARTY if parties is None else parties
    claims = {id_: CLAIMS.get(id_) or claim("it is so", who) for id_, who in known.items()}
    return state_of(about, links, known, claims, {})


def link(relation: Relation, left: str, right: str, about: About = "control") -> Link:
    return Link(f"k-{left}-{right}", left, right, relation, about, "because", 0.8, "test")


CLASH = link("clashes", HOLDS, TOOK)
MOVED_ON = link("supersedes", LEFT, HOLDS)


def test_a_clash_of_last_positions_is_disputed_however_long_both_have_been_silent() -> None:
    assert stood([CLASH]) == "disputed"
    assert stood([CLASH, link("repeats", TOOK, AGAIN)]) == "disputed"


def test_a_question_is_changed_once_a_party_has_moved_on_and_nobody_gainsays_it() -> None:
    assert stood([CLASH, MOVED_ON]) == "changed"
    assert stood([CLASH, MOVED_ON, link("clashes", LEFT, AGAIN)]) == "disputed"


def test_who_moves_on_in_another_field_or_for_another_party_settles_nothing() -> None:
    assert stood([CLASH, link("supersedes", LEFT, HOLDS, "number")]) == "disputed"
    assert stood([CLASH, link("supersedes", AGAIN, HOLDS)]) == "disputed"


def test_a_denial_ends_when_its_party_owns_up_not_when_it_tells_what_came_after() -> None:
    denial = link("clashes", HOLDS, TOOK, "existence")
    assert stood([denial, link("supersedes", LEFT, HOLDS, "existence")]) == "disputed"
    assert stood([denial, link("supersedes", LEFT, HOLDS, "confirmation")]) == "changed"


def test_without_a_clash_moving_on_comes_before_agreeing_and_one_party_is_one_sided() -> None:
    assert stood([MOVED_ON, link("agrees", TOOK, LEFT)]) == "changed"
    assert stood([link("agrees", TOOK, LEFT)]) == "agreed"
    assert stood([link("differs", TOOK, LEFT)]) == "open"
    assert stood([link("repeats", HOLDS, LEFT)], {HOLDS: "Garrison", LEFT: "Garrison"}) == "one-sided"


@st.composite
def some_links(draw: st.DrawFn) -> list[Link]:
    ends = st.sampled_from([*combinations(PARTY, 2)])
    told = draw(st.lists(st.tuples(st.sampled_from(RELATIONS), ends, st.sampled_from(ABOUTS)), max_size=6))
    return [link(relation, *pair, about) for relation, pair, about in told]


@given(some_links())
def test_the_order_of_links_tells_nothing_and_only_a_clash_disputes(told: list[Link]) -> None:
    assert stood(told) == stood(told[::-1])
    assert any(one.relation == "clashes" for one in told) or stood(told) != "disputed"


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
    assert stood([own]) == "open"


def test_what_one_party_tells_twice_is_not_agreed() -> None:
    assert stood([link("agrees", HOLDS, LEFT)]) == "open"


def by(party: str | None, side: str | None = None, **more: object) -> Claim:
    report = f"d-{party}-{side}"  # each side in a report of its own
    made = claim("the army of Ostria shelled the mill", party or "x", document=report, kind="attack", **more)
    speaker = None if party is None else Speaker(party, "government", side, None)
    return replace(made, speaker=speaker)


def told_by(*made: Claim, about: About = "actor") -> tuple[State, int]:
    """The state where each claim agrees with the next, and how many sides speak."""
    claims = {f"c-{at}": one for at, one in enumerate(made)}
    parties = {id_: (one.speaker.side or one.speaker.name) if one.speaker else "Gazette" for id_, one in claims.items()}
    links = [link("agrees", f"c-{at}", f"c-{at + 1}", "existence") for at in range(len(made) - 1)]
    return state_of(about, links, parties, claims, {}), sides_of(about, links, parties, claims)


def test_two_sides_agree_and_a_side_and_its_press_do_not() -> None:
    assert told_by(by("Ministry", "Ostria"), by("Ministry", "Veridia")) == ("agreed", 2)
    assert told_by(by("Ministry", "Ostria"), by(None)) == ("one-sided", 1)
    assert told_by(by(None), replace(by(None), id="c-x")) == ("one-sided", 0)
    assert told_by(by("Ministry", "Ostria"), by("City Council")) == ("one-sided", 1)


def test_rebels_without_a_name_are_a_side() -> None:
    rebels = by("rebels")
    assert rebels.speaker is not None
    rebels = replace(rebels, speaker=replace(rebels.speaker, kind="armed_force"))
    assert told_by(by("Ministry", "Ostria"), rebels) == ("agreed", 2)


def test_who_is_silent_or_cannot_confirm_agrees_with_nothing() -> None:
    for stance in ("declines", "unconfirmed"):
        assert told_by(by("Ministry", "Ostria"), by("Ministry", "Veridia", stance=stance)) == ("one-sided", 1)


OSTRIANS = (Party(Actor("army of Ostria", "armed_force", "Ostria"), None),)


def test_a_deed_is_agreed_on_only_with_the_one_to_whom_it_is_laid() -> None:
    charge = by("Ministry", "Veridia", actors=OSTRIANS)
    assert told_by(charge, by("Envoy", "Nordland", actors=OSTRIANS)) == ("one-sided", 2)
    assert told_by(charge, by("Ministry", "Ostria", actors=OSTRIANS)) == ("agreed", 2)
    back = by("Ministry", "Ostria", actors=(Party(Actor("guns of Veridia", "armed_force", "Veridia"), None),))
    assert told_by(charge, back)[0] == "open"


def test_who_says_the_opposite_has_moved_on_only_where_another_says_so_too() -> None:
    denial = link("clashes", HOLDS, TOOK, "polarity")
    turn = link("supersedes", LEFT, HOLDS, "polarity")
    assert stood([denial, turn], about="polarity") == "disputed"
    assert stood([denial, turn, link("agrees", LEFT, AGAIN, "existence")], about="polarity") == "changed"


def test_a_new_toll_changes_no_question_of_who_did_it() -> None:
    raised = link("supersedes", LEFT, HOLDS, "number")
    assert stood([raised], about="actor") == "open"
    assert stood([raised], about="number") == "changed"


def test_who_did_it_is_no_dispute_of_how_many() -> None:
    assert stood([link("clashes", HOLDS, TOOK, "actor")], about="number") == "open"
    assert stood([link("clashes", HOLDS, TOOK, "number")], about="number") == "disputed"


def test_what_sides_dispute_comes_first_and_what_one_side_tells_last() -> None:
    def standing(state: State, clashes: int, sides: int) -> Standing:
        held = tuple(Position(f"party {at}", (f"c-{at}",), None, None, 1) for at in range(4))
        question = Question(f"q-{state}-{clashes}-{sides}", "Who holds the mill?", "control", ("c-0", "c-1"))
        return Standing(question, state, held, clashes, sides)

    ranked = [
        standing("disputed", 1, 2), standing("disputed", 3, 1), standing("changed", 0, 2), standing("agreed", 0, 3),
        standing("open", 0, 2), standing("changed", 0, 1), standing("one-sided", 0, 1),
    ]  # fmt: skip

    assert all(one.rank < other.rank for one, other in pairwise(ranked))
