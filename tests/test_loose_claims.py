"""Claims that no link ties to an event are asked about with it: when they are read, go, or a run was cut off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fogline.ledger.rows import Linked
from fogline.links.judging import MADE_BY
from fogline.reconciling import Reconciler
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.mentions import Place, PlaceMention
from fogline.records.readings import Reading
from fogline.records.spans import Span
from fogline.workspace import Workspace

TODAY = "2031-05-06T08:00:00Z"
ALDERN = Place("test:0", "Aldern", 45.0, 30.0, "town", "UA", "UA-14")


def made_report(number: int, *, text: str = "one", publisher: str = "Paper 0") -> Document:
    return Document(
        stable_id("d", number, text), f"report-{number}", f"report-{number}", f"text {text} of {number}", text,
        publisher=publisher, published_at="2025-03-01", published_basis="given",
    )  # fmt: skip


def a_strike(number: int, words: str, publisher: str) -> Reading:
    """A report of one sentence on Aldern."""
    report = made_report(number, publisher=publisher)
    span, name = Span(0, len(words), words), Span(words.index("Aldern"), words.index("Aldern") + 6, "Aldern")
    claim = Claim(
        id=stable_id("c", report.id), document_id=report.id, sentence=span, sentence_index=0, evidence=(span,),
        speaker=None, cue=None, stance="asserts", kind="attack", status="completed",
        origin=stable_id("o", words), made_by="reader-1", places=(PlaceMention(name, 0, ALDERN),),
    )  # fmt: skip
    return Reading(report, (), (claim,), (), 3, 1, "reader-1")


def test_what_is_told_of_an_event_without_a_link_is_asked_with_it_and_goes_when_it_is_gone(tmp_path: Path) -> None:
    hit, again = (a_strike(n, "Shells hit the bakery of Aldern on Sunday", f"Paper {n}") for n in (1, 2))
    odd = a_strike(3, "Glaziers of Aldern have worked for hours since it was shelled", "Paper 3")
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for reading in (hit, again, odd):
            workspace.ledger.add([reading], TODAY)
            workspace.link()
        (loose,) = (claim.id for claim in odd.claims)
        assert not any(loose in (link.left_id, link.right_id) for link in workspace.links())
        (question,) = workspace.questions()
        assert loose in question.claim_ids
        workspace.ledger.add([replace(odd, document=made_report(3, text="two"), claims=())], TODAY)
        workspace.link()
        (left,) = workspace.questions()
        assert (left.id, left.claim_ids) == (question.id, tuple(c for c in question.claim_ids if c != loose))
        assert workspace.standings() == Reconciler(workspace.ledger, "").standings()


def test_what_a_run_linked_before_it_was_cut_off_is_asked_about_by_the_next(tmp_path: Path) -> None:
    hit, again = (a_strike(n, "Shells hit the bakery of Aldern on Sunday", f"Paper {n}") for n in (1, 2))
    odd = a_strike(3, "Glaziers of Aldern have worked for hours since it was shelled", "Paper 3")
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        workspace.ledger.add([hit, again], TODAY)
        workspace.link()
        workspace.ledger.add([odd], TODAY)
        (loose,) = (claim.id for claim in odd.claims)
        workspace.ledger.link(Linked(((loose, ()),), (), MADE_BY), TODAY)  # and here it was cut off
        assert workspace.ledger.unasked_claims(MADE_BY) == [(loose, odd.document.id)]
        assert not any(loose in question.claim_ids for question in workspace.questions())
        workspace.link()
        (question,) = workspace.questions()
        assert loose in question.claim_ids
        assert workspace.ledger.unasked_claims(MADE_BY) == []
