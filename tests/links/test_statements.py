"""What a statement itself tells: not a heading, an aim or another's word; who yields, what burns, where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.accounts import at_aldern, by, denial, linked, relation
from tests.links.making import ALDERN, BRESK, claim, frame, of_side, placed, report

from fogline.links.asserted import own_words, past_fight, yielding
from fogline.links.comparing.blaming import laid_to
from fogline.links.comparing.holding import hold_of
from fogline.links.frames import frames_of
from fogline.links.judging import judge
from fogline.records.claims import Claim, Speaker
from fogline.records.links import Link
from fogline.records.mentions import Place
from fogline.records.spans import Span

NEAR_ALDERN = Place("test:tamsk", "Tamsk", 48.1, 37.2, "town", "UA", "UA-14")


def test_the_name_of_the_war_and_another_s_word_are_left_out_of_what_is_told() -> None:
    assert own_words("Northland-Eastland war: Mill in Aldern bombed") == "Mill in Aldern bombed"
    told = "nobody can count the dead in the mill as Northland denies an attack"
    assert own_words(told) == "nobody can count the dead in the mill"
    assert own_words("the mill burnt as the wind rose") == "the mill burnt as the wind rose"


def test_those_who_held_a_place_and_surrender_have_lost_it() -> None:
    gone = by(at_aldern("The Ukrainians defending the Aldern works surrendered", "control"), "Ukrainians", "Ukraine")
    hold = hold_of(frame(gone))
    assert hold is not None
    assert hold.loser == {"ukraine"}
    assert not hold.holder
    left = by(at_aldern("Ukrainian units left the Aldern works", "movement", "d-2", "Bo Lind"), "units", "Ukraine")
    link = linked(gone, left)
    assert link is not None
    assert (link.relation, link.about) == ("agrees", "control")
    assert "who gave it up" in link.reason


def test_who_is_still_defending_a_place_has_not_yielded_it() -> None:
    assert not yielding("The men are defending the works and will not surrender")
    assert yielding("The men who had held the bridge laid down their arms")


@pytest.mark.parametrize(
    "text",
    [
        "Russian units hold exercises to create conditions for seizing Aldern",
        "The main Russian focus is on the capture of Aldern",
    ],
)
def test_who_aims_at_a_town_has_not_taken_it(text: str) -> None:
    aimed = of_side(at_aldern(text, "clash"), "Ukraine", kind="clash")
    repelled = at_aldern("An assault on Aldern was repelled", "clash", "d-2", "Bo Lind")
    assert relation(aimed, repelled) != "clashes"
    took = at_aldern("Russian units captured Aldern", "clash")
    assert relation(took, repelled) == "clashes"


def test_a_tank_that_was_destroyed_holds_off_nobody() -> None:
    took = at_aldern("Russian units captured Aldern", "control")
    tank = at_aldern("Defenders destroyed a tank thrown into the battle for Aldern", "damage", "d-2", "Bo Lind")
    assert relation(took, tank) != "clashes"


def test_a_battle_told_as_over_leaves_no_ground_contested() -> None:
    text = "The battle for Aldern raged for three weeks: the army took one village after another"
    cleared = of_side(at_aldern("Aldern is fully cleared of Russian troops", "control", "d-2"), "Ukraine")
    cleared = replace(cleared, kind="control", predicate="clear")
    days = ("2025-03-16", "2025-03-14")
    assert relation(at_aldern(text, "clash", speaker=None), cleared, days) != "clashes"
    raging = at_aldern(text.replace("raged", "has raged"), "clash", speaker=None)
    assert relation(raging, cleared, days) == "clashes"
    assert "battle" in past_fight("The battle for Aldern raged for a third day")


def test_a_direction_of_the_front_is_not_the_town_it_is_named_after() -> None:
    told = by(claim("Russian troops took Tamsk in the Aldern direction", None, kind="control"), "troops", "Russia")
    spans = [Span(s, s + n, told.text[s : s + n]) for s, n in ((20, 5), (33, 6))]
    assert [span.text for span in spans] == ["Tamsk", "Aldern"]
    pairs = zip(placed(told, NEAR_ALDERN, ALDERN).places, spans, strict=True)
    told = replace(told, places=tuple(replace(mention, span=span) for mention, span in pairs))
    assert [place.name for place in frame(told).here] == ["Tamsk"]
    denied = by(placed(denial("full Russian control over Aldern", "control", "Ukraine"), ALDERN), "Russia", "Russia")
    assert relation(told, denied) != "clashes"


def test_a_denial_about_a_plant_does_not_answer_what_struck_its_town() -> None:
    denied = placed(denial("the nuclear plant at Aldern lost power to Russian shelling", "damage"), ALDERN)
    town = by(at_aldern("Russian guns shelled Aldern", "attack", speaker=None), "Russian guns", "Russia")
    plant = by(at_aldern("Russian shelling cut the power of the nuclear plant at Aldern", "damage"), "guns", "Russia")
    assert relation(town, denied) != "clashes"
    assert relation(plant, denied) == "clashes"


def test_civilians_who_are_taken_away_are_not_the_troops_of_whose_pullback_is_denied() -> None:
    families = claim("Moscow announced the evacuation of families from the valley", "Bo Lind", kind="movement")
    families = of_side(families, "Russia", kind="movement")
    denied = denial("Moscow's claims of a withdrawal of troops from the valley", "movement", "Ukraine")
    troops = of_side(claim("a withdrawal of troops from the valley", "Bo Lind"), "Russia", kind="movement")
    assert relation(families, denied) != "clashes"
    assert relation(troops, denied) == "clashes"


def test_who_can_no_longer_use_guns_has_them_still() -> None:
    sent = claim("Russia has deployed Iskander launchers at the border", "Ada Holm", kind="deployment")
    used = claim("Russia can no longer freely use Iskander launchers", "Bo Lind", document="d-2", kind="deployment")
    used = replace(used, status="negated", predicate="use")
    assert relation(sent, used, ("2025-03-13", "2025-03-16")) != "clashes"


def test_a_headline_that_calls_a_report_untrue_denies_it() -> None:
    text = "Reports of an offensive near Aldern untrue"
    assert frame(of_side(at_aldern(text, "attack"), "Ukraine", kind="attack")).against
    assert not frame(of_side(at_aldern("Reports of an offensive near Aldern", "attack"), "Ukraine")).against


def test_who_lies_about_a_thing_says_that_it_is_so() -> None:
    text = "The captives lie that they were forced to fire"
    start = text.index("that they")
    lied = claim(text, "captives", stance="denies", evidence=(Span(start, len(text), text[start:]),), kind="attack")
    assert not frame(replace(lied, cue=Span(13, 16, "lie"))).against
    assert frame(replace(lied, cue=Span(13, 16, "denied"))).against


def test_a_voice_of_state_television_is_that_of_its_state() -> None:
    text = "The Russian state broadcaster Vesta said the mill had burnt"
    speaker = Speaker("Vesta", "organisation", None, Span(30, 35, "Vesta"))
    assert "russia" in frame(replace(claim(text, "Vesta", kind="attack"), speaker=speaker)).party


def test_ammunition_that_blew_up_gives_no_cause_of_it() -> None:
    struck = by(claim("Two Ukrainian missiles hit the cruiser Orsk", None, kind="attack"), "missiles", "Ukraine")
    blown = of_side(claim("the fire and detonation of ammunition on the cruiser Orsk", "Igor Danko", document="d-2"),
                    "Russia", kind="attack")  # fmt: skip
    link = linked(struck, blown)
    assert link is None or link.relation not in ("clashes", "agrees")
    own = claim("a fire on the cruiser Orsk caused a detonation of ammunition", "Igor Danko", document="d-2")
    assert relation(struck, of_side(own, "Russia", kind="attack")) == "clashes"


def test_a_suspected_deed_is_laid_to_nobody() -> None:
    told = at_aldern("families survived suspected Russian killings in Aldern", "attack")
    assert laid_to(frame(told)) == frozenset()
    assert laid_to(frame(at_aldern("families survived Russian killings in Aldern", "attack"))) == {"russia"}


def test_who_speaks_after_a_deed_did_not_do_it() -> None:
    theatre = at_aldern("Russian planes dropped bombs on the theatre in Aldern", "attack", speaker=None)
    theatre = by(theatre, "Russian planes", "Russia")
    text = "After bombs destroyed the theatre in Aldern, the Ukrainian minister wrote to foreign firms"
    wrote = by(at_aldern(text, "attack", "d-2", None), "minister", "Ukraine")
    assert relation(theatre, replace(wrote, predicate="write"), ("2025-03-16", "2025-03-17")) != "clashes"


def test_a_heading_that_names_a_speaker_makes_the_words_his() -> None:
    def charge(heading: str) -> Claim:
        text = f"{heading}: Russia often accuses others of what it plans itself"
        start = text.index("others")
        evidence = (Span(start, len(text), text[start:]),)
        made = claim(text, "Russia", kind="accusation", stance="accuses", evidence=evidence)
        state = Speaker("Russia", "government", "Russia", Span(start, start + 6, "Russia"))
        return by(replace(made, speaker=state), "Russia", "Russia")

    def met(heading: str) -> Link | None:
        text = "the Russian side's claims of a Ukrainian plan to stage a blast"
        denied = claim(text, "Igor Danko", at=200, stance="denies", kind="attack")
        one, other = frames_of(report(), [charge(heading), of_side(denied, "Ukraine", stance="denies", kind="attack")])
        return judge(one, other)

    assert met("Danko on the bomb") is None
    told = met("Morning news in short")
    assert told is not None
    assert told.relation == "clashes"


def test_reasons_name_the_papers_and_what_was_done_with_the_words() -> None:
    one = by(at_aldern("Russian rockets hit the school in Aldern", "attack", speaker=None), "rockets", "Russia")
    other = by(at_aldern("Ukrainian rockets hit the school in Aldern", "attack", "d-2", None), "rockets", "Ukraine")
    link = linked(one, other)
    assert link is not None
    assert link.relation == "clashes"
    assert "Gazette (16 Mar 2025) says" in link.reason
    assert "Courier (16 Mar 2025) says" in link.reason
    charge = replace(at_aldern("Russian troops of shelling the school in Aldern", "attack"), stance="accuses")
    charge = replace(by(charge, "troops", "Russia"), cue=Span(5000, 5007, "accused"))
    denied = placed(denial("shelling the school in Aldern, as Bresk mourns"), ALDERN, BRESK)
    answered = linked(charge, denied)
    assert answered is not None
    assert "accuses “Russian troops of shelling the school in Aldern”" in answered.reason


def test_the_dead_found_after_a_retreat_are_not_laid_to_who_retreated() -> None:
    denied = placed(denial("killing villagers in Aldern", "casualties"), ALDERN)
    found = at_aldern("The Russian retreat left a trail of dead villagers in Aldern", "casualties", speaker=None)
    killed = at_aldern("Villagers killed by Russian troops were found dead in Aldern", "casualties", speaker=None)
    assert relation(found, denied) != "clashes"
    assert relation(killed, denied) == "clashes"
