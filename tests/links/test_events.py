"""Short reports on one war: what ties two claims to one event, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, NORDLAND, claim, counting, frame, happening, of_side, placed

from fogline.links.anchors import one_target, tied
from fogline.links.denials import denied_nouns, denies, firmly, whose_word
from fogline.links.dropping import ATTRIBUTION, dropped_by, dropped_from
from fogline.links.judging import judge
from fogline.links.ships import names_ship, ship_names
from fogline.links.wording import wording
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import Place, Quantity
from fogline.records.spans import Span

HARBOUR = Place("test:varna", "Varna", 43.2, 27.9, "town", "BG", "BG-03")


def relation(one: Claim, other: Claim, days: tuple[str, str] = ("2025-03-16", "2025-03-16")) -> str | None:
    link = judge(frame(one, days[0]), frame(other, days[1], "The Courier"))
    return None if link is None else link.relation


def told(text: str, document: str, *places: Place, kind: Kind = "attack", speaker: str | None = None) -> Claim:
    return replace(placed(claim(text, speaker, document=document), *places), kind=kind)


def with_cue(made: Claim, cue: str) -> Claim:
    return replace(made, stance="denies", cue=Span(900, 900 + len(cue), cue))


def test_a_town_ties_two_claims_and_a_region_does_not() -> None:
    in_town = [frame(told("Rockets struck Aldern", f"d-{n}", ALDERN)) for n in range(2)]
    in_region = [frame(told("Rockets struck the region", f"d-{n}", NORDLAND)) for n in range(2)]
    assert tied(*in_town, story=False)
    assert not tied(*in_region, story=False)


def test_two_sites_in_one_town_are_two_targets() -> None:
    school = frame(told("Rockets struck a school in Aldern", "d-1", ALDERN))
    station = frame(told("Rockets struck the railway station in Aldern", "d-2", ALDERN))
    assert not tied(school, station, story=False)
    assert one_target(station, frame(told("The station in Aldern was shelled", "d-3", ALDERN)))


def test_shelling_of_a_region_on_following_days_is_not_one_matter() -> None:
    one = told("Shelling killed three people in the region", "d-1", NORDLAND, kind="casualties")
    other = told("Shelling killed five people in the region", "d-2", NORDLAND, kind="casualties")
    one, other = (
        counting(made, number, Quantity(value, value, "count", "people", scope="killed"))
        for made, number, value in ((one, "three", 3), (other, "five", 5))
    )
    assert relation(one, other, ("2025-03-16", "2025-03-19")) in (None, "differs")


def test_a_toll_that_one_paper_puts_higher_the_same_day_is_no_clash() -> None:
    one = told("Rockets killed three people at Aldern station", "d-1", ALDERN, kind="casualties")
    other = told("Rockets killed four people at Aldern station", "d-2", ALDERN, kind="casualties")
    one, other = (
        counting(made, number, Quantity(value, value, "count", "people", scope="killed"))
        for made, number, value in ((one, "three", 3), (other, "four", 4))
    )
    assert relation(one, other) != "clashes"


@pytest.mark.parametrize(
    ("cue", "text", "against"),
    [
        ("denied", "having struck the station", True),
        ("banned", "the launch of the power units", False),
        ("rejected", "the proposal to leave Aldern", False),
        ("dismissed", "claims that rockets had struck the station", True),
    ],
)
def test_who_bans_or_turns_down_denies_nothing(cue: str, text: str, *, against: bool) -> None:
    assert denies(with_cue(claim(text), cue), wording(text)) == against


def test_a_negation_that_meets_neither_verb_nor_noun_denies_nothing() -> None:
    text = "Rockets not seen before were shown in Aldern"
    made = replace(claim(text), predicate="show")
    assert not firmly(made, wording(text)).denied
    bare = replace(claim("No rocket hit Aldern"), predicate="hit")
    assert denied_nouns(bare, firmly(bare, wording(bare.text)))


def test_a_denial_of_a_sides_word_answers_that_side_alone() -> None:
    assert whose_word(claim("Russian explanations of the strike on the station")) == {"russia"}
    denial = with_cue(
        told("Russian explanations of the strike on Aldern station", "d-1", ALDERN, speaker="Ada Reed"), "refutes"
    )
    struck = told("Rockets struck Aldern station", "d-2", ALDERN)
    assert relation(denial, struck) is None


def test_a_ship_is_not_the_town_it_is_named_after() -> None:
    ship = placed(claim("The cruiser Varna sank in a storm"), HARBOUR)
    town = placed(claim("Rockets fell on Varna at night"), HARBOUR)
    at = [made.text.index("Varna") for made in (ship, town)]
    mentions = [replace(m.places[0], span=Span(a, a + 5, "Varna")) for m, a in zip((ship, town), at, strict=True)]
    assert names_ship(mentions[0], ship)
    assert not names_ship(mentions[1], town)
    assert len(ship_names(ship)) == 1


def test_an_attack_and_an_accident_are_two_causes_of_one_sinking() -> None:
    struck = told("Ukrainian missiles struck the cruiser Varna", "d-1")
    burnt = of_side(
        told("The cruiser Varna sank after a fire and a detonation", "d-2", speaker="Admiral Orel"), "Russia"
    )
    assert relation(struck, replace(burnt, kind="attack"), ("2025-03-16", "2025-03-17")) == "clashes"


def test_telling_as_ones_own_what_a_speaker_said_drops_the_attribution() -> None:
    text = "Our engineers rebuilt the bridge at Aldern within four days"
    said = frame(told(text, "d-1", ALDERN, speaker="Colonel Ada Reed"))
    own = frame(told(text, "d-2", ALDERN), "2025-03-17", "The Courier")
    earlier = frame(told(text, "d-3", ALDERN), "2025-03-15", "The Echo")
    found = dropped_by(said, own)
    assert found is not None
    assert (found.own_id, found.told_id) == (own.claim.id, said.claim.id)
    assert dropped_by(said, earlier) is None
    link = judge(said, own)
    assert link is not None
    assert ATTRIBUTION in link.fields
    assert "attribution dropped" in link.reason
    assert dropped_from({said.claim.id: said, own.claim.id: own}, [link]) == (found,)


def test_what_happened_on_one_named_day_is_told_by_two_papers() -> None:
    one = happening(told("Rockets struck the railway station in Aldern", "d-1", ALDERN), "2025-03-15")
    other = happening(told("The railway station in Aldern was struck by rockets", "d-2", ALDERN), "2025-03-15")
    assert relation(one, other) in ("agrees", "repeats")
