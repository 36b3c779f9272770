"""When what a claim tells happened: stamps of pages, truces of last year, clauses by the way."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules"))


def claims(text: str, published: str | None = "2025-03-20") -> tuple[Claim, ...]:
    document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at=published)
    return pipeline().read([document])[0].claims


def when(text: str, words: str, published: str | None = "2025-03-20") -> str | None:
    claim = next(claim for claim in claims(text, published) if words in claim.text)
    return claim.when.span.text if claim.when else None


@pytest.mark.parametrize(
    "text",
    [
        "Sahel war: Rebels shell the airport of Gao (12.03.25 09:14) « War in Sahel | Sahel.Net.",
        "12.03.25 09:14 - Rebels shelled the airport of Gao. View news.",
        "Rebels shelled the airport of Gao | 12 Mar 2025 14:02 | Sahel Daily",
        "Rebels shelled the airport of Gao (12.03.2025, 10:05).",
    ],
)
def test_the_stamp_of_a_page_is_not_when_it_happened(text: str) -> None:
    assert all(claim.when is None for claim in claims(text))


def test_the_stamp_of_a_page_tells_at_most_the_day_it_was_said() -> None:
    text = "12.03.25 09:14 - Rebels have shelled the airport of Gao - governor. View news."
    said = [claim.said_at for claim in claims(text) if claim.speakers and claim.said_at]
    assert [(time.time.precision, time.time.basis, time.derived) for time in said] == [("day", "inferred", True)]


def test_a_day_in_figures_with_its_hour_in_a_sentence_is_when_it_happened() -> None:
    found = when("Rebels shelled the airport of Gao at 09:14 on 12 March, the army said.", "airport")
    assert found is not None
    assert "12 March" in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army accused the rebels of breaking the truce signed on 3 March by shelling Goma.", "breaking"),
        ("Both sides must observe the ceasefire agreed on 12 January, the mediator said.", "observe"),
        ("Rebels again violated the 2018 Karlin agreement by firing at the port, the governor said.", "violated"),
        ("The army announced on Friday that it had reopened the road to Wau, cut since late January.", "reopened"),
    ],
)
def test_what_was_agreed_or_cut_before_does_not_date_the_deed(text: str, words: str) -> None:
    assert when(text, words) is None


def test_the_day_on_which_a_truce_is_signed_is_when_it_is_signed() -> None:
    assert when("The two sides signed a truce on 3 March, the mediator said.", "truce") == "3 March"


def test_what_befell_somebody_by_the_way_is_dated_by_that_clause() -> None:
    text = "We mourn the loss of Corporal Jan Pohl, who was killed on Monday in northern Mali, the general said."
    assert "Monday" in [claim.when.span.text for claim in claims(text) if claim.when]


def test_people_are_turned_back_when_they_tried_to_cross() -> None:
    text = "Border guards turned back 60 people who tried to cross into Chad on Sunday, the police said."
    assert when(text, "60 people") == "Sunday"


def test_two_days_in_a_row_are_one_time() -> None:
    text = "The brigade said that its men had taken the outposts on Saturday and Sunday."
    (claim,) = claims(text, "2025-03-18")
    assert claim.when is not None
    assert (claim.when.span.text, claim.when.time.earliest, claim.when.time.latest) == (
        "Saturday and Sunday",
        "2025-03-15",
        "2025-03-16",
    )


def test_an_undated_report_still_tells_of_the_last_hours() -> None:
    text = 'The spokesman said: "The coalition in the last 24 hours conducted 10 airstrikes near Raqqa."'
    assert when(text, "airstrikes", None) == "the last 24 hours"
