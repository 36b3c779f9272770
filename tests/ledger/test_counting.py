"""How many claims there are, page by page, and a stamp that tells of every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.ledger.building import LATER, PORT, TODAY, claim, document, many, reading

from fogline.ledger import ClaimFilter, Ledger, Linked, Review
from fogline.ledger.asked import Kept
from fogline.records.failures import Failure
from fogline.records.links import Link, Question, Standing


def test_claims_are_counted_as_they_are_found_whatever_the_limit(ledger: Ledger) -> None:
    ledger.add(many(4), TODAY)
    assert ledger.count_claims() == 12
    assert ledger.count_claims(ClaimFilter(text='"sector 2"', limit=1, offset=3)) == 4
    assert ledger.count_claims(ClaimFilter(document="post-00001.txt")) == 3


def test_reports_come_in_pages_behind_a_number(ledger: Ledger) -> None:
    readings = many(5)
    ledger.add(readings, TODAY)
    first = ledger.document_page(0, 3)
    rest = ledger.document_page(first[-1][0], 3)
    assert [row.document for _, row in first + rest] == [item.document for item in readings]


def test_mates_that_share_most_blocks_come_first(ledger: Ledger) -> None:
    item = many(1, claims_each=4)[0]
    first, second, third, fourth = item.claims
    ledger.add([item], TODAY)
    blocks = ((first.id, ("a", "b")), (second.id, ("a", "b", "c")), (third.id, ("d",)), (fourth.id, ("c",)))
    ledger.link(Linked(blocks, (), "linker-1"), TODAY)
    report = item.document.id
    assert ledger.nearest_mates(["a", "b", "c"], 2) == [(second.id, report), (first.id, report)]
    assert ledger.nearest_mates(["d", "e"], 2) == [(third.id, report)]


def test_the_stamp_changes_with_every_change_and_with_nothing_else(ledger: Ledger) -> None:
    report = document(PORT)
    held = claim(report, "the Third Brigade holds Port Almeida")
    item = reading(report, [held])
    dated = replace(item, document=replace(report, published_at="2031-05-05"))
    newer = reading(document(PORT + " More soon."))
    failure = Failure("sea.txt", "empty", "no text", "documents")
    link = Link("l-1", "c-1", "c-2", "agrees", "control", "both hold", 0.5, "linker-1")
    asked = Question("q-1", "Who holds it?", "control", (held.id,))
    review = Review("r-1", held.id, report.id, 0, 5, "kind", None, None, "Noor", TODAY)
    changes: list[Callable[[], object]] = [
        lambda: ledger.add([item], TODAY),
        lambda: ledger.add([dated], LATER),
        lambda: ledger.add([replace(dated, claims=(), made_by="reader-2")], LATER),
        lambda: ledger.add([newer], LATER),
        lambda: ledger.add_failures([failure], LATER),
        lambda: ledger.link(Linked((), (link,), "linker-1"), LATER),
        lambda: ledger.retire_links(["l-1"], LATER),
        lambda: ledger.keep(Kept({}, (), (), [(asked, "control|1")], [], {}), LATER),
        lambda: ledger.keep(Kept({}, (), (), (), [Standing(asked, "open", (), 0)], {1: asked}), LATER),
        lambda: ledger.keep(Kept({}, (), (), (), [Standing(asked, "agreed", (), 0)], {1: asked}), LATER),
        lambda: ledger.keep(Kept({}, (), [1], (), (), {}), LATER),
        lambda: ledger.add_review(review),
        lambda: ledger.undo_review("r-1", LATER, "Ilse"),
    ]
    stamps = [ledger.stamp()]
    for change in changes:
        change()
        stamps.append(ledger.stamp())
    assert len(set(stamps)) == len(stamps)

    ledger.add([newer], LATER)
    ledger.add_failures([failure], LATER)
    list(ledger.claims())
    assert ledger.stamp() == stamps[-1]
