"""What views make of one claim is made once, and anew once the claim or its report is another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import Told, cited

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.views import once
from fogline.views.once import once_a_claim

SAID = Told(who="Ilma Dreve", side="Ostmark")


def test_what_is_made_of_a_claim_is_made_once() -> None:
    looks: list[str] = []

    @once_a_claim
    def words(claim: Claim, document: Document) -> str:
        looks.append(claim.id)
        return f"{document.name}: {claim.text}"

    claim, document = cited("The bridge at Torva is down", SAID)
    assert words(claim, document) == words(claim, document)
    assert looks == [claim.id]


def test_a_claim_that_a_reviewer_changed_is_read_anew() -> None:
    stance = once_a_claim(lambda claim, _: claim.stance)
    claim, document = cited("The bridge at Torva is down", SAID)
    assert stance(claim, document) == "asserts"
    assert stance(replace(claim, stance="denies"), document) == "denies"
    assert stance(claim, document) == "asserts"


def test_a_report_that_was_dated_is_read_anew() -> None:
    day = once_a_claim(lambda _, document: document.published_at)
    claim, document = cited("The bridge at Torva is down", SAID)
    assert day(claim, document) == document.published_at
    assert day(claim, replace(document, published_at="2031-02-03")) == "2031-02-03"


def test_a_memory_that_is_full_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST", 2)
    looks: list[str] = []

    @once_a_claim
    def words(claim: Claim, _: Document) -> None:
        looks.append(claim.text)

    told = [cited(f"Battery {number} fired", SAID) for number in range(3)]
    for one in [*told, told[0]]:
        words(*one)
    assert looks == ["Battery 0 fired", "Battery 1 fired", "Battery 2 fired", "Battery 0 fired"]
