"""What adding readings changes, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.building import BRIDGE, LATER, PORT, TODAY, claim, document, many, reading, speaker

from fogline.ledger import Added, ClaimFilter, CopyOf, Ledger
from fogline.records.claims import Claim
from fogline.records.failures import Failure
from fogline.records.readings import ReportFlag


def claims(ledger: Ledger, wanted: ClaimFilter | None = None) -> list[Claim]:
    return [found for found, _ in ledger.claims(wanted or ClaimFilter())]


def test_what_is_added_comes_back_as_it_was(ledger: Ledger) -> None:
    report = document(PORT, published_at="2031-05-05", publisher="Harbour Post")
    held = claim(report, "the Third Brigade holds Port Almeida", speaker("Ana Berisso", "veridia"))
    flagged = replace(reading(report, [held]), flags=(ReportFlag("duration", "two days, not three", 3, 9),))

    added = ledger.add([flagged], TODAY)

    assert added == Added(documents=1, claims=1, mentions=1)
    assert list(ledger.claims()) == [(held, report)]
    assert list(ledger.mentions()) == [(flagged.mentions[0], report)]
    row = ledger.document(report.id)
    assert row.document == report
    assert (row.read_at, row.sentences, row.unused, row.claims) == (TODAY, 3, 1, 1)
    assert row.flags == flagged.flags
    assert [held.document.id for held in ledger.flagged()] == [row.document.id]
    assert row.current
    assert row.copy_of is None


def test_a_text_with_nul_and_broken_characters_comes_back_unchanged(ledger: Ledger) -> None:
    report = document("Post 7\x00 reports shelling \ud800 of sector 3.", "odd\udcff\x00.txt")
    odd = claim(report, "shelling \ud800 of sector 3", speaker("Nul\x00 \ud800"))
    ledger.add([reading(report, [odd])], TODAY)
    assert list(ledger.claims()) == [(odd, report)]
    assert ledger.document(report.name).document == report


def test_adding_the_same_again_adds_nothing(ledger: Ledger) -> None:
    readings = many(7)
    ledger.add(readings, TODAY)
    before, counts = list(ledger.claims()), ledger.counts()
    assert ledger.add(readings, LATER) == Added(known=7)
    assert list(ledger.claims()) == before
    assert ledger.counts() == counts


def test_a_report_that_stands_twice_in_one_batch_is_kept_once(ledger: Ledger) -> None:
    assert ledger.add(many(1) * 2, TODAY) == Added(documents=1, claims=3, mentions=1, known=1)


def test_only_what_the_ledger_lacks_is_worth_reading(ledger: Ledger) -> None:
    readings = many(3)
    ledger.add(readings[:2], TODAY)
    reports = [item.document for item in readings]
    assert ledger.unread(reports, "reader-1") == reports[2:]
    assert ledger.unread(reports, "reader-2") == reports
    dated = replace(reports[0], published_at="2031-05-01")
    assert ledger.unread([dated], "reader-1") == [dated]


def test_a_changed_report_supersedes_its_older_version_whose_claims_stay_marked(ledger: Ledger) -> None:
    old = document(PORT)
    new = document(PORT.replace("40", "60"))
    ledger.add([reading(old, [claim(old, "About 40 people were killed")])], TODAY)

    new_claims = [claim(new, "About 60 people were killed")]
    added = ledger.add([reading(new, new_claims)], LATER)

    assert added.superseded == 1
    assert [found.text for found in claims(ledger)] == ["About 60 people were killed"]
    both = claims(ledger, ClaimFilter(superseded=True))
    assert [found.text for found in both] == ["About 40 people were killed", "About 60 people were killed"]
    assert [row.document.id for row in ledger.documents()] == [new.id]
    assert ledger.document(old.id).superseded_by == new.id
    assert ledger.document("port.txt").document == new
    counts = ledger.counts()
    assert (counts.documents, counts.superseded, counts.claims) == (1, 1, 1)
    ledger.add([reading(old, made_by="reader-2"), reading(new, new_claims, made_by="reader-2")], LATER)
    counts = ledger.counts()
    assert (counts.documents, counts.superseded, counts.claims, counts.retired) == (1, 1, 1, 1)


def test_a_report_that_returns_to_its_older_text_makes_that_version_current(ledger: Ledger) -> None:
    old, new = document(PORT), document(PORT.replace("40", "60"))
    for report in (old, new, old):
        ledger.add([reading(report)], TODAY)
    assert [row.document for row in ledger.documents()] == [old]
    assert ledger.document(new.id).superseded_by == old.id


def test_claims_that_a_newer_reader_no_longer_makes_are_retired_not_deleted(ledger: Ledger) -> None:
    report = document(PORT)
    kept = claim(report, "the Third Brigade holds Port Almeida")
    gone = claim(report, "Port Almeida")
    seen_anew = claim(report, "About 40 people were killed near Quelha", kind="attack")
    ledger.add([reading(report, [kept, gone, seen_anew])], TODAY)

    better = [
        replace(kept, made_by="reader-2"),
        replace(seen_anew, kind="casualties", made_by="reader-2"),
        claim(report, "its soldiers left the harbour", stance="denies", made_by="reader-2"),
    ]
    added = ledger.add([reading(report, better, made_by="reader-2")], LATER)

    assert (added.claims, added.retired, added.documents) == (2, 2, 0)
    assert claims(ledger) == [kept, better[2], better[1]]
    assert claims(ledger, ClaimFilter(retired=True)) == [kept, gone, better[2], seen_anew, better[1]]
    assert ledger.claim(gone.id)[0] == gone
    assert ledger.claim(seen_anew.id)[0].kind == "casualties"
    assert ledger.document(report.id).made_by == "reader-2"
    assert len(list(ledger.mentions())) == 1


def test_newer_metadata_is_taken_and_claims_that_do_not_change_stay(ledger: Ledger) -> None:
    report = document(PORT)
    held = claim(report, "the Third Brigade holds Port Almeida")
    ledger.add([reading(report, [held])], TODAY)
    dated = replace(report, published_at="2031-05-05", published_basis="given")
    assert ledger.add([reading(dated, [held])], LATER) == Added(known=1)
    assert list(ledger.claims()) == [(held, dated)]
    assert claims(ledger, ClaimFilter(as_of="2031-05-05", clock="published")) == [held]


def test_a_near_copy_is_kept_and_says_what_it_copies_and_how_much(ledger: Ledger) -> None:
    first = replace(document(PORT, "first.txt"), bands=(2**64 - 1, 7, 9))
    copy = replace(document(PORT + " (Updated.)", "copy.txt"), bands=(2**64 - 1, 8, 9))
    other = replace(document(BRIDGE, "other.txt"), bands=(7, 2**64 - 1, 11))

    def similar(left: str, right: str) -> float:
        shared = set(left.split()) & set(right.split())
        return len(shared) / len(set(left.split()) | set(right.split()))

    added = ledger.add([reading(report) for report in (first, copy, other)], TODAY, similar=similar)

    share = similar(first.text, copy.text)
    assert added.copies == (CopyOf(copy.id, first.id, share),)
    assert ledger.document(copy.id).copy_of == CopyOf(copy.id, first.id, share)
    assert ledger.counts().copies == 1


def test_versions_of_one_report_are_no_copies_of_each_other(ledger: Ledger) -> None:
    old, new = (replace(document(text), bands=(5, 6)) for text in (PORT, PORT + " More soon."))
    added = ledger.add([reading(old), reading(new)], TODAY, similar=lambda left, right: 1.0)
    assert added.copies == ()
    assert added.superseded == 1


def test_failures_are_kept_once_and_retired_when_the_report_is_read(ledger: Ledger) -> None:
    broken = Failure("port.txt", "unreadable", "permission denied", "documents")
    assert ledger.add_failures([broken], TODAY) == 1
    assert ledger.add_failures([broken], LATER) == 0
    assert [row.failure for row in ledger.failures()] == [broken]

    report = document(PORT)
    partly = Failure("port.txt", "sentence_too_long", "cut at 2000", "sentences", report.id)
    assert ledger.add([reading(report, failures=[partly])], LATER).failures == 1

    assert [row.failure for row in ledger.failures()] == [partly]
    assert [(row.failure, row.retired_at) for row in ledger.failures(retired=True)] == [
        (broken, LATER),
        (partly, None),
    ]
    assert ledger.add_failures([broken], LATER) == 1


def test_a_reading_that_crashed_takes_no_claims_away_and_is_tried_again(ledger: Ledger) -> None:
    report = document(PORT)
    held = claim(report, "the Third Brigade holds Port Almeida")
    crash = Failure(report.source, "crashed", "reading stopped its process", "pipeline", report.id)
    ledger.add([reading(report, [held])], TODAY)
    assert ledger.add([reading(report, failures=[crash], made_by="none")], LATER) == Added(known=1, failures=1)
    assert claims(ledger) == [held]

    fresh = document(BRIDGE, "bridge.txt")
    lost = replace(crash, source=fresh.source, document_id=fresh.id)
    ledger.add([reading(fresh, failures=[lost], made_by="none")], LATER)
    assert ledger.unread([report, fresh], "reader-1") == [fresh]
    ledger.add([reading(fresh)], LATER)
    assert [row.failure for row in ledger.failures()] == [crash]


def test_many_readings_come_back_complete_and_in_order_over_several_batches(ledger: Ledger) -> None:
    readings = many(250, claims_each=6)
    added = ledger.add(iter(readings), TODAY)
    assert (added.documents, added.claims) == (250, 1_500)
    assert claims(ledger) == [found for item in readings for found in item.claims]
    assert [row.document for row in ledger.documents()] == [item.document for item in readings]
