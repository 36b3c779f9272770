"""Two sides that say the same of each other, and what stands beside somebody's words."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse
from tests.claims.saying import span, statement

from fogline.claims.asides import without_asides
from fogline.claims.derision import without_derision
from fogline.claims.mutual import with_each_side
from fogline.records.mentions import Actor, ActorMention


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Chad and Niger accuse each other of shelling the plant.", "of shelling the plant"),
        ("Chad, Niger blame each other for the raid on Tarn.", "for the raid on Tarn"),
        ("Chad and Niger trade blame for shelling of the plant.", "for shelling of the plant"),
    ],
)
def test_each_of_two_accuses_the_other(parse: Parse, text: str, matter: str) -> None:
    _, sentences = parse(text)
    named = [ActorMention(span(text, state), 0, Actor(state, "government", state)) for state in ("Chad", "Niger")]
    found = with_each_side(text, sentences, named, [])
    assert [(s.speakers[0].text, [piece.text for piece in s.content]) for s in found] == [
        ("Chad", ["Niger", matter]),
        ("Niger", ["Chad", matter]),
    ]
    assert {s.stance for s in found} == {"accuses"}


def test_what_two_sides_both_claim_each_claims(parse: Parse) -> None:
    text = "Chad and Niger both claim control of Tarn."
    _, sentences = parse(text)
    named = [ActorMention(span(text, state), 0, Actor(state, "government", state)) for state in ("Chad", "Niger")]
    one = statement(text, "Chad", "claim", "control of Tarn")
    both = [type(one)(0, (span(text, "Chad"), span(text, "Niger")), one.cue, one.content, "asserts")]
    assert [s.speakers[0].text for s in with_each_side(text, sentences, named, both)] == ["Chad", "Niger"]


def test_a_trade_in_prisoners_blames_nobody(parse: Parse) -> None:
    text = "Chad and Niger trade prisoners at the border."
    _, sentences = parse(text)
    assert with_each_side(text, sentences, [], []) == []


def test_what_another_says_meanwhile_is_not_denied(parse: Parse) -> None:
    text = "Chad denies its forces killed men in Tarn as ministers condemn images of the dead."
    _, sentences = parse(text)
    outer = statement(
        text, "Chad", "denies", "its forces killed men in Tarn as ministers condemn images of the dead", "denies"
    )
    inner = statement(text, "ministers", "condemn", "images of the dead")
    bare, kept = without_asides(text, sentences, [outer, inner])
    assert (bare.content[0].text, kept) == ("its forces killed men in Tarn", inner)


def test_a_relative_clause_of_the_report_is_not_denied(parse: Parse) -> None:
    text = "Chad denied the strike on the market, which killed 18 traders."
    _, sentences = parse(text)
    one = statement(text, "Chad", "denied", "the strike on the market, which killed 18 traders", "denies")
    assert without_asides(text, sentences, [one])[0].content[0].text == "the strike on the market"


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        ("Roe called the massacre in Tarn a fake.", "the massacre in Tarn a fake", "the massacre in Tarn"),
        ("Roe called the killings 'a provocation'.", "the killings 'a provocation'", "the killings"),
        (
            "Roe called the situation in Tarn an example of fake propaganda.",
            "the situation in Tarn an example of fake propaganda",
            "the situation in Tarn",
        ),
    ],
)
def test_a_judgement_is_no_part_of_what_is_denied(parse: Parse, text: str, said: str, left: str) -> None:
    _, sentences = parse(text)
    one = statement(text, "Roe", "called", said, "denies")
    assert without_derision(text, sentences, [one])[0].content[0].text == left


def test_who_says_that_others_lie_denies_what_they_say(parse: Parse) -> None:
    text = "The mayor said the rebels are lying that the bridge is intact."
    _, sentences = parse(text)
    outer = statement(text, "The mayor", "said", "the rebels are lying that the bridge is intact")
    found = without_derision(text, sentences, [outer])
    told = "that the bridge is intact"
    assert [(s.speakers[0].text, s.stance, s.content[0].text) for s in found] == [
        ("The mayor", "denies", told),
        ("the rebels", "asserts", told),
    ]
