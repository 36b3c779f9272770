"""Each deed of a sentence with its own number, place and day, and what stays one deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document

Read = Callable[[str], tuple[Claim, ...]]
Row = tuple[str, list[str], str | None, list[str]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load(ReadingOptions(reader="rules"))

    def run(text: str) -> tuple[Claim, ...]:
        document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-06-12")
        return pipeline.read([document])[0].claims

    return run


def row(claim: Claim) -> Row:
    """Words, places (with a star where derived), day, numbers."""
    places = [place.span.text + "*" * place.derived for place in claim.places]
    return claim.text, places, claim.when.span.text if claim.when else None, [q.span.text for q in claim.quantities]


def rows(claims: tuple[Claim, ...]) -> list[Row]:
    return [row(claim) for claim in claims]


def test_two_verbs_with_numbers_places_and_days_of_their_own_are_two_claims(read: Read) -> None:
    first, second = read("The army killed 9 rebels in Timbuktu on Sunday and freed 4 hostages in Mopti on Saturday.")
    assert row(first) == ("The army killed 9 rebels in Timbuktu on Sunday", ["Timbuktu"], "Sunday", ["9"])
    assert row(second) == ("The army … freed 4 hostages in Mopti on Saturday", ["Mopti"], "Saturday", ["4"])
    assert (first.kind, second.kind) == ("casualties", "detention")
    assert [party.actor.name for party in second.actors] == ["army"]


def test_deeds_under_one_cue_keep_speaker_cue_and_day_of_saying(read: Read) -> None:
    said = "the army killed 9 rebels in Gao on Sunday and freed 4 hostages in Mopti on Saturday"
    claims = read(f"The ministry said on Tuesday that {said}.")
    assert [(c.speaker.name if c.speaker else None, c.cue.text if c.cue else None) for c in claims] == [
        ("ministry", "said"),
        ("ministry", "said"),
    ]
    assert [c.said_at.span.text if c.said_at else None for c in claims] == ["Tuesday", "Tuesday"]
    assert [r[1:] for r in rows(claims)] == [(["Gao"], "Sunday", ["9"]), (["Mopti"], "Saturday", ["4"])]


def test_deeds_of_two_parties_are_two_claims(read: Read) -> None:
    claims = read(
        "Rebels seized Gao on 8 March, and the army bombed their camps near Kidal on 10 March, residents said."
    )
    assert rows(claims) == [
        ("Rebels seized Gao on 8 March", ["Gao"], "8 March", []),
        ("the army bombed their camps near Kidal on 10 March", ["Kidal"], "10 March", []),
    ]


def test_a_town_without_a_verb_has_its_own_day(read: Read) -> None:
    claims = read("Jets bombed Kidal on Monday, killing nine, and Mopti on Tuesday.")
    assert rows(claims) == [
        ("Jets bombed Kidal on Monday", ["Kidal"], "Monday", []),
        ("Jets bombed … Mopti on Tuesday", ["Mopti"], "Tuesday", []),
        ("killing nine", ["Kidal*"], "Monday", ["nine"]),
    ]
    assert claims[2].when is not None
    assert claims[2].when.derived


def test_a_count_without_verb_or_noun_leans_on_both(read: Read) -> None:
    assert rows(read("Around 40 people died in Gao and 15 in Mopti.")) == [
        ("Around 40 people died in Gao", ["Gao"], None, ["Around 40"]),
        ("people died … 15 in Mopti", ["Mopti"], None, ["15"]),
    ]


def test_a_thing_without_a_number_has_its_own_town_and_day(read: Read) -> None:
    claims = read("Drones struck an oil depot in Gao on Monday and a railway bridge near Kidal on Wednesday.")
    assert rows(claims)[1] == (
        "Drones struck … a railway bridge near Kidal on Wednesday",
        ["Kidal"],
        "Wednesday",
        [],
    )


def test_a_day_before_or_behind_all_deeds_is_shared(read: Read) -> None:
    before = read("On Sunday the army killed 9 rebels in Gao and freed 4 hostages in Mopti.")
    behind = read("Police arrested 14 men in Gao and 8 in Kidal on Thursday.")
    assert [r[1:] for r in rows(before)] == [(["Gao"], "Sunday", ["9"]), (["Mopti"], "Sunday", ["4"])]
    assert [r[1:] for r in rows(behind)] == [(["Gao"], "Thursday", ["14"]), (["Kidal"], "Thursday", ["8"])]


def test_a_number_in_the_subject_belongs_to_both_deeds(read: Read) -> None:
    claims = read("The general said a convoy of 30 tanks left Gao on Sunday and reached Mopti on Monday.")
    assert [r[1:] for r in rows(claims)] == [(["Gao"], "Sunday", ["30"]), (["Mopti"], "Monday", ["30"])]


def test_a_wish_governs_each_deed(read: Read) -> None:
    claims = read("The minister said that the army wants to retake Gao in May and reopen the road to Kidal in June.")
    assert [(c.text, c.stance, c.status) for c in claims] == [
        ("that the army wants to retake Gao in May", "asserts", "planned"),
        ("that the army wants to … reopen the road to Kidal in June", "asserts", "planned"),
    ]
    assert [c.when.span.text if c.when else None for c in claims] == ["May", "June"]


@pytest.mark.parametrize(
    "text",
    [
        "The militia stormed and captured the camp at Gao on Friday.",
        "The army attacked Gao on Monday and killed 12 soldiers.",
        "The rebels killed 3 soldiers and 2 civilians in Gao on Sunday.",
        "The army killed 9 rebels and freed 4 hostages in Mopti on Saturday.",
        "Officials said the strike hit a depot in Gao on Tuesday, destroying 12 tanks and injuring 4 workers.",
        "Between Monday and Friday 30 people died in Gao and Mopti.",
        "The general said his men left Gao on Monday or Kidal on Tuesday.",
        "The army took Gao on Monday, 30 km south of Kidal.",
        "The army would leave Gao on Friday unless rebels left Kidal on Monday, the general said.",
        "The army said it killed 12 rebels in Gao, three of them officers, and seized their rifles.",
        "Rebels attacked Gao at night and fled in the morning.",
        "The Armed Forces of Mali have destroyed two rebel tanks and three fighting vehicles in the Mopti region.",
        "The general said 40 men were displaced from Gao and Kidal in August.",
        "The general denied that his men shelled Gao on Monday after rebels had entered Kidal on Sunday.",
    ],
)
def test_what_is_one_deed_or_has_nothing_of_its_own_stays_one_claim(read: Read, text: str) -> None:
    assert len(read(text)) == 1


def test_a_town_in_a_relative_clause_is_not_where_the_rest_happens(read: Read) -> None:
    (claim,) = read("Fighters who had fled Gao on Monday attacked Kidal on Wednesday.")
    assert row(claim)[1:3] == (["Kidal"], "Wednesday")


def test_where_stands_for_the_town_before_it(read: Read) -> None:
    claims = read("Artillery hit Gao, where two people died, and Mopti, where four were injured.")
    assert [r[1] for r in rows(claims) if r[0].startswith("where")] == [["Gao*"], ["Mopti*"]]


def test_a_deed_beside_one_with_a_place_of_its_own_is_not_set_by_the_story(read: Read) -> None:
    before = "Rebels shelled Timbuktu on Monday."
    text = f"{before} Soldiers entered Mopti on Tuesday and freed 12 hostages in Nkoleville on Friday."
    claim = next(claim for claim in read(text) if "hostages" in claim.text)
    assert claim.places == ()


def test_in_peace_nothing_is_parted(read: Read) -> None:
    text = "The mayor said the band had sold 40 records in Gao in May and 12 in Kidal in June."
    rest = "The concert drew tourists. The festival opened on time. The team won the match. The film won a prize."
    (claim,) = (claim for claim in read(f"{text} {rest}") if "records" in claim.text)
    assert "12 in Kidal in June" in claim.text


TOWNS = ("Gao", "Kidal", "Mopti", "Timbuktu", "Sikasso", "Bamako")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TOWNS), min_size=2, max_size=4, unique=True), st.data())
def test_in_a_list_of_towns_each_number_hangs_on_its_town(read: Read, towns: list[str], data: st.DataObject) -> None:
    counts = data.draw(st.lists(st.integers(2, 99), min_size=len(towns), max_size=len(towns), unique=True))
    pairs = [f"{count} in {town}" for count, town in zip(counts, towns, strict=True)]
    first, *rest = (pairs[0].replace(" in", " people in"), *pairs[1:])
    text = f"Shelling killed {', '.join([first, *rest[:-1]])} and {rest[-1]}."
    told = [(r[3], r[1]) for r in rows(read(text))]
    assert told == [([str(count)], [town]) for count, town in zip(counts, towns, strict=True)]


def test_attacks_told_by_a_noun_alone_stand_apart_by_place_and_day(read: Read) -> None:
    found = rows(read("The ministry reported attacks in Kharkiv on Monday and Sumy on Tuesday."))
    assert [(places, day) for _, places, day, _ in found] == [(["Kharkiv"], "Monday"), (["Sumy"], "Tuesday")]


def test_what_two_sides_lost_is_two_claims_where_one_is_weighed_against_the_other(read: Read) -> None:
    said = "four of the fighters had died, while 45 soldiers had been killed"
    texts = [claim.text for claim in read(f"The group's spokesman said that {said}.") if claim.speaker]
    assert texts == ["that four of the fighters had died", "45 soldiers had been killed"]
    both = [
        claim.text for claim in read("A spokesman said that nine people were killed and 28 wounded.") if claim.speaker
    ]
    assert len(both) == 1
