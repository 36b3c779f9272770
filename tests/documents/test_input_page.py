"""docs/reference/input.md names every form, field and reason there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fogline.documents.dates import parse_date
from fogline.documents.forms import BY_SUFFIX
from fogline.documents.markdown import FIELDS
from fogline.documents.options import COLUMNS, DocumentOptions
from fogline.errors import ItemError
from fogline.records.failures import REASONS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "input.md").read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", PAGE))
STAGE = Path(__file__).parents[2] / "src" / "fogline" / "documents"
WORDS = {word for code in CODE for word in code.split()}


def test_every_suffix_field_and_front_matter_name_is_explained() -> None:
    assert set(BY_SUFFIX) <= WORDS
    assert set(COLUMNS) <= WORDS
    assert {"date", "published", "source", "site", "link", "authors", "lang"} <= {
        n for ns in FIELDS.values() for n in ns
    }


def test_every_reason_of_this_stage_is_explained() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in STAGE.glob("*.py"))
    raised = set(re.findall(r"(?:ItemError|Failure)\((?:place, )?\s*\"(\w+)\"", source))
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M)) == raised
    assert raised <= set(REASONS)


def test_the_size_limit_is_the_one_that_holds() -> None:
    assert f"({DocumentOptions().size_limit_bytes // 1_000_000} MB)" in PAGE


@pytest.mark.parametrize("written", [code for code in sorted(CODE) if "2031" in code and code != "04/05/2031"])
def test_dates_are_read_as_the_page_says(written: str) -> None:
    assert parse_date(written).startswith("2031-05-")


def test_a_date_that_could_be_two_days_is_refused_as_the_page_says() -> None:
    assert "`04/05/2031` is not" in PAGE
    with pytest.raises(ItemError):
        parse_date("04/05/2031")
