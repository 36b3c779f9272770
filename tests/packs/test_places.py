"""The places of a pack: those the gazetteer has, and those only the pack knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.config import ReadingOptions
from fogline.data.gazetteer import Gazetteer
from fogline.packs.model import Pack, PackPlace
from fogline.packs.places import spellings
from fogline.pipeline import Pipeline
from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention
from fogline.records.readings import Reading

PACK = """
name = "lake-war"
countries = ["CD", "RW"]

[[place]]
name = "Minova"
aliases = ["Minowa"]

[[place]]
name = "Ridge 402"
latitude = -1.71
longitude = 29.02
precision = "point"
country = "CD"

[[event]]
name = "Battle of Minova"
since = 2024-06-01
until = 2024-06-14
"""


def _read(text: str, tmp_path: Path) -> Reading:
    file = tmp_path / "lake.toml"
    file.write_text(PACK, encoding="utf-8")
    pipeline = Pipeline.load(ReadingOptions(reader="rules", packs=(str(file),)))
    return pipeline.read([Document("d", "d", "d", text, "")])[0]


def test_a_place_that_only_the_pack_knows_is_found_where_the_pack_puts_it(tmp_path: Path) -> None:
    reading = _read("Her fighters took Minowa and Ridge 402 from the army on Sunday.", tmp_path)
    found = {m.span.text: m.place for m in reading.mentions if isinstance(m, PlaceMention)}
    assert {words: place and place.id for words, place in found.items()} == {
        "Minowa": "fogline:minova",
        "Ridge 402": "pack:ridge-402",
    }
    ridge = found["Ridge 402"]
    assert ridge is not None
    assert (ridge.latitude, ridge.precision, ridge.country) == (-1.71, "point", "CD")


def test_a_report_that_names_an_event_of_the_pack_was_written_after_it(tmp_path: Path) -> None:
    document = _read("The front has been quiet since the battle of Minova.", tmp_path).document
    assert (document.published_from, document.published_at, document.published_basis) == (
        "2024-06-01",
        None,
        "inferred",
    )


@pytest.mark.parametrize(
    ("place", "entry"),
    [
        (PackPlace("Goma"), "geonames:216281"),
        (PackPlace("Goma", country="PH"), "geonames:1712770"),
        (PackPlace("Goma", latitude=-1.6, longitude=29.2), "geonames:216281"),
        (PackPlace("Goma", latitude=50.0, longitude=29.2), "pack:goma"),
        (PackPlace("Front town", id="geonames:216281"), "geonames:216281"),
        (PackPlace("Nowhere at all"), None),
    ],
)
def test_a_name_is_the_entry_that_lies_where_the_pack_says(place: PackPlace, entry: str | None) -> None:
    found = spellings(Pack(places=(place,)), Gazetteer.open())
    assert [one.id for one in found.values()] == ([entry] if entry else [])
