"""Links, questions and reviews: added, retired, never deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.building import LATER, PORT, TODAY, claim, document, reading

from fogline.errors import RunError
from fogline.ledger import ClaimFilter, Ledger, Linked, LinkRow, Review
from fogline.ledger.asked import Kept
from fogline.records.links import Link, Question, Standing

REPORT = document(PORT)
HOLDS = claim(REPORT, "the Third Brigade holds Port Almeida")
LEFT = claim(REPORT, "its soldiers left the harbour", stance="denies")
KILLED = claim(REPORT, "About 40 people were killed")
LINKER = "linker-1"
CLASH = Link("l-1", HOLDS.id, LEFT.id, "clashes", "control", "one holds it, one left it", 0.8, LINKER, ("place",))
BLOCKS = ((HOLDS.id, ("almeida/control", "veridia/control")), (LEFT.id, ("almeida/control",)))


@pytest.fixture
def linked(ledger: Ledger) -> Ledger:
    ledger.add([reading(REPORT, [HOLDS, LEFT, KILLED])], TODAY)
    ledger.link(Linked(BLOCKS, (CLASH,), LINKER), TODAY)
    return ledger


def test_links_are_found_from_either_claim_and_added_once(linked: Ledger) -> None:
    assert linked.link(Linked(BLOCKS, (CLASH,), LINKER), LATER) == 0
    assert list(linked.links()) == [LinkRow(CLASH, TODAY)]
    assert list(linked.links([LEFT.id])) == list(linked.links([HOLDS.id])) == [LinkRow(CLASH, TODAY)]
    assert list(linked.links([KILLED.id])) == []
    assert linked.counts().links == 1


def test_a_link_that_is_judged_anew_retires_the_earlier_judgement(linked: Ledger) -> None:
    milder = replace(CLASH, relation="differs", reason="the harbour is not all of the port")
    assert linked.link(Linked((), (milder,), LINKER), LATER) == 1
    assert [row.link for row in linked.links()] == [milder]
    assert list(linked.links(retired=True)) == [LinkRow(CLASH, TODAY, LATER), LinkRow(milder, LATER)]


def test_a_retired_link_is_kept(linked: Ledger) -> None:
    assert linked.retire_links([CLASH.id, "l-none"], LATER) == 1
    assert linked.retire_links([CLASH.id], LATER) == 0
    assert list(linked.links()) == []
    assert list(linked.links(retired=True)) == [LinkRow(CLASH, TODAY, LATER)]


def test_links_of_a_report_that_was_replaced_are_retired_until_it_is_current_again(linked: Ledger) -> None:
    newer = document(PORT.replace("About 40", "About 60"))
    linked.add([reading(newer, [claim(newer, "the Third Brigade holds Port Almeida")])], LATER)
    assert list(linked.links()) == []
    assert linked.counts().links == linked.count_links("clashes") == len(linked.link_page(None, 0, 9)) == 0
    assert list(linked.links([LEFT.id], retired=True)) == [LinkRow(CLASH, TODAY, LATER)]
    assert linked.link_page("clashes", 0, 9, retired=True) == [LinkRow(CLASH, TODAY, LATER)]
    assert linked.count_links(retired=True) == 1

    linked.add([reading(REPORT, [HOLDS, LEFT, KILLED])], LATER)
    unseen = {found.id for found, _ in linked.claims(ClaimFilter(not_linked_by=LINKER))}
    assert unseen == {HOLDS.id, LEFT.id, KILLED.id}
    assert linked.link(Linked(BLOCKS, (CLASH,), LINKER), LATER) == 1
    assert list(linked.links()) == [LinkRow(CLASH, LATER)]


def test_links_of_a_claim_that_is_no_more_or_told_otherwise_are_retired(linked: Ledger) -> None:
    told = replace(HOLDS, status="planned")
    linked.add([reading(REPORT, [told, LEFT, KILLED], made_by="reader-2")], LATER)
    assert list(linked.links()) == []
    linked.link(Linked((), (CLASH,), LINKER), LATER)
    linked.add([reading(REPORT, [told, KILLED], made_by="reader-3")], LATER)
    assert list(linked.links()) == []
    assert linked.count_links(retired=True) == 2


def test_links_that_hold_though_a_claim_is_gone_are_cleared_away(linked: Ledger) -> None:
    linked.add([reading(REPORT, [HOLDS, KILLED], made_by="reader-2")], LATER)
    other = replace(CLASH, id="l-2", right_id=KILLED.id)
    linked.link(Linked(((HOLDS.id, ()),), (CLASH, other), LINKER), LATER)  # by a program that knew the older reading
    assert linked.clear_away(None, LATER) == 1
    assert [row.link for row in linked.links()] == [other]
    assert linked.clear_away(LINKER, LATER) == 0
    assert not linked.linked_by_others(LINKER)
    assert linked.linked_by_others("linker-2")
    assert linked.clear_away("linker-2", LATER) == 1
    assert linked.count_links() == 0


def test_claims_in_one_block_are_mates_until_they_are_retired(linked: Ledger) -> None:
    assert linked.block_mates(["almeida/control", "elsewhere"], 10) == [LEFT, HOLDS]
    assert linked.block_mates(["almeida/control"], 1) == [LEFT]
    linked.add([reading(REPORT, [HOLDS], made_by="reader-2")], LATER)
    assert linked.block_mates(["almeida/control"], 10) == [HOLDS]


def test_a_question_speaks_for_its_claims_by_its_first_that_stands(linked: Ledger) -> None:
    asked = Question("q-1", "Who holds Port Almeida?", "control", (LEFT.id, HOLDS.id))
    linked.keep(Kept({}, (), (), [(asked, "control|1")], [], {}), TODAY)
    assert linked.question_mates(["almeida/control", "veridia/control"], 5) == [(HOLDS.id, REPORT.id)]
    assert linked.question_mates(["almeida/control"], 0) == []
    assert linked.question_mates(["elsewhere"], 5) == []
    linked.add([reading(REPORT, [LEFT, KILLED], made_by="reader-2")], LATER)
    assert linked.question_mates(["almeida/control"], 5) == [(LEFT.id, REPORT.id)]


def test_links_of_claims_are_found_by_what_their_matter_is_like(linked: Ledger) -> None:
    (asked,) = linked.unasked_links()
    linked.keep(Kept({asked.no: "deed|talks|-|9"}, {asked.no}, (), [], [], {}), TODAY)
    found = linked.links_of_matters([LEFT.id, KILLED.id], ["deed|%|-|%", "%|~"])
    assert [(held.link, held.joined, matter) for held, matter in found] == [(CLASH, True, "deed|talks|-|9")]
    assert linked.links_of_matters([LEFT.id], ["other|-|-|%"]) == linked.links_of_matters([KILLED.id], ["%"]) == []
    linked.retire_links([CLASH.id], LATER)
    assert linked.links_of_matters([LEFT.id], ["%"]) == []


def test_a_linker_is_given_the_claims_it_has_not_seen(linked: Ledger) -> None:
    assert [found for found, _ in linked.claims(ClaimFilter(not_linked_by=LINKER))] == [KILLED]
    assert len(list(linked.claims(ClaimFilter(not_linked_by="linker-2")))) == 3


def test_questions_are_replaced_and_found_by_their_claims(ledger: Ledger) -> None:
    holder = Question("q-1", "Who holds Port Almeida?", "control", (HOLDS.id, LEFT.id), "geonames:1")
    toll = Question("q-2", "How many were killed near Quelha?", "number", (KILLED.id,))
    stands = [Standing(holder, "disputed", (), 1), Standing(toll, "open", (), 0)]
    kept = Kept({}, (), (), [(holder, "control|1"), (toll, "number|2")], stands, {})
    assert ledger.keep(kept, TODAY) == 2
    assert ledger.questions() == [holder, toll]
    assert ledger.questions(LEFT.id) == [holder]
    assert ledger.questions(about="number") == [toll]
    assert ledger.standings() == stands
    assert ledger.standings(state="open") == ledger.standings(beginning="q-2") == stands[1:]
    assert ledger.standings(limit=1) == stands[:1]

    number = min(ledger.questions_on(matters=["control|1"]))
    wider = replace(holder, claim_ids=(HOLDS.id, LEFT.id, KILLED.id))
    changed = replace(stands[1], state="disputed", clashes=5)
    later = replace(stands[0], question=wider)
    on = {min(ledger.questions_on(matters=["number|2"])): toll}
    assert ledger.keep(Kept({}, (), [number], [(wider, "control|1")], [later, changed], on), LATER) == 1
    assert ledger.questions(KILLED.id) == [toll, wider]
    assert ledger.standings() == [changed, later]
    assert ledger.counts().questions == 2


def test_reviews_are_kept_in_order_and_undone_once(ledger: Ledger) -> None:
    first = Review("r-1", HOLDS.id, REPORT.id, 25, 60, "kind", '"control"', '"clash"', "Noor", TODAY, "it is a fight")
    second = replace(first, id="r-2", claim_id=LEFT.id, before=None, after=None, why=None, field="accepted")
    ledger.add_review(first)
    ledger.add_review(second)
    with pytest.raises(RunError, match="review r-1 is in the ledger already"):
        ledger.add_review(first)
    assert list(ledger.reviews()) == [first, second]
    assert list(ledger.reviews(claim_id=LEFT.id)) == [second]

    ledger.undo_review("r-1", LATER, "Ilse")
    assert list(ledger.reviews()) == [second]
    undone = replace(first, undone_at=LATER, undone_by="Ilse")
    assert list(ledger.reviews(undone=True)) == [undone, second]
    with pytest.raises(RunError, match="no review r-1"):
        ledger.undo_review("r-1", LATER, "Ilse")
