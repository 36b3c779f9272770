"""Which claims a filter finds, in which order, the same on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.ledger.building import BRIDGE, LATER, PORT, TODAY, claim, document, many, place, reading, speaker, when

from fogline.errors import RunError
from fogline.ledger import ClaimFilter, Ledger
from fogline.records.claims import Claim

HARBOUR = document(PORT, "harbour.txt", published_at="2031-05-05T10:00:00Z")
RIVER = document(BRIDGE, "river.txt", published_at="2031-05-08")
ALMEIDA = place(HARBOUR, "Port Almeida", "geonames:1", "Almeida", "VD-COA")
QUELHA = place(HARBOUR, "Quelha", "geonames:2", "Quelha", "VD-COA")
COAST = place(HARBOUR, "the harbour", "iso3166-2:VD-COA", "Costa Province", "VD-COA")

HOLDS = claim(
    HARBOUR,
    "the Third Brigade holds Port Almeida",
    speaker("Ana Berisso", "veridia"),
    places=[ALMEIDA],
    time=when("2031-05-03", "2031-05-03"),
)
LEFT = claim(
    HARBOUR,
    "its soldiers left the harbour",
    speaker("Veridian ministry", "veridia"),
    kind="movement",
    stance="denies",
    status="negated",
    places=[COAST],
    time=when("2031-05-04T00:00:00", "2031-05-04T23:59:59"),
)
KILLED = claim(HARBOUR, "About 40 people were killed near Quelha", kind="casualties", places=[QUELHA])
REOPENED = claim(RIVER, "Engineers reopened the Tamar bridge", kind="other", time=when(None, "2031-05-07"))
TENTS = claim(
    RIVER,
    "200 tents by June",
    speaker("Inés Ruiz", "lusora"),
    kind="aid",
    stance="promises",
    status="planned",
    time=when("2031-05-08", None),
)
ALL = [HOLDS, LEFT, KILLED, REOPENED, TENTS]


@pytest.fixture(scope="module")
def filled(shared_target: str) -> Iterator[Ledger]:
    """A ledger that tests only read."""
    with Ledger.open(shared_target) as ledger:
        fill(ledger)
        yield ledger


def fill(ledger: Ledger) -> None:
    ledger.add([reading(HARBOUR, [KILLED, HOLDS, LEFT])], TODAY)
    ledger.add([reading(RIVER, [TENTS, REOPENED])], LATER)


def found(ledger: Ledger, wanted: ClaimFilter) -> list[Claim]:
    return [hit for hit, _ in ledger.claims(wanted)]


def test_claims_come_as_reports_were_read_and_as_they_stand_in_the_text(filled: Ledger) -> None:
    assert list(filled.claims()) == [(c, HARBOUR) for c in ALL[:3]] + [(c, RIVER) for c in ALL[3:]]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClaimFilter(speaker="berisso"), [HOLDS]),
        (ClaimFilter(speaker="INES"), [TENTS]),
        (ClaimFilter(speaker="%"), []),
        (ClaimFilter(speaker="\ud800\x00"), []),
        (ClaimFilter(own_voice=True), [KILLED, REOPENED]),
        (ClaimFilter(own_voice=False), [HOLDS, LEFT, TENTS]),
        (ClaimFilter(side="VERIDIA"), [HOLDS, LEFT]),
        (ClaimFilter(kind="casualties"), [KILLED]),
        (ClaimFilter(stance="denies"), [LEFT]),
        (ClaimFilter(status="planned"), [TENTS]),
        (ClaimFilter(side="veridia", stance="asserts"), [HOLDS]),
        (ClaimFilter(document="river.txt"), [REOPENED, TENTS]),
        (ClaimFilter(document=HARBOUR.id), [HOLDS, LEFT, KILLED]),
        (ClaimFilter(origin=KILLED.origin), [KILLED]),
        (ClaimFilter(ids=(TENTS.id, HOLDS.id, "c-none")), [HOLDS, TENTS]),
        (ClaimFilter(ids=()), []),
    ],
)
def test_each_part_of_a_filter_narrows(filled: Ledger, wanted: ClaimFilter, expected: list[Claim]) -> None:
    assert found(filled, wanted) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("geonames:1", [HOLDS]),
        ("Almeida", [HOLDS]),
        ("port almeida", [HOLDS]),
        ("geonames:3", []),
        ("iso3166-2:VD-COA", [HOLDS, LEFT, KILLED]),
        ("Costa Province", [HOLDS, LEFT, KILLED]),
        ("Costa", []),
    ],
)
def test_a_place_is_found_by_id_name_or_words_and_holds_what_lies_inside(
    filled: Ledger, asked: str, expected: list[Claim]
) -> None:
    assert found(filled, ClaimFilter(place=asked)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("harbour", [LEFT]),
        ("BRIDGE tamar", [REOPENED]),
        ('"third brigade"', [HOLDS]),
        ('"brigade third"', []),
        ("kill*", [KILLED]),
        ("kill", []),
        ("ruiz -tents", []),
        ("people -bridge", [KILLED]),
        ("40", [KILLED]),
        ("-bridge", []),
        ("", []),
        ("' OR 1=1 --", []),
        ("NEAR(tamar bridge) tamar:* & | ! ^ ( \\", []),
        ('"', []),
        ("tamar'", [REOPENED]),
    ],
)
def test_search_finds_words_phrases_and_beginnings_in_claim_and_sentence(
    filled: Ledger, asked: str, expected: list[Claim]
) -> None:
    assert found(filled, ClaimFilter(text=asked)) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031-05-04", None, [LEFT, REOPENED, TENTS]),
        (None, "2031-05-04", [HOLDS, LEFT, REOPENED]),
        ("2031-05-04", "2031-05-04", [LEFT, REOPENED]),
        ("2032-01-01", None, [TENTS]),
        ("2031-05-04T12:00:00Z", "2031-05-05", [LEFT, REOPENED]),
    ],
)
def test_days_find_claims_whose_time_may_meet_them_and_none_without_a_time(
    filled: Ledger, since: str | None, until: str | None, expected: list[Claim]
) -> None:
    assert found(filled, ClaimFilter(since=since, until=until)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClaimFilter(as_of="2031-05-05", clock="published"), [HOLDS, LEFT, KILLED]),
        (ClaimFilter(as_of="2031-05-04", clock="published"), []),
        (ClaimFilter(as_of="2031-05-03", clock="happened"), [HOLDS]),
        (ClaimFilter(as_of="2031-05-05", clock="said"), [HOLDS, LEFT, KILLED]),
        (ClaimFilter(as_of="2031-05-06", clock="read"), [HOLDS, LEFT, KILLED]),
        (ClaimFilter(as_of="2031-05-09", clock="read"), ALL),
    ],
)
def test_a_clock_shows_what_was_known_by_a_day(filled: Ledger, wanted: ClaimFilter, expected: list[Claim]) -> None:
    assert found(filled, wanted) == expected


def test_by_the_clock_of_reading_a_claim_stands_until_the_day_it_was_retired(ledger: Ledger) -> None:
    fill(ledger)
    ledger.add([reading(HARBOUR, [HOLDS], made_by="reader-2")], LATER)
    assert found(ledger, ClaimFilter(document="harbour.txt")) == [HOLDS]
    early = ClaimFilter(document="harbour.txt", as_of="2031-05-08", clock="read")
    assert found(ledger, early) == [HOLDS, LEFT, KILLED]


def test_by_the_clock_of_reading_an_older_version_stands_until_the_newer_was_read(ledger: Ledger) -> None:
    fill(ledger)
    corrected = document(PORT.replace("40", "60"), "harbour.txt")
    ledger.add([reading(corrected)], LATER)
    assert found(ledger, ClaimFilter(as_of="2031-05-08", clock="read")) == [HOLDS, LEFT, KILLED]
    assert found(ledger, ClaimFilter(document="harbour.txt")) == []


@pytest.mark.parametrize("wanted", [ClaimFilter(since="March"), ClaimFilter(until="2031-13-01")])
def test_a_day_that_is_none_is_refused_by_name(filled: Ledger, wanted: ClaimFilter) -> None:
    with pytest.raises(RunError, match=r"(since: 'March'|until: '2031-13-01') is not a day"):
        found(filled, wanted)


def test_limit_offset_and_cursor_cut_the_same_order(filled: Ledger) -> None:
    assert found(filled, ClaimFilter(limit=2)) == ALL[:2]
    assert found(filled, ClaimFilter(limit=0)) == []
    assert found(filled, ClaimFilter(limit=2, offset=3)) == ALL[3:]
    assert found(filled, ClaimFilter(after=KILLED.id)) == ALL[3:]
    assert found(filled, ClaimFilter(after=HOLDS.id, limit=1)) == [LEFT]
    with pytest.raises(RunError, match="no claim c-none"):
        found(filled, ClaimFilter(after="c-none"))


def test_paging_by_cursor_meets_every_claim_once(ledger: Ledger) -> None:
    readings = many(5, claims_each=5)
    ledger.add(readings, TODAY)
    met: list[Claim] = []
    while page := found(ledger, ClaimFilter(limit=4, after=met[-1].id if met else None)):
        met += page
    assert met == [made for item in readings for made in item.claims]


def test_a_claim_is_named_by_its_id_or_the_only_beginning(filled: Ledger) -> None:
    assert filled.claim(HOLDS.id) == (HOLDS, HARBOUR)
    assert filled.claim(HOLDS.id[:12]) == (HOLDS, HARBOUR)
    with pytest.raises(RunError, match="several claims begin with 'c-'"):
        filled.claim("c-")
    for unknown in ("c-none", "", "%"):
        with pytest.raises(RunError, match="no claim"):
            filled.claim(unknown)


def test_a_report_that_is_not_there_is_refused_by_name(filled: Ledger) -> None:
    with pytest.raises(RunError, match=r"no report 'sea\.txt' in the ledger"):
        filled.document("sea.txt")


def test_mentions_of_one_report_are_found_by_its_name(filled: Ledger) -> None:
    assert [report for _, report in filled.mentions("river.txt")] == [RIVER]
    assert list(filled.mentions("sea.txt")) == []


def test_counts_tell_what_stands(filled: Ledger) -> None:
    counts = filled.counts()
    assert (counts.documents, counts.claims, counts.failures, counts.retired) == (2, 5, 0, 0)
