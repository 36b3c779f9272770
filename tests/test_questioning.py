"""Questions asked anew where something changed are those that asking everything anew gives."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fogline.ledger import Ledger
from fogline.ledger.rows import ClaimFilter, Linked
from fogline.reconciling import Reconciler
from fogline.records.claims import Claim, Speaker
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.mentions import Place, PlaceMention, Quantity, QuantityMention, TimeMention, TimeRange
from fogline.records.readings import Reading
from fogline.records.spans import Span
from fogline.views.accord import accord_of
from fogline.views.brief import make_brief, scope_of
from fogline.views.changes import STRONG, Around, change_list, days_of
from fogline.views.map import place_map
from fogline.views.numbers import number_series
from fogline.views.sources import source_table
from fogline.views.speakers import speaker_rows
from fogline.views.timeline import timeline
from fogline.workspace import Workspace

TODAY = "2031-05-06T08:00:00Z"
TOWNS = tuple(Place(f"test:{n}", n, 45.0 + i, 30.0, "town", "UA", "UA-14") for i, n in enumerate(("Aldern", "Bresk")))
SIDES = ("Northland", "Southland", None)
WHO = ("Our troops", "The rebels", "The army")
DID = ("hold", "took", "left", "shelled", "killed 14 people at", "killed 40 people at")
WHAT = ("the bridge", "the market")


ON_THE_DAY = TimeMention(Span(0, 5, "4 May"), 0, TimeRange("2025-03-04", "2025-03-04", "2025-03-04", "day", "stated"))


def made_report(number: int, *, text: str = "one", day: int = 0, publisher: str = "") -> Document:
    return Document(
        stable_id("d", number, text), f"report-{number}", f"report-{number}", f"text {text} of {number}", text,
        publisher=publisher or f"Paper {number % 3}", published_at=(date(2025, 3, 1) + timedelta(day)).isoformat(),
        published_basis="given",
    )  # fmt: skip


def made_claim(report: Document, at: int, chance: random.Random) -> Claim:
    town, did = chance.choice(TOWNS), chance.choice(DID)
    text = f"{chance.choice(WHO)} {did} {chance.choice(WHAT)} of {town.name}"
    span = Span(at * 200, at * 200 + len(text), text)
    name = Span(span.end - len(town.name), span.end, town.name)
    side = chance.choice(SIDES)
    speaker = Speaker(f"{side} command" if side else "A resident", "armed_force", side, None)
    numbers = [word for word in did.split() if word.isdigit()]
    counted = [
        QuantityMention(name, at, Quantity(float(n), float(n), "count", "people", scope="killed")) for n in numbers
    ]
    return Claim(
        id=stable_id("c", report.id, at), document_id=report.id, sentence=span, sentence_index=at, evidence=(span,),
        speaker=speaker, cue=None, stance="denies" if chance.random() < 0.3 else "asserts", kind="attack",
        status="completed", origin=stable_id("o", text, side), made_by="reader-1", speakers=(speaker,),
        places=(PlaceMention(name, at, town),) if chance.random() < 0.9 else (), quantities=tuple(counted),
        when=chance.choice((None, ON_THE_DAY, replace(ON_THE_DAY, time=replace(ON_THE_DAY.time, is_duration=True)))),
    )  # fmt: skip


def made_reading(report: Document, chance: random.Random, reader: str = "reader-1") -> Reading:
    claims = tuple(made_claim(report, at, chance) for at in range(chance.randint(1, 3)))
    return Reading(report, (), claims, (), 3, 1, reader)


def a_new_report(workspace: Workspace, chance: random.Random) -> None:
    number = workspace.counts().documents + workspace.counts().superseded
    workspace.ledger.add([made_reading(made_report(number, day=chance.randint(0, 4)), chance)], TODAY)


def a_newer_version(workspace: Workspace, chance: random.Random) -> None:
    report = made_report(0, text=chance.choice(("one", "two")), day=1)
    workspace.ledger.add([made_reading(report, chance)], TODAY)


def a_newer_reader(workspace: Workspace, chance: random.Random) -> None:
    report = replace(chance.choice(workspace.documents()).document, publisher=f"Paper {chance.randint(0, 3)}")
    workspace.ledger.add([made_reading(report, chance, f"reader-{chance.randint(1, 99)}")], TODAY)


def a_corrected_claim(workspace: Workspace, chance: random.Random) -> None:
    claim, report = chance.choice(list(workspace.ledger.claims()))
    corrected = replace(claim, stance="denies" if claim.stance == "asserts" else "asserts", reviewed=("stance",))
    workspace.ledger.replace_claims(report.id, [(corrected, chance.random() < 0.6)], TODAY)


def a_link_that_falls(workspace: Workspace, chance: random.Random) -> None:
    links = [row.link.id for row in workspace.ledger.links()]
    if links:
        workspace.ledger.retire_links([chance.choice(links)], TODAY)


def a_merge(workspace: Workspace, chance: random.Random) -> None:
    questions = [standing.question for standing in workspace.standings()]
    if len(questions) > 1:
        into, other = chance.sample(questions, 2)
        workspace.merge_questions(into, other, "Ines")


def a_split(workspace: Workspace, chance: random.Random) -> None:
    wide = [standing.question for standing in workspace.standings() if len(standing.question.claim_ids) > 2]
    if wide:
        question = chance.choice(wide)
        workspace.split_question(question, question.claim_ids[:2], "Another matter", "Ines")


def a_decision_taken_back(workspace: Workspace, chance: random.Random) -> None:
    reviews = workspace.reviews()
    if reviews:
        workspace.undo_review(chance.choice(reviews).id, "Ben")


STEPS: tuple[Callable[[Workspace, random.Random], None], ...] = (
    a_new_report, a_new_report, a_new_report, a_newer_version, a_newer_reader, a_corrected_claim, a_link_that_falls,
    a_merge, a_split, a_decision_taken_back,
)  # fmt: skip


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=7), st.integers(0, 10_000))
@example([a_merge, a_decision_taken_back], 4297)  # one question held all claims of the other
@settings(max_examples=15, deadline=None)
def test_what_changed_gives_the_same_as_everything(
    steps: list[Callable[[Workspace, random.Random], None]], seed: int
) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder) / "own.ledger") as workspace:
        for _ in range(6):
            a_new_report(workspace, chance)
        workspace.link()
        for step in steps:
            step(workspace, chance)
            workspace.link()
            assert workspace.standings() == Reconciler(workspace.ledger, "").standings()
            asked = {standing.question for standing in workspace.standings()}
            assert set(workspace.questions()) == asked
            standing = {claim.id for claim, _ in workspace.ledger.claims()}
            assert all({link.left_id, link.right_id} <= standing for link in workspace.links())


def test_links_that_another_linker_made_and_this_one_does_not_are_let_go(tmp_path: Path) -> None:
    chance = random.Random(5)
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for _ in range(8):
            a_new_report(workspace, chance)
        workspace.link()
        known = sorted(workspace.links(), key=lambda link: link.id)
        claims = sorted(claim.id for claim, _ in workspace.ledger.claims())
        linked = {(link.left_id, link.right_id) for link in known}
        left, right = next((a, b) for a in claims for b in claims if a < b and {(a, b), (b, a)}.isdisjoint(linked))
        odd = replace(known[0], id="k-odd", left_id=left, right_id=right, made_by="linker-0")
        workspace.ledger.link(Linked(tuple((claim_id, ()) for claim_id in claims), (odd,), "linker-0"), TODAY)
        workspace.link()
        assert sorted(workspace.links(), key=lambda link: link.id) == known
        assert [row.link for row in workspace.link_rows([left], retired=True) if row.retired_at] == [odd]


def test_reports_on_one_matter_raise_questions(tmp_path: Path) -> None:
    chance = random.Random(1)
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for _ in range(24):
            a_new_report(workspace, chance)
        workspace.link()
        states = {standing.state for standing in workspace.standings()}
        assert "disputed" in states
        assert len(workspace.standings()) > 2


def test_a_ledger_whose_questions_an_older_version_asked_shows_how_they_stand(tmp_path: Path) -> None:
    chance = random.Random(2)
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for _ in range(8):
            a_new_report(workspace, chance)
        workspace.link()
        known = workspace.standings()
    older(tmp_path / "own.ledger")
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        assert workspace.ledger.standings() is None
        assert workspace.standings() == known
        workspace.link()
        assert tuple(workspace.ledger.standings() or ()) == known


def older(path: Path) -> None:
    """Take from a ledger what an older Fogline did not keep."""
    import sqlite3

    connection = sqlite3.connect(path)
    for statement in ("UPDATE links SET matter = NULL, joins = 0", "UPDATE questions SET matter = NULL"):
        connection.execute(statement)
    connection.execute("DELETE FROM standings")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("wanted", [ClaimFilter(), ClaimFilter(side="Northland"), ClaimFilter(place="Aldern")])
def test_what_is_remembered_is_what_the_ledger_holds(tmp_path: Path, wanted: ClaimFilter) -> None:
    chance = random.Random(3)
    with Workspace.open(tmp_path / "own.ledger") as workspace, Ledger.open(tmp_path / "own.ledger") as writer:
        other = Workspace(writer)
        for step in (*[a_new_report] * 4, a_newer_version, a_newer_reader, a_corrected_claim, a_new_report):
            step(other, chance)
            other.link()
            held = [(claim, replace(report, text="")) for claim, report in workspace.ledger.claims(wanted)]
            assert list(workspace.ledger.told(wanted)) == held
            links = [replace(row.link, reason="") for row in workspace.ledger.links()]
            assert workspace.ledger.bare_links() == links


@pytest.mark.parametrize("wanted", [ClaimFilter(), ClaimFilter(side="Northland"), ClaimFilter(as_of="2025-03-03")])
def test_views_of_what_they_need_alone_are_those_of_all_claims(tmp_path: Path, wanted: ClaimFilter) -> None:
    chance = random.Random(4)
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for _ in range(20):
            a_new_report(workspace, chance)
        workspace.link()
        claims = list(workspace.ledger.claims(wanted))
        asked = [question for question in workspace.questions() if question.about == "number"]
        spoken = [(claim_id, question.id) for question in asked for claim_id in question.claim_ids]
        matters = {claim_id: [on for other, on in spoken if other == claim_id] for claim_id, _ in spoken}
        assert workspace.timeline(wanted) == timeline(claims)
        assert workspace.timeline(wanted, limit=2) == timeline(claims, limit=2)
        assert workspace.place_map(wanted) == place_map(claims)
        assert workspace.numbers(wanted) == number_series(claims, matters)
        assert workspace.sources(wanted) == source_table(claims)
        assert workspace.speakers(wanted) == speaker_rows(claims)
        links = list(workspace.links())
        days = days_of(claims, "published")
        on = {claim_id: question for question in workspace.questions() for claim_id in question.claim_ids}
        clashes = [link for link in links if link.relation == "clashes" and link.score >= STRONG]
        around = Around(accord_of(clashes, {cited[0].id: cited for cited in claims}), on)
        changed = change_list(claims, links, days, "2025-03-02", "published", around=around)
        assert workspace.changes("2025-03-02", wanted) == changed
        whole = make_brief(claims, links, workspace.questions(), scope=scope_of(wanted, None))
        assert workspace.brief(wanted) == whole


def test_what_views_keep_is_let_go_when_the_ledger_moves_on(tmp_path: Path) -> None:
    chance = random.Random(9)
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        for turn in range(3):
            for _ in range(6):
                a_new_report(workspace, chance)
            workspace.link()
            workspace.brief()
            with Workspace.open(tmp_path / "own.ledger") as fresh:
                for wanted in (ClaimFilter(), ClaimFilter(side="Northland")):
                    assert workspace.brief(wanted, since="2025-03-02") == fresh.brief(wanted, since="2025-03-02"), turn
                    assert workspace.changes("2025-03-02", wanted) == fresh.changes("2025-03-02", wanted)
                assert workspace.flags() == fresh.flags()
