"""What a denial answers, and whose deed it was: the claim that is denied, not one beside it."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, claim, counting, frame, of_side, placed

from fogline.links.blocking import blocks_of, looks_into
from fogline.links.comparing.blaming import laid_to
from fogline.links.judging import judge
from fogline.records.claims import Claim, Kind, Party, Speaker
from fogline.records.mentions import Actor, Place, PlaceMention, Quantity
from fogline.records.spans import Span

JAIL = Place("geonames:77", "Orlev", 48.2, 37.5, "town", "UA", "UA-14")


def relation(one: Claim, other: Claim, days: tuple[str, str] = ("2025-03-16", "2025-03-16")) -> str | None:
    link = judge(frame(one, days[0]), frame(other, days[1]))
    return None if link is None else link.relation


def by(made: Claim, name: str, side: str) -> Claim:
    """The claim with who does it."""
    return replace(made, actors=(Party(Actor(name, "armed_force", side), None),))


def denial(text: str, side: str = "Russia", kind: Kind = "attack") -> Claim:
    return of_side(claim(text, "Igor Danko", document="d-2"), side, stance="denies", kind=kind)


def test_a_fire_is_no_attack_that_somebody_denied() -> None:
    burnt = placed(claim("A fire broke out at the nuclear plant in Aldern", "Ada Holm", kind="attack"), ALDERN)
    shelled = placed(claim("Rockets hit the nuclear plant in Aldern", "Ada Holm", kind="attack"), ALDERN)
    denied = placed(denial("reports of an attack on the nuclear plant in Aldern"), ALDERN)
    assert relation(burnt, denied) != "clashes"
    assert relation(shelled, denied) == "clashes"


def test_a_weapon_named_in_both_does_not_tie_a_negation_to_another_strike() -> None:
    not_hit = claim("the colony was not hit by HIMARS rockets", "Ada Holm", kind="attack", status="negated")
    depot = claim("HIMARS rockets hit a depot", "Igor Danko", document="d-2", kind="attack")
    assert relation(not_hit, depot, ("2025-03-16", "2025-03-20")) is None


def test_an_agreement_told_a_day_later_does_not_contradict_that_there_was_none_yet() -> None:
    none = of_side(
        placed(claim("Moscow does not agree to evacuate the wounded from Aldern", kind="movement"), ALDERN), "Ukraine"
    )
    agreed = of_side(
        placed(claim("it agreed to evacuate the wounded from Aldern", "Igor Danko", document="d-2"), ALDERN), "Russia"
    )
    none, agreed = replace(none, kind="movement", status="negated"), replace(agreed, kind="movement")
    assert relation(none, agreed, ("2025-03-15", "2025-03-16")) == "differs"


def test_evacuated_people_add_up_from_day_to_day() -> None:
    def evacuated(number: int, document: str, speaker: str) -> Claim:
        made = placed(claim(f"{number} civilians were evacuated from Aldern", speaker, document=document), ALDERN)
        return counting(made, str(number), Quantity(number, number, "count", "civilians", scope="evacuated"))

    assert relation(
        evacuated(20, "d-1", "Ada Holm"), evacuated(100, "d-2", "Bo Lind"), ("2025-04-30", "2025-05-01")
    ) != ("clashes")


def test_a_denial_told_by_somebody_else_is_no_contradiction_of_it() -> None:
    told = claim("Northland denies plotting to attack Aldern", "Ada Holm", predicate="deny")
    assert frame(told).negates


def test_who_was_denied_a_thing_denies_nothing() -> None:
    text = "The doctor, who was denied an abortion, died"
    start, cue = text.index("an abortion"), text.index("denied")
    kept = claim(text, "Ada Holm", stance="denies", evidence=(Span(start, start + 11, "an abortion"),))
    assert not frame(replace(kept, cue=Span(cue, cue + 6, "denied"))).against


def test_a_town_cleared_of_invaders_is_not_held_by_them() -> None:
    cleared = placed(claim("Aldern is fully cleared of Russian invaders", "Ada Holm", kind="control"), ALDERN)
    retaken = by(placed(claim("Our army has retaken Aldern", "Bo Lind", document="d-2", kind="control"), ALDERN),
                 "army", "Ukraine")  # fmt: skip
    assert relation(cleared, retaken) != "clashes"


def test_a_state_that_denies_killing_answers_charges_of_atrocities_in_one_town_however_it_is_spelt() -> None:
    charge = by(
        placed(claim("Russian troops of committing atrocities in Orlev", "Council of Europe", kind="attack"), JAIL),
        "Russian troops", "Russia",
    )  # fmt: skip
    charge = replace(charge, stance="accuses", predicate="atrocity")
    denied = denial("killing civilians in Orliv", kind="casualties")
    assert relation(charge, denied) == "clashes"
    assert relation(charge, denied, ("2025-03-16", "2025-03-26")) is None


def test_a_massacre_called_staged_answers_who_is_blamed_for_it() -> None:
    charge = by(placed(claim("Russian soldiers murdered families in Orlev", "Ada Holm", kind="attack"), JAIL),
                "Russian soldiers", "Russia")  # fmt: skip
    charge = replace(charge, predicate="murder")
    staged = of_side(
        claim("the West staged Orlev to discredit Moscow", "Igor Danko", document="d-2"), "Russia", kind="attack"
    )
    planned = of_side(
        claim("Kyiv plans a staged video in Orlev", "Igor Danko", document="d-2"), "Russia", kind="attack"
    )
    assert relation(charge, staged) == "clashes"
    assert relation(charge, planned) != "clashes"


def test_the_attack_that_is_denied_in_one_word_is_the_one_of_its_own_report() -> None:
    bombed = by(placed(claim("Russian planes bombed a column of cars in Orlev", "Ada Holm", kind="attack"), JAIL),
                "Russian planes", "Russia")  # fmt: skip
    around = PlaceMention(Span(500, 505, "Orlev"), 5, JAIL, derived=True)
    denied = replace(denial("the attack"), places=(around,))
    assert relation(replace(bombed, predicate="bomb"), denied) != "clashes"


def test_prisoners_killed_are_not_their_own_states_deed() -> None:
    text = "Ukrainian prisoners were killed in the colony in Orlev"
    assert laid_to(frame(placed(claim(text, "Ada Holm", kind="attack", predicate="kill"), JAIL))) == frozenset()
    shelling = placed(claim("the Russian shelling of the colony in Orlev", "Ada Holm", kind="attack"), JAIL)
    assert laid_to(frame(shelling)) == {"russia"}


def test_charges_and_denials_meet_in_blocks_of_their_own() -> None:
    charge = frame(placed(claim("the Russian shelling of Orlev", "Ada Holm", kind="attack"), JAIL))
    denied = frame(denial("having shelled Orlev"))
    idle = frame(claim("The river rose overnight", "Ada Holm"))
    assert set(blocks_of(charge)) & {block for block in looks_into(denied) if block.startswith("charge")}
    assert set(blocks_of(denied)) & {block for block in looks_into(charge) if block.startswith("denial")}
    assert not {block for block in (*blocks_of(idle), *looks_into(idle)) if block.startswith(("charge", "denial"))}


def test_a_charge_by_nobody_against_nobody_is_denied_by_nobody() -> None:
    blame = placed(claim("over the shelling of the nuclear plant in Aldern", "sides", kind="attack"), ALDERN)
    nobody = Speaker("unnamed", "unnamed", None, None)
    blame = replace(blame, speaker=nobody, stance="accuses")
    assert relation(blame, placed(denial("shelling of the nuclear plant in Aldern"), ALDERN)) is None


def test_a_denial_that_names_whose_word_it_denies_answers_it_without_a_town() -> None:
    said = of_side(claim("Kyiv is preparing to use a dirty bomb", "Igor Danko", kind="attack"), "Russia", kind="attack")
    text = "the Russian side's claims about plans to use a dirty bomb"
    denied = of_side(claim(text, "Ada Holm", document="d-2"), "Ukraine", stance="denies", kind="attack")
    others = of_side(claim("Kyiv is preparing to use a dirty bomb", "Jan Roos", kind="attack"), "Poland", kind="attack")
    assert relation(said, denied) == "clashes"
    assert relation(said, denied, ("2025-03-16", "2025-03-26")) is None
    assert relation(others, denied) != "clashes"


def test_what_is_called_a_fake_is_denied_but_not_by_any_word_of_lies_around_it() -> None:
    text = "Moscow calls the report on the raid a fake"
    start, cue = text.index("the report"), text.index("calls")
    called = claim(text, "Igor Danko", stance="denies", evidence=(Span(start, len(text), text[start:]),))
    assert frame(replace(called, cue=Span(cue, cue + 5, "calls"))).against
    text = "After a lie was told, Kyiv distorts the historical truth"
    start, cue = text.index("the historical"), text.index("distorts")
    told = claim(text, "Igor Danko", stance="denies", evidence=(Span(start, len(text), text[start:]),))
    assert not frame(replace(told, cue=Span(cue, cue + 8, "distorts"))).against


def test_a_deed_is_laid_to_the_state_whose_name_owns_it() -> None:
    text = "About 40 Ukrainian prisoners were killed in Russia’s shelling of Orlev"
    assert laid_to(frame(placed(claim(text, "Ada Holm", kind="casualties"), JAIL))) == {"russia"}
    hit = claim("Russia’s cruiser hit in the port of Orlev", "Ada Holm", kind="attack")
    assert laid_to(frame(placed(hit, JAIL))) == frozenset()


def test_captives_killed_are_laid_to_two_states_even_where_one_side_names_no_town() -> None:
    one = of_side(claim("Ukraine of killing prisoners with rockets", "Igor Danko", kind="casualties"), "Russia")
    one = replace(one, stance="accuses", predicate="kill", kind="casualties")
    text = "About 40 prisoners were killed in Russia’s shelling of Orlev"
    other = placed(claim(text, None, document="d-2", kind="casualties"), JAIL)
    assert relation(one, other) == "clashes"
    assert relation(one, other, ("2025-03-16", "2025-03-20")) != "clashes"
