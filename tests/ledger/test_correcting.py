"""Claims as people decided: the machine's row is kept, the new one stands, links that touch it fall."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.building import LATER, PORT, TODAY, claim, document, reading

from fogline.ledger import ClaimFilter, Ledger, Linked, LinkRow
from fogline.records.links import Link

REPORT = document(PORT)
HOLDS = claim(REPORT, "the Third Brigade holds Port Almeida")
LEFT = claim(REPORT, "its soldiers left the harbour", stance="denies")
CLASH = Link("l-1", HOLDS.id, LEFT.id, "clashes", "control", "one holds it, one left it", 0.8, "linker-1")


@pytest.fixture
def linked(ledger: Ledger) -> Ledger:
    ledger.add([reading(REPORT, [HOLDS, LEFT])], TODAY)
    ledger.link(Linked(((HOLDS.id, ("almeida",)), (LEFT.id, ("almeida",))), (CLASH,), "linker-1"), TODAY)
    return ledger


def test_a_corrected_claim_stands_in_the_place_of_the_reading_which_is_kept(linked: Ledger) -> None:
    told = replace(HOLDS, stance="doubts", reviewed=("stance",))
    linked.replace_claims(REPORT.id, [(told, True)], LATER)
    assert [found for found, _ in linked.claims(ClaimFilter(stance="doubts"))] == [told]
    assert linked.claim_history(claim_ids=(HOLDS.id,)) == [(HOLDS, False), (told, True)]
    assert [found for found, _ in linked.claims(ClaimFilter(not_linked_by="linker-1"))] == [told]
    assert list(linked.links()) == []
    assert list(linked.links(retired=True)) == [LinkRow(CLASH, TODAY, LATER)]


def test_a_rejected_claim_is_kept_and_does_not_stand(linked: Ledger) -> None:
    rejected = replace(HOLDS, reviewed=("verdict",))
    linked.replace_claims(REPORT.id, [(rejected, False)], LATER)
    assert [found for found, _ in linked.claims()] == [LEFT]
    assert linked.claim(HOLDS.id)[0] == rejected
    history = dict.fromkeys(one.id for one, live in linked.claim_history(document_id=REPORT.id) if live)
    assert list(history) == [LEFT.id]


def test_as_of_a_day_before_the_decision_the_reading_stands(linked: Ledger) -> None:
    told = replace(HOLDS, stance="doubts", reviewed=("stance",))
    linked.replace_claims(REPORT.id, [(told, True)], LATER)
    then = ClaimFilter(as_of=TODAY[:10], clock="read")
    assert {found.id: found for found, _ in linked.claims(then)}[HOLDS.id] == HOLDS
    now = ClaimFilter(as_of=LATER[:10], clock="read")
    assert {found.id: found for found, _ in linked.claims(now)}[HOLDS.id] == told


def test_replacing_nothing_changes_nothing(linked: Ledger) -> None:
    before = linked.stamp()
    linked.replace_claims(REPORT.id, [], LATER)
    assert linked.stamp() == before
