"""What `fogline pack check` finds, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.errors import RunError
from fogline.packs import check, load, packaged
from fogline.packs.checks import check_text

GOOD = """
name = "river-war"
since = 2024-03-01
countries = ["SD"]

[[side]]
name = "River Guard"

[[actor]]
name = "Amna Koko"
side = "River Guard"
aliases = ["Commander Amna"]
roles = [{ title = "Commander", of = "River Guard", since = 2024-03-01 }]

[[place]]
name = "Umm Rakuba"
aliases = ["Um Raquba"]
latitude = 14.3
longitude = 35.6
"""


def test_a_good_pack_has_no_problems() -> None:
    assert check_text(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "words"),
    [
        ('name = "river-war"', "", 1, "name", "needs a name"),
        ("since = 2024-03-01\ncountries", "since = 2024-13-01\ncountries", 3, "TOML", "Expected"),
        ('["SD"]', '["XX"]', 4, "countries", "ISO 3166-1"),
        ('side = "River Guard"', 'side = "Lake Guard"', 11, "side", "Lake Guard"),
        ('aliases = ["Commander Amna"]', 'aliases = "Commander Amna"', 12, "aliases", "list"),
        ("latitude = 14.3", "latitude = 143", 18, "latitude", "-90 to 90"),
        ("longitude = 35.6", "", 18, "latitude", "together"),
        ('name = "Umm Rakuba"', 'nmae = "Umm Rakuba"', 16, "nmae", "no key"),
        ("[[side]]", "[side]", 6, "side", "two brackets"),
        ('title = "Commander", ', "", 13, "roles", "title"),
    ],
)
def test_a_problem_is_told_with_its_line_and_key(old: str, new: str, line: int, key: str, words: str) -> None:
    problems = check_text(GOOD.replace(old, new, 1))
    assert [(p.line, p.key) for p in problems if words in p.message] == [(line, key)]


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("since = 2024-03-01\ncountries", "since = 2024-03-01\nuntil = 2023-01-01\ncountries", "until", "before since"),
        ("since = 2024-03-01 }", "since = 2024-03-01, until = 2023-01-01 }", "roles", "before since"),
        ("latitude = 14.3\nlongitude = 35.6", "", "name", "knows no such 'Umm Rakuba'"),
        ("latitude = 14.3\nlongitude = 35.6", 'id = "geonames:999999999"', "id", "no gazetteer"),
    ],
)
def test_what_does_not_fit_together_is_a_problem(old: str, new: str, key: str, words: str) -> None:
    problems = check_text(GOOD.replace(old, new, 1))
    assert [p.key for p in problems if words in p.message] == [key]


def test_one_alias_for_two_actors_is_a_problem() -> None:
    text = GOOD + '\n[[actor]]\nname = "Musa Dar"\naliases = ["Commander Amna"]\n'
    assert [p.key for p in check_text(text)] == ["aliases"]


def test_a_missing_file_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    assert check(tmp_path / "none.toml")[0].message.startswith("cannot be read")


@pytest.mark.parametrize("name", packaged())
def test_the_packs_that_ship_have_no_problems(name: str) -> None:
    from importlib.resources import files

    assert check_text(files("fogline").joinpath("packs", "toml", f"{name}.toml").read_text("utf-8")) == []


def test_loading_a_bad_pack_stops_with_its_first_problem(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('name = "bad"\n[[actor]]\nkind = "person"\n', encoding="utf-8")
    with pytest.raises(RunError, match=r"line 2: name: \[\[actor\]\] needs a name"):
        load([str(path)])


def test_an_unknown_pack_names_those_that_ship() -> None:
    with pytest.raises(RunError, match="russia-ukraine, sudan"):
        load(["atlantis"])
