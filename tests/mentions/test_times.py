"""Times as an analyst reads them: what a word of time means depends on the day of the report and on the story."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention, TimeRange
from fogline.records.sentences import Sentence, Token

PUBLISHED = "2025-03-16"  # a Sunday
DAYS = st.dates(min_value=date(1995, 1, 1), max_value=date(2045, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _read(text: str, published_at: str | None = PUBLISHED) -> tuple[TimeMention, ...]:
    document = Document("d", "d", "d", text, "", published_at=published_at)
    return find_times(document, [Sentence(0, 0, 0, len(text), text)])


def _one(text: str, published_at: str | None = PUBLISHED) -> TimeRange:
    (mention,) = _read(text, published_at)
    return mention.time


def test_the_span_covers_the_words_and_the_sentence_is_known() -> None:
    text = "The market was hit. On 3 March it was hit again."
    document = Document("d", "d", "d", text, "", published_at=PUBLISHED)
    sentences = [Sentence(4, 0, 0, 19, text[:19]), Sentence(5, 0, 20, len(text), text[20:])]
    (mention,) = find_times(document, sentences)
    assert (mention.span.text, text[mention.span.start : mention.span.end]) == ("3 March", "3 March")
    assert mention.sentence == 5


def test_a_full_date_needs_no_publication_date() -> None:
    assert _one("It fell on 12 February 2025.", None) == TimeRange(
        "2025-02-12", "2025-02-12", "2025-02-12", "day", "stated"
    )


def test_a_number_of_people_behind_a_day_is_no_year() -> None:
    assert _one("As of April 15, 1982 civilians were killed.").earliest == "2024-04-15"


def test_a_weekday_is_the_most_recent_one_the_day_of_publication_included() -> None:
    assert _one("It fell on Sunday.").earliest == PUBLISHED
    assert _one("It fell on Monday.").earliest == "2025-03-10"


def test_a_weekday_ahead_is_the_next_one() -> None:
    assert _one("The envoys will meet on Monday.").earliest == "2025-03-17"


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("It fell on October 25.", "2024-10-25"),
        ("It fell in August.", "2024-08-01"),
        ("It fell in March.", "2025-03-01"),
        ("The vote is due in August.", "2025-08-01"),
        ("It fell in the autumn of 2022.", "2022-09-01"),
    ],
)
def test_a_partial_date_is_the_last_one_unless_the_sentence_looks_ahead(text: str, earliest: str) -> None:
    assert _one(text).earliest == earliest


def test_a_year_that_the_text_gave_once_holds_for_the_same_day() -> None:
    mentions = _read("He was shot on June 20, 2021. The June 20 killing was never solved.")
    assert [mention.time.timex for mention in mentions] == ["2021-06-20", "2021-06-20"]


def test_the_next_day_follows_the_last_day_of_the_story() -> None:
    mentions = _read("The column left on 3 March. The next day it was ambushed; two days later it gave up.")
    assert [mention.time.timex for mention in mentions] == ["2025-03-03", "2025-03-04", "2025-03-06"]


def test_without_publication_relative_words_stay_open_and_say_so() -> None:
    for text in ("It fell yesterday.", "It fell last week.", "It fell on Thursday.", "It fell recently."):
        time = _one(text, None)
        assert (time.earliest, time.latest, time.basis) == (None, None, "none")


def test_this_year_in_an_undated_report_comes_after_the_dates_given_in_full() -> None:
    mentions = _read("The siege began on May 9, 2031. It was broken on March 3 of this year.", None)
    assert (mentions[1].time.timex, mentions[1].time.basis) == ("2032-03-03", "inferred")


def test_an_inferred_window_is_no_anchor() -> None:
    text = "It fell yesterday."
    document = Document(
        "d", "d", "d", text, "", published_at="2025-12-31", published_from="2025-04-26", published_basis="inferred"
    )
    assert find_times(document, [])[0].time.basis == "none"


def test_amounts_of_time_say_how_long_and_not_when() -> None:
    time = _one("Both accept a 30-day ceasefire.")
    assert (time.timex, time.is_duration, time.earliest, time.latest) == ("P30D", True, None, None)


def test_an_amount_that_ends_today_says_when() -> None:
    time = _one("Forty raids were flown in the past two months.")
    assert (time.timex, time.is_duration) == ("P2M", False)
    assert (time.earliest, time.latest) == ("2025-01-16", "2025-03-16")


def test_frequencies_are_sets() -> None:
    assert _one("Convoys arrive every Monday.").is_set
    assert _one("Sappers lift some 50 mines a day.").is_set


def test_since_and_until_leave_a_side_open() -> None:
    since = _one("It has been shut since Tuesday.")
    assert (since.earliest, since.latest, since.modifier) == ("2025-03-11", None, "ON_OR_AFTER")
    until = _one("It will stay shut until 1 April.")
    assert (until.earliest, until.latest, until.modifier) == (None, "2025-04-01", "ON_OR_BEFORE")


def test_after_the_attack_of_a_day_does_not_open_that_day() -> None:
    time = _one("After Friday's attack the market stayed shut.")
    assert (time.earliest, time.latest) == ("2025-03-14", "2025-03-14")


def test_hours_carry_their_zone_and_their_day() -> None:
    time = _one("Sirens sounded at 03:00 GMT on Friday.")
    assert (time.timex, time.earliest, time.precision) == ("2025-03-14T03:00Z", "2025-03-14T03:00Z", "minute")


def test_midnight_closes_the_day_it_is_named_with() -> None:
    assert _one("They left shortly before midnight on Friday.").latest == "2025-03-15T00:00"
    assert _one("They left shortly after midnight on Friday.").earliest == "2025-03-14T00:00"


@pytest.mark.parametrize(
    "text",
    [
        "The army may march on the capital before the sun sets.",
        "Some 2,000 people and 2000 troops crossed 1,368 square kilometres.",
        "Colonel April Reyes read the Sunday Times and Russia Today.",
        "A T-72 and two Su-34 jets were lost; the score was 3:1 after 24/7 fire.",
        "A 16-year-old was freed; her brother is 45 years old.",
        "The price rose to $1999, or 2014% of what it was.",
        "Call 138-2010-2015 as soon as you can.",
    ],
)
def test_numbers_names_and_verbs_are_no_times(text: str) -> None:
    assert _read(text) == ()


def _tagged(text: str, tags: str) -> Sentence:
    """A flat parse: every word hangs on the only verb."""
    words = text.split(" ")
    rows = [tag.split("/") for tag in tags.split(" ")]
    verb = next(i for i, (pos, _) in enumerate(rows) if pos == "VERB")
    tokens, start = [], 0
    for i, (word, (pos, tag)) in enumerate(zip(words, rows, strict=True)):
        dep = "ROOT" if i == verb else "aux" if pos == "AUX" else "dep"
        tokens.append(Token(i, start, start + len(word), word, word.lower(), pos, tag, dep, verb))
        start += len(word) + 1
    return Sentence.build(0, 0, 0, text, "body", tuple(tokens))


@pytest.mark.parametrize(
    ("text", "tags", "day"),
    [
        ("They meet Monday and might talk", "PRON/PRP VERB/VBP PROPN/NNP CCONJ/CC AUX/MD VERB/VB", "2025-03-17"),
        ("They met Monday for talks", "PRON/PRP VERB/VBD PROPN/NNP ADP/IN NOUN/NNS", "2025-03-10"),
    ],
)
def test_grammar_settles_the_direction_where_there_is_a_parse(text: str, tags: str, day: str) -> None:
    document = Document("d", "d", "d", text, "", published_at=PUBLISHED)
    assert find_times(document, [_tagged(text, tags)])[0].time.earliest == day


@given(DAYS)
def test_a_written_out_date_comes_back_as_itself(day: date) -> None:
    text = f"It fell on {day.day} {day:%B} {day.year}, witnesses said."
    assert _one(text, None).earliest == day.isoformat()


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_past_weekday_lies_within_the_last_seven_days(published: date, weekday: str) -> None:
    found = date.fromisoformat(_one(f"It fell on {weekday}.", published.isoformat()).earliest or "")
    assert published - timedelta(days=6) <= found <= published
    assert WEEKDAYS[found.isoweekday() - 1] == weekday


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120), st.none() | DAYS)
def test_any_text_can_be_read_and_spans_match_it(text: str, published: date | None) -> None:
    for mention in _read(text, None if published is None else published.isoformat()):
        assert text[mention.span.start : mention.span.end] == mention.span.text


@given(
    st.lists(
        st.sampled_from(
            "on in the 3 31 2024 May March last next week two days later Monday - to from 10:30 p.m. GMT since until "
            "of year a few ago summer 30 February ' s between and first quarter half before after at midnight "
            "this".split()
        ),
        max_size=12,
    ),
    st.none() | DAYS,
)
def test_words_of_time_in_any_order_give_ordered_intervals(words: list[str], published: date | None) -> None:
    for mention in _read(" ".join(words), None if published is None else published.isoformat()):
        time = mention.time
        if time.earliest is not None and time.latest is not None:
            assert time.earliest[:10] <= time.latest[:10]
        assert time.basis != "none" or (time.earliest is None and time.latest is None)


def test_the_dateline_of_an_undated_report_anchors_it_and_is_called_inferred() -> None:
    text = "KALESH, March 16, 2031 (Northern Wire) - Rebels entered the town on Saturday."
    head, saturday = (mention.time for mention in _read(text, None))
    assert (head.basis, saturday.basis, saturday.earliest) == ("stated", "inferred", "2031-03-15")


def test_a_date_inside_the_story_is_no_dateline() -> None:
    _, saturday = (
        mention.time for mention in _read("The war began on March 16, 2031. It hit Kalesh on Saturday.", None)
    )
    assert (saturday.earliest, saturday.basis) == (None, "none")


@pytest.mark.parametrize(
    ("day", "offset"), [("29 March 2025", "+02:00"), ("30 March 2025", "+03:00"), ("26 October 2025", "+02:00")]
)
def test_summer_time_follows_the_calendar(day: str, offset: str) -> None:
    (mention,) = _read(f"It hit at 6 a.m. Kyiv time on {day}.")
    assert mention.time.timex.endswith(f"T06:00{offset}")


def test_two_days_later_is_not_after_the_report() -> None:
    mentions = _read("The column left on Saturday. Five days later it still stood there.")
    assert (mentions[1].time.timex, mentions[1].time.earliest) == ("P5D", None)


@pytest.mark.parametrize(
    "text", ["It was built 5000 years ago.", "It will come in 9000000 days.", "It fell in the past 900,000 years."]
)
def test_amounts_beyond_the_calendar_keep_their_value_and_no_days(text: str) -> None:
    time = _one(text)
    assert time.timex.startswith("P")
    assert (time.earliest, time.latest) == (None, None)


def test_a_number_that_is_no_hour_is_read_as_an_amount() -> None:
    assert _one("The fort was besieged 1900 hours.").timex.endswith("T19:00")
    assert _one("The wait was 2000 days.").timex == "P2000D"


def test_what_ended_as_planned_on_a_day_did_end() -> None:
    time = _one("The mission ended as planned on Saturday.")
    assert time.latest is not None
    assert time.latest < PUBLISHED
    assert time == _one("The mission ended on Saturday.")
