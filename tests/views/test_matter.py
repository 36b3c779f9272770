"""One question: what each party says, which claims clash, and the chronicle without its copies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.views.building import Told, cited, link, town

from fogline.records.claims import Kind
from fogline.records.links import About, Link, Position, Question, Standing
from fogline.views.citing import Cited, party_of
from fogline.views.clearest import clearest
from fogline.views.copies import Folded
from fogline.views.matter import Matter, matter_of

OSTRIA, VERIDIA = ("Ostria", "Ostria"), ("Veridia", "Veridia")
BLAME = cited(
    "the army of Ostria shelled the ferry at noon",
    Told(who="Ana Berisso", side="Veridia", kind="attack", actors=(OSTRIA,), report="one.txt"),
)
TOLL = cited("nine died on the ferry after the shelling", Told(who="Ana Berisso", side="Veridia", kind="casualties"))
SHORT = cited("on the ferry", Told(who="Jan Korda", side="Ostria", stance="denies", kind="attack"))
DENIAL = cited(
    "that its guns fired on the ferry that day", Told(who="Jan Korda", side="Ostria", stance="denies", kind="attack")
)
COPY = cited(
    "the army of Ostria shelled the ferry at about noon",
    Told(who="Ana Berisso", side="Veridia", kind="attack", actors=(OSTRIA,), report="two.txt", published="2031-05-07"),
)


def asked(claims: Sequence[Cited], links: Sequence[Link], about: About = "actor") -> Matter:
    by_party: dict[str, list[str]] = {}
    for claim, report in claims:
        by_party.setdefault(party_of(claim, report), []).append(claim.id)
    positions = tuple(Position(party, tuple(ids), "2031-05-06", "2031-05-07", 1) for party, ids in by_party.items())
    question = Question("q-1", "Who struck the ferry?", about, tuple(claim.id for claim, _ in claims))
    return matter_of(Standing(question, "disputed", positions, len(links)), claims, links)


def test_each_party_is_quoted_with_what_it_says_on_the_matter_not_with_a_toll_or_a_stump() -> None:
    matter = asked([TOLL, BLAME, SHORT, DENIAL], [link(BLAME, SHORT, "clashes", "actor")])
    said = {one.position.party: one.citation.claim_id for one in matter.stated}
    assert said == {"Veridia": BLAME[0].id, "Ostria": DENIAL[0].id}


def test_a_party_that_moved_is_quoted_with_what_it_says_now_and_what_it_said_before() -> None:
    later = cited("a gas bottle blew up on the ferry", Told(who="Jan Korda", side="Ostria", published="2031-05-08"))
    matter = asked([BLAME, DENIAL, later], [link(later, DENIAL, "supersedes", "actor")])
    ostria = next(one for one in matter.stated if one.position.party == "Ostria")
    assert ostria.citation.claim_id == later[0].id
    assert ostria.before is not None
    assert ostria.before.claim_id == DENIAL[0].id


def test_what_one_party_says_after_another_is_no_move_of_its_own() -> None:
    matter = asked([BLAME, DENIAL], [link(DENIAL, BLAME, "supersedes", "actor")])
    assert [one.before for one in matter.stated] == [None, None]


def test_pairs_of_copies_are_told_once_with_how_many_they_are() -> None:
    links = [link(BLAME, DENIAL, "clashes", "actor"), link(COPY, DENIAL, "clashes", "actor")]
    (facing,) = asked([BLAME, COPY, DENIAL], links).facings
    assert facing.parties == ("Ostria", "Veridia")
    assert (facing.left.party, facing.right.party) == facing.parties
    assert sorted(facing.link_ids) == sorted(one.id for one in links)


def test_two_matters_between_two_parties_are_two_pairs() -> None:
    count = cited("nobody was on the ferry when it burned", Told(who="Jan Korda", side="Ostria", kind="casualties"))
    links = [link(BLAME, DENIAL, "clashes", "actor"), link(TOLL, count, "clashes", "number")]
    assert len(asked([BLAME, DENIAL, TOLL, count], links).facings) == 2


def test_the_chronicle_holds_every_claim_and_folds_copies() -> None:
    matter = asked([BLAME, COPY, DENIAL], [])
    assert [(one.line.citation.claim_id, len(one.copies)) for one in matter.lines] == [
        (DENIAL[0].id, 0),
        (BLAME[0].id, 1),
    ]
    assert {line.citation.claim_id for line in matter.chronicle} == {BLAME[0].id, COPY[0].id, DENIAL[0].id}
    told = matter.to_json()["chronicle"]
    assert isinstance(told, list)
    assert [line["copy_of"] for line in told if isinstance(line, dict)] == [None, None, BLAME[0].id]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the army shelled the ferry at noon", "the army shelled the ferry at about noon", True),
        ("9 died on the ferry that day", "12 died on the ferry that day", False),
        ("the army shelled the ferry at noon", "the mayor opened the ferry at noon", False),
        ("two dead", "two dead", True),
    ],
)
def test_texts_with_nearly_the_same_words_and_the_same_figures_are_copies(one: str, other: str, alike: bool) -> None:
    left, right = cited(one, Told(report="one.txt"))[0], cited(other, Told(report="two.txt"))[0]
    folded = Folded([left, right])
    assert (folded.of(left.id) == folded.of(right.id)) is alike


def test_what_one_denies_and_another_asserts_in_the_same_words_is_no_copy() -> None:
    left = cited("the army shelled the ferry at noon", Told(who="Ana Berisso"))[0]
    right = cited("the army shelled the ferry at noon", Told(who="Ana Berisso", stance="denies", report="x.txt"))[0]
    folded = Folded([left, right])
    assert folded.of(left.id) != folded.of(right.id)


def test_of_claims_that_tell_it_alike_the_latest_is_quoted() -> None:
    first = cited("the ferry lies on the bottom of the river", Told(report="one.txt"))
    second = cited("the ferry lies on the bed of the river", Told(report="two.txt"))
    assert clearest([first, second])[0].id == second[0].id


def headed(title: str, about: About, *claims: Cited) -> str:
    """The claim that heads the position of the one party that makes all these."""
    ids = tuple(claim.id for claim, _ in claims)
    party = party_of(*claims[0])
    question = Question("q-1", title, about, ids, "geonames:9001")
    standing = Standing(question, "open", (Position(party, ids, "2031-05-06", "2031-05-09", 1),), 0)
    return matter_of(standing, claims, []).stated[0].citation.claim_id


def say(words: str, day: str, kind: Kind = "control", *, who: str | None = "Ana Berisso") -> Cited:
    return cited(words, Told(who=who, side="Veridia" if who else None, kind=kind, published=day, report=f"{day}.txt"))


def test_plans_and_wishes_head_no_position_on_what_happened() -> None:
    left = say("forty families have left the harbour town for good", "2031-05-06", "movement")
    plan = say("to take the other families out of the harbour town today", "2031-05-08", "movement")
    talks = say("the ministry is working on the families who will leave the harbour town", "2031-05-09", "movement")
    assert headed("Who has left Port Almeida?", "existence", left, plan, talks) == left[0].id


def test_the_latest_word_on_who_holds_a_place_heads_a_position() -> None:
    holding = say("our garrison is holding the whole of Port Almeida against attacks", "2031-05-06")
    lost = say("our garrison has lost all of Port Almeida", "2031-05-08")
    bread = say("nobody in the streets has had any bread for a week", "2031-05-09", "other")
    assert headed("Who holds Port Almeida?", "control", holding, lost, bread) == lost[0].id


def test_another_town_heads_no_position_on_this_one() -> None:
    here = say("the army of Ostria shelled the market of Port Almeida", "2031-05-06", "attack")
    told = Told(who="Ana Berisso", side="Veridia", kind="attack", published="2031-05-08", places=(town("Osk", 9002),))
    there = cited("the army of Ostria shelled the market of Osk as well", told)
    assert headed("Who struck Port Almeida, 6 May 2031?", "actor", here, there) == here[0].id


def test_what_a_party_said_before_is_not_dated_after_what_it_says_now() -> None:
    now = cited("they hold the ferry port", Told(who="Jan Korda", side="Ostria", published="2031-05-06"))
    older = cited("they do not hold the port", Told(who="Jan Korda", side="Ostria", published="2031-05-08"))
    matter = asked([now, older], [link(now, older, "supersedes", "control")], "control")
    assert [one.before for one in matter.stated] == [None]


def test_the_pair_that_clashes_heads_both_positions() -> None:
    shelled = cited(
        "the army of Ostria shelled the ferry again on the way back",
        Told(who="Ana Berisso", side="Veridia", kind="attack", actors=(OSTRIA,), report="later.txt"),
    )
    matter = asked([BLAME, shelled, DENIAL], [link(BLAME, DENIAL, "clashes", "actor")])
    assert {one.citation.claim_id for one in matter.stated} == {BLAME[0].id, DENIAL[0].id}
