"""Questions: what they are called, which matters they part, and who speaks on them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, claim, frame, happening, of_side, placed

from fogline.links.claimants import parties_of
from fogline.links.clauses import asked_by
from fogline.links.frames import Frame
from fogline.links.phrases import spoken_of
from fogline.links.questions import questions_of
from fogline.links.retelling import retold
from fogline.records.claims import Party
from fogline.records.links import About, Link, Question
from fogline.records.mentions import Actor, Place

MINES = Place("test:mines", "Osk", 48.2, 37.1, "town", "UA", "UA-14")


@pytest.mark.parametrize(
    ("words", "predicate", "asked"),
    [
        ("that Aldern had been captured", "capture", "Was Aldern captured?"),
        ("Army retakes Aldern", "retake", "Did the army retake Aldern?"),
        ("The tanker sank in the bay, two officials said", "sink", "Did the tanker sink in the bay?"),
        ("On Monday, twelve sappers were killed near Bresk", "kill", "Were twelve sappers killed near Bresk?"),
        ("Ten miners killed in strike on Bresk", "kill", "Were ten miners killed in strike on Bresk?"),
        ("Federal troops control the whole pass", "control", "Do Federal troops control the whole pass?"),
        ("The bridge was not hit", "hit", "Was the bridge hit?"),
        ("The front has accepted a truce of 30 days", "accept", "Has the front accepted a truce of 30 days?"),
        ("There is no longer a single gunman in Aldern", "gunman", "Is there a single gunman in Aldern?"),
        ("Mayor: A shell struck the school and wounded two", "strike", "Did a shell strike the school?"),
        (
            "Veridia sold Ostria drones weeks before the war",
            "sell",
            "Did Veridia sell Ostria drones weeks before the war?",
        ),
        ("The tanker sank in the bay on Monday night", "sink", "Did the tanker sink in the bay?"),
        ("France planning a raid on the port", "plan", "Is France planning a raid on the port?"),
        ("New mass grave discovered in Aldern", "discover", "Was a new mass grave discovered in Aldern?"),
    ],
)
def test_a_clause_is_turned_into_a_question(words: str, predicate: str, asked: str) -> None:
    assert asked_by(claim(words, predicate=predicate)) == asked


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("sanctions against Veridia", "sanction"),
        ("of a troop pullback", "pullback"),
        ("we hold the town", "hold"),
        ("It was the militia that fired first", "fire"),
        ("Boats moored off Bresk had fallen silent", "moor"),
        ("to open the road", "open"),
        ("who held the ridge", "hold"),
        ("Aldern deaths 'not far short of a massacre'", "death"),
        ("It is time for talks on the bridge", "time"),
        ("The plant cut off from supplying power to Aldern", "cut"),
        ("They have to put the generals at one table", "put"),
    ],
)
def test_words_that_are_no_whole_clause_give_no_question(words: str, predicate: str) -> None:
    assert asked_by(claim(words, predicate=predicate)) is None


def test_whose_deeds_they_were_is_no_subject_of_a_verb() -> None:
    doer = (Party(Actor("mountain troops", "armed_force", None), None),)
    made = replace(claim("their actions brave and professional", predicate="action"), actors=doer)
    assert asked_by(made) is None
    assert asked_by(replace(claim("they attacked the bridge at Bresk", predicate="attack"), actors=doer)) is not None


def test_what_is_only_named_is_a_noun_phrase() -> None:
    assert spoken_of(claim("of a troop pullback")) == "a troop pullback"
    assert spoken_of(claim("of drone sales to Veridia")) == "drone sales to Veridia"
    assert spoken_of(claim("Ostria of shelling its own people")) is None
    assert spoken_of(claim("the talks have failed")) is None
    assert spoken_of(claim("Ostria of a civilian 'massacre", stance="accuses")) is None
    assert spoken_of(claim("a civilian 'massacre")) is None
    assert spoken_of(claim("Veridia handed over tanks", predicate="hand")) is None
    assert spoken_of(claim("Enemy forces regroup", predicate="regroup")) is None
    assert spoken_of(claim("April 14")) is None


@given(st.text(max_size=120), st.sampled_from(("hold", "strike", "be", "kill", "")))
def test_a_question_is_a_line_that_ends_in_a_question_mark(words: str, predicate: str) -> None:
    asked = asked_by(claim(f"x {words}", predicate=predicate))
    assert asked is None or (asked.endswith("?") and asked[0].isupper() and "\n" not in asked and len(asked) <= 96)


def strike(words: str, day: str, *, place: Place = ALDERN, report: str = "d-1") -> Frame:
    return frame(placed(happening(claim(words, document=report, kind="attack"), day), place), day)


def tied(*told: Frame) -> list[Link]:
    """Each claim linked with the next."""
    pairs = (sorted((one.claim.id, other.claim.id)) for one, other in pairwise(told))
    return [Link(f"k-{one}-{two}", one, two, "agrees", "existence", "they tell it", 0.8, "test") for one, two in pairs]


def asked_on(*told: Frame, links: list[Link] | None = None) -> tuple[Question, ...]:
    return questions_of({one.claim.id: one for one in told}, tied(*told) if links is None else links)


HIT = strike("A missile hit houses in Aldern", "2025-03-01", report="d-hit")
KILLED = strike("Five people were killed in Aldern", "2025-03-01", report="d-killed")
DENIED = strike("No missile was fired at Aldern", "2025-03-02", report="d-denied")


def test_who_struck_and_whom_it_killed_is_one_question_whatever_field_links_are_about() -> None:
    other = [replace(link, about="polarity") for link in tied(KILLED, DENIED)]
    (question,) = asked_on(HIT, KILLED, DENIED, links=[*tied(HIT, KILLED), *other])
    assert question.title == "Who struck Aldern, 1 Mar to 2 Mar 2025?"


def test_strikes_weeks_apart_are_two_questions_and_no_claim_is_in_both() -> None:
    later = [strike("A missile hit the port of Aldern", f"2025-04-{day}", report=f"d-{day}") for day in (20, 21, 22)]
    inside = [link for told in ((HIT, KILLED, DENIED), later) for pair in combinations(told, 2) for link in tied(*pair)]
    found = asked_on(HIT, KILLED, DENIED, *later, links=[*inside, *tied(HIT, later[0])])
    assert len(found) == 2
    assert not set(found[0].claim_ids) & set(found[1].claim_ids)


def test_deeds_of_one_town_and_day_are_one_question_even_where_no_link_joins_them() -> None:
    more = (strike("Shells hit Aldern", "2025-03-02", report="d-4"), strike("Aldern was shelled", "2025-03-02"))
    assert len(asked_on(HIT, KILLED, *more, links=[*tied(HIT, KILLED), *tied(*more)])) == 1


def test_a_strike_in_another_town_is_another_question() -> None:
    there = (
        strike("Shells hit Bresk", "2025-03-01", place=BRESK, report="d-4"),
        strike("Bresk was shelled", "2025-03-01", place=BRESK, report="d-5"),
    )
    titles = {one.title for one in asked_on(HIT, KILLED, *there, links=[*tied(HIT, KILLED), *tied(*there)])}
    assert titles == {"Who struck Aldern, 1 Mar 2025?", "Who struck Bresk, 1 Mar 2025?"}


def test_a_site_is_called_what_claims_call_it() -> None:
    told = [
        strike(f"A rocket hit the mosque in Osk{end}", "2025-03-01", place=MINES, report=f"d-{end}") for end in "ab"
    ]
    assert asked_on(*told)[0].title == "Who struck the mosque in Osk, 1 Mar 2025?"


def test_a_matter_without_deed_or_place_is_asked_by_what_a_claim_asserts_or_names() -> None:
    told = [
        frame(claim("the cable company had turned off its masts", predicate="turn", document="d-1")),
        frame(claim("none of its masts went dark", predicate="go", document="d-2")),
    ]
    assert asked_on(*told)[0].title == "Has the cable company turned off its masts?"
    named = [frame(claim("of a rift in the cabinet", document=f"d-{at}")) for at in "12"]
    assert asked_on(*named)[0].title == "What is said about a rift in the cabinet?"


def test_people_and_bodies_speak_under_one_name() -> None:
    full = frame(claim("The ridge is ours", "Nils Barsk", document="d-1"))
    short = frame(claim("No shot was fired", "Barsk", document="d-2"))
    titled = frame(claim("The ridge is quiet", "Governor Nils Barsk", document="d-3"))
    other = frame(claim("The ridge is lost", "Ada Kern", document="d-4"))
    assert set(parties_of([short, full, titled, other]).values()) == {"Nils Barsk", "Ada Kern"}


def test_two_people_of_one_surname_stay_two() -> None:
    names = ("Nils Barsk", "Ada Barsk", "Barsk")
    told = [frame(claim("The ridge is ours", name, document=f"d-{name}")) for name in names]
    assert set(parties_of(told).values()) == set(names)


def test_we_in_a_quote_that_names_nobody_is_the_report() -> None:
    told = frame(claim("we count ninety square kilometres", "We"), publisher="Front Mapper")
    assert set(parties_of([told]).values()) == {"Front Mapper"}


def test_a_side_counts_before_a_name() -> None:
    told = frame(of_side(claim("The ridge is ours", "Nils Barsk"), "Ostria"))
    assert set(parties_of([told]).values()) == {"Ostria"}


def test_a_title_is_told_anew_without_the_claim_that_gave_it() -> None:
    gave = claim("Aldern had been captured", predicate="capture")
    other = claim("The garrison has left Aldern", predicate="leave", document="d-2")
    assert retold("Was Aldern captured?", [gave, other]) == "Was Aldern captured?"
    assert retold("Was Aldern captured?", [other]) == "Has the garrison left Aldern?"
    assert retold("Who holds Aldern?", [other]) == "Who holds Aldern?"


WHO = ("army", "gunners")


def test_a_few_claims_of_a_whole_country_are_asked_by_what_one_of_them_tells() -> None:
    country = Place("iso3166-1:UA", "Veridia", 48.0, 37.0, "country", "UA")
    told = [strike(f"the {who} destroyed six launchers", "2025-03-01", place=country, report=f"d-{who}") for who in WHO]
    told = [replace(one, claim=replace(one.claim, predicate="destroy")) for one in told]
    assert asked_on(*told)[0].title == "Did the army destroy six launchers?"


def test_speech_about_speech_is_asked_by_what_it_is_about() -> None:
    told = [
        frame(claim("an insinuation of the ministry claiming that Veridia is allegedly planning an attack on Ostria",
                    document="d-1", stance="denies", kind="attack", status="planned")),
        frame(claim("a claim of the ministry that Veridia is planning an attack on Ostria", document="d-2",
                    stance="denies", kind="attack", status="planned")),
    ]  # fmt: skip
    assert asked_on(*told)[0].title == "Is Veridia planning an attack on Ostria?"


def test_shells_that_are_stored_strike_nobody() -> None:
    told = [
        frame(placed(claim("the munitions are stored in Aldern", document=f"d-{day}", kind="aid"), ALDERN), day)
        for day in ("2025-03-01", "2025-03-02")
    ]
    assert "struck" not in asked_on(*told)[0].title


def test_plans_that_are_denied_are_asked_by_whose_they_are() -> None:
    told = [
        frame(claim("the ministry's claims about Ostria's alleged plans to stage a provocation", document=f"d-{day}",
                    stance="denies", kind="attack"), day)
        for day in ("2025-03-01", "2025-03-02")
    ]  # fmt: skip
    assert asked_on(*told)[0].title == "Does Ostria plan to stage a provocation?"


@pytest.mark.parametrize(
    ("affirmed", "denied", "title"),
    [
        (
            "the missile that fell in Osk was not of Ostrian make",
            "the claim that the missile that fell in Osk was not of Ostrian make",
            "Was the missile that fell in Osk of Ostrian make, 16 Mar 2025?",
        ),
        ("the country had shot down six planes", "claims that the country had shot down six planes",
         "Has Russia shot down six planes?"),
        ("of a troop pullback", "claims of a troop pullback",
         "Is there a troop pullback, as Russia says, 16 Mar 2025?"),
    ],
)  # fmt: skip
def test_a_few_claims_of_which_one_denies_the_other_are_asked_by_what_they_dispute(
    affirmed: str, denied: str, title: str
) -> None:
    says = frame(of_side(claim(affirmed, predicate="shoot", document="d-1", kind="attack"), "Russia", kind="attack"))
    against = frame(replace(claim(denied, "Ada Kern", document="d-2", kind="attack"), stance="denies"))
    (link,) = tied(says, against)
    (question,) = asked_on(says, against, links=[replace(link, relation="clashes", about="polarity")])
    assert question.title == title


def clashing(left: Frame, right: Frame, about: About) -> list[Link]:
    (link,) = tied(left, right)
    return [replace(link, relation="clashes", about=about)]


def charge(words: str, side: str, report: str) -> Frame:
    made = placed(claim(words, "Ada Kern", document=report, kind="casualties", predicate="kill"), ALDERN)
    return frame(of_side(made, side, stance="accuses", kind="casualties"), "2025-03-01")


def test_who_killed_is_asked_where_each_lays_it_to_the_other() -> None:
    one = charge("Ostria after dozens of people were killed in Aldern", "Veridia", "d-1")
    other = charge("Veridia after dozens of people were killed in Aldern", "Ostria", "d-2")
    (question,) = asked_on(one, other, links=clashing(one, other, "actor"))
    assert question.title == "Who is to blame for the killings in Aldern, 1 Mar 2025?"


def test_charges_that_two_lay_to_each_other_are_asked_by_what_they_charge() -> None:
    one = charge("Ostria … of deliberately shelling the harvest amid a truce", "Veridia", "d-1")
    other = charge("Veridia … of deliberately shelling the harvest amid a truce", "Ostria", "d-2")
    (question,) = asked_on(one, other, links=clashing(one, other, "actor"))
    assert question.title == "Who is to blame for deliberately shelling the harvest, 1 Mar 2025?"


def test_a_title_takes_no_partys_word_for_the_other() -> None:
    told = [
        frame(placed(claim(f"of atrocities of Russian occupiers at {spot} in Aldern", document=f"d-{spot}"), ALDERN))
        for spot in ("a school", "a mill")
    ]
    assert "occupiers" not in asked_on(*told)[0].title


def test_banned_arms_in_a_town_are_asked_for_by_their_use() -> None:
    told = [
        frame(placed(claim(f"{who} may use chemical weapons in Aldern", document=f"d-{who}", kind="threat"), ALDERN))
        for who in ("Ostria", "The army")
    ]
    assert asked_on(*told)[0].title == "Were chemical weapons used in Aldern, 16 Mar 2025?"


def test_a_town_is_encircled_or_not() -> None:
    told = [
        frame(placed(claim(f"{who} has encircled Aldern", document=f"d-{who}", kind="movement"), ALDERN))
        for who in ("Ostria", "The army", "The brigade", "The guard")
    ]
    assert asked_on(*told)[0].title == "Is Aldern encircled, 16 Mar 2025?"


def test_prisoners_who_were_killed_are_asked_for_as_the_dead() -> None:
    told = [
        frame(placed(claim(f"{who} killed prisoners of war in Aldern", document=f"d-{who}", kind="detention"), ALDERN))
        for who in ("Ostria", "The army", "The brigade", "The guard")
    ]
    assert asked_on(*told)[0].title == "Who was killed in Aldern, 16 Mar 2025?"
