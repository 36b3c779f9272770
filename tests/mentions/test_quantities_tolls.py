"""Tolls, parts and shares as reports put them, and figures that count nothing."""

from __future__ import annotations

import pytest

from fogline.config import ReadingOptions
from fogline.mentions.quantities.finder import find_quantities
from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import Quantity
from fogline.sentences.reader import SentenceReader


@pytest.fixture(scope="module")
def grammar() -> SentenceReader:
    options = ReadingOptions()
    return SentenceReader.load(options.parser, options.stretch_limit)


def _counts(grammar: SentenceReader, text: str) -> list[Quantity]:
    document = Document("d", "d", "d", text, "", published_at="2025-03-14")
    sentences = grammar.read([document])[0]
    return [mention.quantity for mention in find_quantities(document, sentences, find_times(document, sentences))]


def test_the_dead_of_a_side_are_put_at_a_number(grammar: SentenceReader) -> None:
    dead, wounded = _counts(grammar, "The governor put the rebels' dead at 85 and their wounded at 130.")
    assert (dead.low, dead.high, dead.scope) == (85, 85, "killed")
    assert (wounded.low, wounded.scope) == (130, "wounded")


def test_a_number_of_dead_is_no_age(grammar: SentenceReader) -> None:
    assert [q.scope for q in _counts(grammar, "The spokesman put the enemy's dead at 40.")] == ["killed"]
    assert _counts(grammar, "The singer was found dead at 45.") == []


def test_the_dead_who_number_many_are_counted(grammar: SentenceReader) -> None:
    assert [q.low for q in _counts(grammar, "Doctors said the dead number 31.")] == [31]
    assert _counts(grammar, "Shells hit school number 31.") == []


@pytest.mark.parametrize(
    ("text", "part", "of"),
    [
        ("The clan counted 140 dead, 40 of them children.", 40, "children"),
        ("Of the 140 killed, 25 were soldiers.", 25, "soldiers"),
        ("The mine employs 450 people, half of them women.", 0.5, "women"),
    ],
)
def test_a_part_names_who_it_is(grammar: SentenceReader, text: str, part: float, of: str) -> None:
    last = _counts(grammar, text)[-1]
    assert (last.low, last.of, last.role) == (part, of, "part")


def test_a_second_verb_takes_the_same_people(grammar: SentenceReader) -> None:
    taken, hurt = _counts(grammar, "Rebels captured 19 soldiers and wounded 22.")
    assert (taken.scope, hurt.of, hurt.scope) == ("captured", "soldiers", "wounded")


def test_eleven_more_may_be_anybody(grammar: SentenceReader) -> None:
    assert _counts(grammar, "The blast killed two soldiers and injured 11 more.")[-1].of is None


def test_what_befell_them_stands_behind_are(grammar: SentenceReader) -> None:
    assert _counts(grammar, "Rebels captured a post; four traders are missing.")[-1].scope == "missing"


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("A dozen and a half mercenaries fled.", 18, "mercenaries"),
        ("A half-dozen guards fled.", 6, "guards"),
        ("A force 600 strong crossed the river.", 600, "force"),
        ("Ten thousand, two hundred and fifty families fled.", 10250, "families"),
    ],
)
def test_number_words_and_strengths(grammar: SentenceReader, text: str, value: float, of: str) -> None:
    (found,) = _counts(grammar, text)
    assert (found.low, found.high, found.of) == (value, value, of)


@pytest.mark.parametrize(
    "text",
    [
        "The side lost 3-2, a fan said.",
        "The division came with Leopard 2 tanks.",
        "Witnesses may call the police at 519-661-5670 or at 1-800-222-8477.",
    ],
)
def test_scores_models_and_telephones_count_nothing(grammar: SentenceReader, text: str) -> None:
    assert _counts(grammar, text) == []


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [("The brigade lost three dozen T-72 tanks.", 36, "tanks"), ("Rebels burned 12 M-113 carriers.", 12, "carriers")],
)
def test_the_letter_of_a_model_is_no_unit(grammar: SentenceReader, text: str, value: float, of: str) -> None:
    (found,) = _counts(grammar, text)
    assert (found.low, found.unit) == (value, "count")
    assert found.of is not None
    assert found.of.endswith(of)


def test_each_verb_of_a_row_has_its_own_number(grammar: SentenceReader) -> None:
    found = _counts(grammar, "Government forces killed 18 fighters, captured four and freed 30 hostages.")
    assert [(q.low, q.of, q.scope) for q in found] == [
        (18, "fighters", "killed"),
        (4, "fighters", "captured"),
        (30, "hostages", "freed"),
    ]


def test_an_earlier_toll_is_told_in_passing(grammar: SentenceReader) -> None:
    first, now = _counts(grammar, "The toll, initially 12, has climbed to at least 19.")
    assert (first.role, now.role, now.low, now.high) == ("previous", "value", 19, None)


def test_a_range_of_dead_keeps_what_befell_them(grammar: SentenceReader) -> None:
    (dead,) = _counts(grammar, "Officials put the number of dead at between 25 and 30.")
    assert (dead.low, dead.high, dead.scope) == (25, 30, "killed")


def test_shares_out_of_three_are_shares_and_out_of_eight_are_counts(grammar: SentenceReader) -> None:
    assert _counts(grammar, "Two out of three wells are dry.")[0].unit == "fraction"
    assert [q.low for q in _counts(grammar, "They downed seven out of eight drones.")] == [7, 8]


def test_a_loss_of_ten_to_fifteen_men_is_no_score(grammar: SentenceReader) -> None:
    (found,) = _counts(grammar, "The militia lost 10-15 men.")
    assert (found.low, found.high, found.of) == (10, 15, "men")


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        ("Soldiers shot dead at least 45 civilians in Merawi.", 45, "killed"),
        ("Militants hacked to death 7 farmers.", 7, "killed"),
        ("Five people were burned to death in the market.", 5, "killed"),
        ("Fighters executed 14 prisoners at the quarry.", 14, "killed"),
        ("Rebels gunned down nine travellers.", 9, "killed"),
        ("Six soldiers fell in the battle for the ridge.", 6, "killed"),
        ("Forces put 15 insurgents out of action.", 15, "killed"),
        ("Police rounded up 60 youths after the blast.", 60, "captured"),
        ("About 300 fighters laid down their arms on Monday.", 300, "surrendered"),
    ],
)
def test_a_verb_says_with_the_words_behind_it_what_befell_people(
    grammar: SentenceReader, text: str, value: float, scope: str
) -> None:
    assert [(q.low, q.scope) for q in _counts(grammar, text)] == [(value, scope)]


@pytest.mark.parametrize(
    "text",
    ["Some 30 soldiers fell back to the river.", "The price fell by 12 per cent.", "He put 20 guards at the gate."],
)
def test_who_falls_back_is_not_dead(grammar: SentenceReader, text: str) -> None:
    assert all(q.scope is None for q in _counts(grammar, text))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Some 300 Chadian soldiers are there. A diplomat put the number at no more than 150.", "Chadian soldiers"),
        ("Nearly 900 people and 40 soldiers fled. Aid workers put the figure at 1,200.", None),
    ],
)
def test_the_figure_counts_what_the_sentence_before_counts(grammar: SentenceReader, text: str, of: str | None) -> None:
    last = _counts(grammar, text)[-1].of
    assert last == of or (of is None and last in ("figure", "number"))
