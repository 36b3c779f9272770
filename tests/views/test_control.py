"""Who is said to hold which place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.views.building import PORT, PROVINCE, Told, cited, town

from fogline.data.gazetteer import Gazetteer
from fogline.records.claims import STANCES, STATUSES, Stance, Status
from fogline.records.mentions import ActorKind
from fogline.views.control import ControlCell, control_table
from fogline.views.holding import holding_of
from fogline.views.located import containers
from fogline.workspace import Workspace

BRIGADE = (("Third Brigade", "Veridia"),)
VERIDIA = Told(who="Ana Berisso", side="Veridia")
OSTRIA = Told(who="Jan Korda", side="Ostria")


def cell_of(*told: tuple[str, Told]) -> ControlCell:
    (cell,) = control_table(cited(words, how) for words, how in told).cells
    return cell


def uncounted(words: str, told: Told) -> bool:
    """Whether a claim gives no cell, and is counted as one that does not say who holds."""
    table = control_table([cited(words, told)])
    return (table.cells, table.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("words", "told", "expected"),
    [
        ("we hold the harbour", replace(VERIDIA, predicate="hold"), ("claimed", ("Veridia",), ())),
        ("we no longer hold it", replace(VERIDIA, status="negated"), ("claimed", (), ("Veridia",))),
        ("the port never fell", replace(VERIDIA, status="negated", predicate="fall"), ("denied", (), ())),
        ("the loss of the port", VERIDIA, ("claimed", (), ("Veridia",))),
        ("our men hold the quay", replace(VERIDIA, side=None), ("claimed", ("Ana Berisso’s side",), ())),
        ("our troops had lost the port", replace(VERIDIA, stance="denies"), ("denied", ("Veridia",), ())),
        ("the liberation of the port", VERIDIA, ("claimed", ("Veridia",), ())),
        ("Third Brigade holds the port", replace(OSTRIA, actors=BRIGADE), ("claimed", ("Veridia",), ())),
        ("Third Brigade took the port", replace(OSTRIA, stance="denies", actors=BRIGADE), ("denied", (), ("Veridia",))),
        ("the port is contested", OSTRIA, ("contested", (), ())),
        ("the port fell to Third Brigade", replace(OSTRIA, targets=BRIGADE), ("claimed", ("Veridia",), ())),
        ("Third Brigade holds the port", Told(actors=BRIGADE), ("reported", ("Veridia",), ())),
        ("who held the port", replace(OSTRIA, stance="unconfirmed"), ("blank", (), ())),
        ("the port was lost", replace(VERIDIA, predicate="lose"), ("claimed", (), ("Veridia",))),
        ("the port was taken", replace(VERIDIA, predicate="take"), ("claimed", (), ())),
        ("the town is under Russian control", Told(who="a driver"), ("reported", ("Russia",), ())),
    ],
)
def test_words_give_a_place_to_a_side_or_take_it(
    words: str, told: Told, expected: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    cell = cell_of((words, told))
    assert (cell.told, cell.holders, cell.absent) == expected


def test_a_side_that_is_named_and_silent_gets_a_blank_cell() -> None:
    quay = town("Quelha", 9002)
    lost = replace(OSTRIA, actors=BRIGADE)
    table = control_table(
        [cited("Third Brigade holds the port", lost), cited("we hold the hill", replace(VERIDIA, places=(quay,)))]
    )
    (blank,) = [cell for cell in table.cells if cell.told == "blank"]
    assert (blank.place, blank.claimant, blank.citations) == ("Port Almeida", "Veridia", ())


def test_two_sides_on_one_day_keep_a_cell_each() -> None:
    table = control_table([cited("we hold the port", VERIDIA), cited("we hold the port", OSTRIA)])
    assert [(cell.claimant, cell.holders) for cell in table.cells] == [
        ("Ostria", ("Ostria",)),
        ("Veridia", ("Veridia",)),
    ]


def test_a_town_lies_inside_its_region() -> None:
    table = control_table(
        [cited("we hold the port", VERIDIA), cited("we hold all of it", replace(OSTRIA, places=(PROVINCE,)))]
    )
    inside = {cell.place: cell.inside for cell in table.cells}
    assert inside == {"Port Almeida": (PROVINCE.id,), "Almeida Province": ()}


def test_a_region_that_only_locates_a_town_is_not_claimed() -> None:
    told = replace(VERIDIA, places=(PROVINCE, PORT))
    assert cell_of(("we hold the port in the province", told)).place == "Port Almeida"


def test_plans_and_demands_are_counted_and_give_no_cell() -> None:
    table = control_table(
        [
            cited("we will take the port", replace(VERIDIA, status="planned")),
            cited("leave the port", replace(OSTRIA, stance="demands")),
        ]
    )
    assert (table.cells, table.left_out) == ((), 2)


def test_the_day_is_that_of_the_deed_before_that_of_the_words() -> None:
    known = replace(VERIDIA, happened=("2031-05-04", "2031-05-04"), said="2031-05-05")
    told = [replace(known, happened=None), replace(known, happened=None, said=None), known]
    dates = [cell_of(("we hold the port", how)).date for how in told]
    assert [(date.day, date.clock) for date in dates] == [
        ("2031-05-05", "said"),
        ("2031-05-06", "published"),
        ("2031-05-04", "happened"),
    ]


@pytest.mark.parametrize("kind", ["people", "person", "media", "document"])
def test_those_who_are_no_party_hold_nothing_and_the_row_says_so(kind: ActorKind) -> None:
    claim, report = cited("the sons hold the port", Told(predicate="hold", actors=(("sons", None),)))
    sons = replace(claim.actors[0], actor=replace(claim.actors[0].actor, kind=kind))
    table = control_table([(replace(claim, actors=(sons,)), report)])
    (cell,) = table.cells
    assert (cell.told, cell.holders, cell.why) == ("skipped", (), "“sons” is no party that holds ground")
    assert (table.skipped, [citation.claim_id for citation in cell.citations]) == (1, [claim.id])


def test_an_armed_group_without_a_side_holds_ground_under_its_name() -> None:
    told = Told(predicate="hold", actors=(("Hill Guard", None),))
    assert cell_of(("Hill Guard holds the port", told)).holders == ("Hill Guard",)
    assert cell_of(("Rebels hold the port", replace(told, actors=(("Rebels", None),)))).holders == ("rebels",)


def test_who_speaks_for_a_side_that_is_not_known_gives_it_a_name() -> None:
    assert cell_of(("we hold the port", Told(who="Ana Berisso"))).holders == ("Ana Berisso’s side",)


def test_a_third_country_does_not_hold_what_it_calls_liberated() -> None:
    third = cited("the liberation of the port", Told(who="Ines Aramburu", side="Lusonia"))
    held = cited("we hold the port", VERIDIA)
    holders = {cell.claimant: cell.holders for cell in control_table([held, third]).cells}
    assert holders == {"Veridia": ("Veridia",), "Lusonia": ()}


def test_what_takes_place_takes_no_ground() -> None:
    told = Told(predicate="take", actors=(("Contact Group", None),))
    assert uncounted("Contact Group talks took place in the port", told)


WORDS = st.sampled_from(["we hold it", "it fell", "they took it", "it is contested", "Third Brigade lost it"])


@given(
    st.lists(
        st.tuples(
            WORDS, st.sampled_from(STANCES), st.sampled_from(STATUSES), st.sampled_from(["Veridia", "Ostria", None])
        )
    )
)
@settings(suppress_health_check=[HealthCheck.too_slow])  # a machine that is busy draws slowly
def test_every_claim_stands_in_one_cell_of_its_place_or_is_counted(
    told: list[tuple[str, Stance, Status, str | None]],
) -> None:
    claims = [
        cited(words, Told(who="Ana Berisso", side=side, stance=stance, status=status, actors=BRIGADE))
        for words, stance, status, side in told
    ]
    table = control_table(claims)
    shown = sorted(citation.claim_id for cell in table.cells for citation in cell.citations)
    assert shown == sorted(claim.id for claim, _ in claims if holding_of(claim) is not None)
    assert len(shown) + table.left_out == len(claims)
    assert all(not set(cell.holders) & set(cell.absent) or len(cell.citations) > 1 for cell in table.cells)


def test_both_sides_of_a_read_report_are_in_the_table(workspace: Workspace) -> None:
    table = workspace.control()
    ids = {claim.id for claim, _ in workspace.claims()}
    cited_ids = {citation.claim_id for cell in table.cells for citation in cell.citations}
    assert cited_ids
    assert cited_ids <= ids
    assert "Maiduguri" in {cell.place for cell in table.cells}
    assert {"claimed", "denied", "reported"} & {cell.told for cell in table.cells}
    assert all(citation.words in citation.sentence for cell in table.cells for citation in cell.citations)


def test_an_area_of_the_gazetteer_contains_towns_by_its_reach() -> None:
    gazetteer = Gazetteer.open()
    donbas, kramatorsk = gazetteer.lookup("Donbas")[0].place, gazetteer.lookup("Kramatorsk")[0].place
    assert donbas.precision == "area"
    assert containers([donbas, kramatorsk, PORT]) == {donbas.id: (), kramatorsk.id: (donbas.id,), PORT.id: ()}


def test_what_one_party_takes_back_on_the_same_day_is_a_cell_of_its_own() -> None:
    claims = [
        cited("we hold the port", VERIDIA),
        cited("our men hold the quay of the port", VERIDIA),
        cited("the port was lost", replace(VERIDIA, predicate="lose")),
    ]
    cells = control_table(claims).cells
    assert sorted((cell.holders, cell.absent, len(cell.citations)) for cell in cells) == [
        ((), ("Veridia",), 1),
        (("Veridia",), (), 2),
    ]


def test_two_places_of_one_name_are_told_apart() -> None:
    peru = replace(PORT, id="geonames:1", name="Desaguadero", country="PE", region="PE-PUN")
    bolivia = replace(PORT, id="geonames:2", name="Desaguadero", country="BO", region="BO-L")
    cells = control_table(cited("we hold it", replace(VERIDIA, places=(place,))) for place in (peru, bolivia)).cells
    assert {cell.place for cell in cells} == {"Desaguadero (Peru)", "Desaguadero (Bolivia)"}


@pytest.mark.parametrize("words", ["held the Council responsible for the port", "hold talks in the port"])
def test_who_holds_somebody_responsible_holds_no_ground(words: str) -> None:
    told = Told(predicate="hold", actors=(("Hill Guard", None),))
    assert uncounted(f"Hill Guard {words}", told)


@pytest.mark.parametrize(
    "words", ["are storming the port", "continue to storm the port", "are trying to take the port"]
)
def test_who_storms_a_place_does_not_hold_it(words: str) -> None:
    told = Told(predicate="take", actors=(("Hill Guard", None),))
    cell = cell_of((f"Hill Guard troops {words}", told))
    assert cell.holders == ()
    assert cell.contested
