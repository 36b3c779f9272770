"""What a statement is about, and whether it happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.events_reading import event, sentences

from fogline.claims.events.describing import describe
from fogline.claims.events.lexicon import lexicon
from fogline.records.claims import KINDS, STATUSES, Kind, Stance, Status


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("control", "Kedaran forces have regained full control of the district."),
        ("control", "The citadel is still in rebel hands."),
        ("control", "The village of Orsk has fallen."),
        ("movement", "Zoran units are retreating to more defensible positions."),
        ("clash", "Battles are still going on south of the quarry."),
        ("attack", "Three drones hit an oil depot outside the port."),
        ("casualties", "At least 14 people were killed."),
        ("damage", "Nearly fifty houses were damaged."),
        ("deployment", "The campaign has been bolstered by about 6,000 foreign soldiers."),
        ("detention", "Eleven soldiers surrendered near the ford."),
        ("clearance", "Sappers are clearing mines from the road."),
        ("aid", "The agency delivered flour and medicine to the camp."),
        ("sanction", "The bloc imposed sanctions on three banks."),
        ("negotiation", "Both governments accepted the ceasefire."),
        ("meeting", "The two presidents met in Marisol."),
        ("assessment", "The situation remains difficult."),
        ("other", "The bakery opened at seven."),
    ],
)
def test_plain_statements_have_their_kind(kind: Kind, text: str) -> None:
    assert event(text).kind == kind


def test_the_noun_beside_a_verb_decides() -> None:
    assert event("The army captured the airport.").kind == "control"
    assert event("The army captured eleven soldiers.").kind == "detention"


def test_a_light_verb_leaves_the_kind_to_its_noun() -> None:
    found = event("Zoran jets carried out strikes on rebel depots.")
    assert (found.kind, found.predicate) == ("attack", "strike")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("completed", "Zoran troops captured the bridge."),
        ("completed", "Zoran troops have captured the bridge."),
        ("ongoing", "Zoran troops are advancing on the bridge."),
        ("ongoing", "Zoran troops continue to hold the bridge."),
        ("planned", "Zoran troops plan to attack the bridge."),
        ("planned", "Zoran troops will attack the bridge."),
        ("possible", "Zoran troops may attack the bridge."),
        ("possible", "Zoran troops could attack the bridge."),
        ("possible", "The shelling of the dam puts thousands of lives at risk."),
        ("conditional", "If the talks fail, Zoran troops will attack the bridge."),
        ("negated", "Zoran troops did not attack the bridge."),
        ("negated", "No soldier was killed."),
        ("negated", "Nobody was hurt."),
        ("negated", "Zoran troops failed to take the bridge."),
    ],
)
def test_tense_modals_and_negation_give_the_status(status: Status, text: str) -> None:
    found = event(text)
    assert found.status == status
    assert found.polarity == ("negative" if status == "negated" else "positive")


def test_negation_in_another_clause_leaves_the_event_alone() -> None:
    assert event("Zoran troops captured the bridge, which had not been mined.").status == "completed"


@pytest.mark.parametrize(
    ("stance", "status"), [("demands", "possible"), ("promises", "planned"), ("warns", "possible")]
)
def test_what_is_demanded_or_promised_has_not_happened(stance: Stance, status: Status) -> None:
    text = "The mediators told both armies to open the road."
    assert event(text, "both armies to open the road", stance).status == status


def test_a_headline_in_the_present_tense_tells_what_happened() -> None:
    text = "Kedaran troops capture key town\n\nThe town of Orsk lies on the river, and its mill is the largest there."
    headline = sentences(text)[0]
    assert headline.role == "headline"
    assert describe(headline, headline.start, headline.end, ()).status == "completed"


@pytest.mark.parametrize(
    ("extent", "text"),
    [
        ("full", "The army has regained full control of the city."),
        ("part", "The army holds parts of the city."),
        ("contested", "The city is contested; the army holds all of the port."),
        (None, "The army holds the city."),
    ],
)
def test_control_says_how_much_is_held(extent: str | None, text: str) -> None:
    assert event(text).extent == extent


def test_only_control_has_an_extent() -> None:
    assert event("All eleven soldiers were killed.").extent is None


def test_words_that_name_no_kind_give_other_with_score_0() -> None:
    found = event("The clerk said it.", "it")
    assert (found.kind, found.score, found.actors, found.targets) == ("other", 0.0, (), ())


def test_the_guard_keeps_peace_out_of_the_battle_kinds() -> None:
    text = "The home side attacked down the left and captured the lead."
    sentence = sentences(text)[0]
    assert describe(sentence, sentence.start, sentence.end, (), at_war=False).kind == "other"


def test_every_kind_has_words_and_codes_are_given_for_each_type() -> None:
    kinds = {kind.kind for kind in lexicon().types}
    assert kinds == set(KINDS)
    assert {entry.kind for entries in lexicon().entries.values() for entry in entries} == kinds


def test_the_attack_types_carry_the_codes_of_both_ontologies() -> None:
    codes = {kind.name: (kind.plover, kind.acled) for kind in lexicon().types if kind.kind == "attack"}
    assert codes["strike"] == (
        "ASSAULT-heavy-weapons; ASSAULT-aerial; ASSAULT-drone",
        "Explosions/Remote violence / Shelling/artillery/missile attack; Explosions/Remote violence / Air/drone strike",
    )


LONG = (
    "In Orsk, soldiers of the Second Corps, who had been forced to leave the mill, are said to have shelled, "
    "and later burned, forty houses; “nobody was spared,” an elder whose sons were taken prisoner said."
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LONG)), st.integers(0, len(LONG)))
def test_any_stretch_can_be_described(one: int, other: int) -> None:
    sentence = sentences(LONG)[0]
    found = describe(sentence, min(one, other), max(one, other), ())
    assert found.kind in KINDS
    assert found.status in STATUSES
    assert 0 <= found.score <= 1
    assert found.kind not in found.others
    for party in (*found.actors, *found.targets):
        assert party.span is not None
        assert LONG[party.span.start : party.span.end] == party.span.text


def test_the_reference_lists_every_type_with_its_codes() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    for kind in lexicon().types:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{kind.kind}` | {kind.name} |"))
        assert row.endswith(f"| {kind.plover or '–'} | {kind.acled or '–'} |")
    assert [status for status in STATUSES if f"| `{status}` |" not in page] == []


def test_what_does_not_stop_goes_on() -> None:
    assert event("The enemy does not stop shelling the port.").status == "ongoing"
    assert event("The enemy stopped shelling the port.").status == "negated"
