"""Packs as values: merged, looked up, dated."""

from __future__ import annotations

from pathlib import Path

from fogline.packs import load
from fogline.packs.model import Pack, Role


def test_no_pack_is_the_empty_pack() -> None:
    assert load() == Pack()


def test_packs_merge_in_order_and_widen_the_period() -> None:
    both = load(["russia-ukraine", "sudan"])
    assert both.name == "russia-ukraine+sudan"
    assert (both.since, both.until) == ("2014-02-20", None)
    assert {"UA", "SD"} <= set(both.countries)


def test_spellings_of_either_side_lead_to_one_place() -> None:
    places = load(["russia-ukraine"]).place_aliases
    assert places["krasnoarmeysk"] is places["pokrovsk"]
    assert places["volchansk"].name == "Vovchansk"
    assert places["gulyaypol"].country == "UA"


def test_offices_carry_their_dates() -> None:
    offices = load(["russia-ukraine"]).offices("Shoigu")
    assert [(o.title, o.held_on("2023-01-01")) for o in offices] == [
        ("Defence Minister", True),
        ("Secretary of the Security Council", False),
    ]


def test_an_office_without_dates_is_always_held() -> None:
    assert Role("Mayor").held_on("1999-01-01")


def test_a_pack_of_ones_own_is_read_by_path(tmp_path: Path) -> None:
    path = tmp_path / "lake.toml"
    path.write_text(
        'name = "lake"\n[[side]]\nname = "Lake Union"\n[[actor]]\nname = "Ruta Abene"\nside = "Lake Union"\n', "utf-8"
    )
    pack = load([str(path)])
    assert [(a.name, a.kind, a.side) for a in pack.actors] == [("Ruta Abene", "person", "Lake Union")]
