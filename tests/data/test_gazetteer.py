"""The gazetteer: what it holds, how fast it opens, how names are found in it."""

from __future__ import annotations

import json
import time
from hashlib import blake2b
from importlib.resources import files
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.data.gazetteer import Gazetteer, distance_km, fold
from fogline.data.gazetteer.folding import plain_article
from fogline.data.gazetteer.outlines import region_outlines
from fogline.data.gazetteer.reader import FILE_NAME
from fogline.errors import RunError


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.open()


def test_it_opens_in_less_than_a_tenth_of_a_second_and_is_small() -> None:
    best = min(_seconds_to_open() for _ in range(5))
    assert best < 0.1
    assert (files("fogline.data.gazetteer") / FILE_NAME).read_bytes().__len__() < 25e6


def _seconds_to_open() -> float:
    start = time.perf_counter()
    Gazetteer.open().lookup("Kharkiv")
    return time.perf_counter() - start


@pytest.mark.parametrize("name", ["Kharkiv", "Kharkov", "Khar’kov", "KHARKIV", "Харків", "Харьков", "Charkiw"])
def test_a_town_is_found_under_the_spellings_of_both_sides(world: Gazetteer, name: str) -> None:
    assert "geonames:706483" in {entry.id for entry in world.lookup(name)}


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Gulyaypol", "geonames:707898"),
        ("Volchansk", "geonames:689304"),
        ("Krasnoarmeysk", "geonames:704422"),
        ("Oskil River", "fogline:oskil-river"),
        ("Donbass", "fogline:donbas"),
        ("Darfur", "fogline:darfur"),
        ("Gaza Strip", "fogline:gaza-strip"),
        ("Kursk Oblast", "iso3166-2:RU-KRS"),
        ("Texas", "iso3166-2:US-TX"),
        ("Vatican", "iso3166-1:VA"),
        ("Jisr al-Shughur", "geonames:169023"),
        ("Black Sea", "fogline:black-sea"),
    ],
)
def test_names_that_war_reports_use_are_known(world: Gazetteer, name: str, place_id: str) -> None:
    assert world.lookup(name)[0].id == place_id or place_id in {entry.id for entry in world.lookup(name)}


def test_crimea_has_the_code_of_the_standard(world: Gazetteer) -> None:
    crimea = world.lookup("Crimea")[0]
    assert (crimea.id, crimea.country) == ("iso3166-2:UA-43", "UA")


def test_an_entry_is_found_by_its_id_again(world: Gazetteer) -> None:
    for name in ("Kharkiv", "Donbas", "Ukraine", "Sumy Oblast", "Harris County"):
        entry = world.lookup(name)[0]
        assert world.entry(entry.id) == entry
    assert world.entry("geonames:1") is None
    assert world.entry("iso3166-2:XX-99") is None


def test_containment_follows_codes_and_for_areas_distance(world: Gazetteer) -> None:
    ukraine, russia = world.country("UA"), world.country("RU")
    kharkiv, region = world.entry("geonames:706483"), world.region("UA-63")
    bakhmut, donbas = world.lookup("Bakhmut")[0], world.entry("fogline:donbas")
    assert ukraine
    assert russia
    assert kharkiv
    assert region
    assert donbas
    assert world.contains(ukraine, kharkiv)
    assert world.contains(region, kharkiv)
    assert not world.contains(russia, kharkiv)
    assert not world.contains(kharkiv, region)
    assert world.contains(donbas, bakhmut)
    assert not world.contains(donbas, kharkiv)


def test_neighbours_of_a_country_are_known(world: Gazetteer) -> None:
    assert {"RU", "BY", "PL"} <= set(world.neighbours("UA"))
    assert world.neighbours("AQ") == ()


def test_entries_come_best_known_first(world: Gazetteer) -> None:
    found = world.lookup("Paris")
    assert found[0].country == "FR"
    assert [entry.number for entry in found] == sorted(entry.number for entry in found)


def test_an_unknown_name_gives_nothing(world: Gazetteer) -> None:
    assert world.lookup("Qqzzxville") == ()
    assert not world.knows("Qqzzxville")


def test_a_file_that_is_no_gazetteer_stops_the_run(tmp_path: object) -> None:
    with pytest.raises(RunError, match="damaged"):
        Gazetteer(b"\0" * 64)


def test_an_article_is_read_as_it_sounds() -> None:
    assert plain_article("jisr ash shughur") == "jisr al shughur"
    assert plain_article("es") == "es"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_is_symmetric_and_bounded(a: float, b: float, c: float, d: float) -> None:
    there, back = distance_km((a, b), (c, d)), distance_km((c, d), (a, b))
    assert there == pytest.approx(back, abs=1e-3)
    assert 0 <= there <= 20_016


def test_outlines_are_closed_rings_of_shared_borders() -> None:
    topology = json.loads(region_outlines())
    arcs = [
        list(accumulate(arc, lambda left, right: [left[0] + right[0], left[1] + right[1]])) for arc in topology["arcs"]
    ]
    regions = topology["objects"]["regions"]["geometries"]
    for region in regions:
        for ring in (ring for polygon in region["arcs"] for ring in polygon):
            walked = [arcs[at] if at >= 0 else arcs[~at][::-1] for at in ring]
            assert all(left[-1] == right[0] for left, right in pairwise([*walked, walked[0]])), region["id"]
    by_code = {region["id"]: region for region in regions}
    assert by_code["UA-43"]["properties"] == {"country": "UA", "disputed": True}
    kursk, sumy = (
        {abs(at + (at < 0)) for p in by_code[code]["arcs"] for r in p for at in r} for code in ("RU-KRS", "UA-59")
    )
    assert kursk & sumy


def test_the_base_map_has_rivers_lakes_and_towns_where_they_are() -> None:
    topology = json.loads(region_outlines())
    towns = {name: (lon / 100, lat / 100) for name, lon, lat in topology["towns"]}
    assert towns["Kharkiv"] == pytest.approx((36.25, 49.98), abs=0.1)
    for part in ("rivers", "lakes"):
        arcs = topology["objects"][part]["arcs"]
        numbers = [number for line in arcs for number in (line if isinstance(line[0], int) else line[0])]
        assert len(numbers) > 100
        assert max(numbers) < len(topology["arcs"])


def test_outlines_are_small() -> None:
    assert len((files("fogline.data.gazetteer") / "regions.topojson.gz").read_bytes()) < 400_000


def test_the_sources_name_the_digest_of_the_file() -> None:
    data = (files("fogline.data.gazetteer") / FILE_NAME).read_bytes()
    sources = (files("fogline.data") / "SOURCES.md").read_text("utf-8")
    assert blake2b(data, digest_size=16).hexdigest() in sources


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Humera", "ET-TI"),
        ("Kitchanga", "CD-NK"),
        ("Um Ruwaba", "SD-KN"),
        ("Ponnagyun", "MM-16"),
        ("Bulo Marer", "SO-SH"),
    ],
)
def test_towns_of_present_wars_lie_where_they_do(world: Gazetteer, name: str, region: str) -> None:
    assert [entry.region for entry in world.lookup(name)][:1] == [region]
