"""Who "we" is in a statement of a ministry, and names that were read in part."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Speaker
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules"))


def speaker(text: str, words: str, publisher: str | None = None, title: str | None = None) -> Speaker:
    document = Document(id="d-1", name="a", source="a", text=text, digest="0", publisher=publisher, title=title)
    claims = pipeline().read([document])[0].claims
    found = next(claim.speaker for claim in claims if words in claim.text)
    assert found is not None
    return found


WE = "An attack in Mosul killed ten people. We urge all parties to protect the camp."


def test_we_is_the_office_that_publishes() -> None:
    found = speaker(WE, "protect the camp", publisher="US State Department")
    assert (found.kind, found.side) == ("government", "United States")


def test_we_is_who_signs_the_statement_in_its_title() -> None:
    found = speaker(WE, "protect the camp", title="Statement by the Ministry of Foreign Affairs of Kenya")
    assert (found.name, found.side) == ("Ministry of Foreign Affairs of Kenya", "Kenya")


def test_we_is_the_only_state_that_speaks_in_the_statement() -> None:
    text = "The United Kingdom condemns the attack on Mosul. We urge all parties to protect the camp."
    assert speaker(text, "protect the camp").side == "United Kingdom"


@pytest.mark.parametrize("publisher", [None, "Channel Seven News", "Army Times"])
def test_we_of_a_newsroom_stays_open(publisher: str | None) -> None:
    assert speaker(WE, "protect the camp", publisher=publisher).name == "We"


def test_we_inside_quotation_marks_is_not_the_publisher() -> None:
    text = 'Major Ruta Abene said: "The camp burned. We urge all parties to leave the camp."'
    assert speaker(text, "leave the camp", publisher="US State Department").name != "US State Department"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Chin Hills Brigade said it had taken the camp.", "taken the camp", "Chin Hills Brigade"),
        (
            "The Chin Hills Brigade said it had taken the camp. The brigade said that it held the town.",
            "held the town",
            "Chin Hills Brigade",
        ),
        ("A spokesman in Baku, Colonel Elnur Hasanbayli, said two men had died.", "two men", "Elnur Hasanbayli"),
    ],
)
def test_a_name_read_in_part_is_completed(text: str, words: str, name: str) -> None:
    assert speaker(text, words).name == name
