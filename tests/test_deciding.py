"""What people decide about claims stands wherever claims are shown, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from tests.valley import REPORTS
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.ledger.rows import ClaimFilter, Review
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.workspace import Workspace

LIGHT = ReadingOptions(reader="rules")
LATER = "2031-05-06T08:00:00+00:00"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workspace]:
    """A ledger with two reports that contradict each other."""
    # A report without a date meets others in one direction alone: what is compared anew would meet one claim more.
    dated = REPORTS | {"rebels.txt": "---\npublished_at: 2025-03-20\n---\n\n" + REPORTS["rebels.txt"]}
    dated = {name.replace(".txt", ".md"): text for name, text in dated.items()}
    for name, text in dated.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        workspace.read([str(tmp_path / name) for name in dated], reading=LIGHT)
        yield workspace


def decided(claim: Claim, field: str, after: Json, number: int = 1) -> Review:
    return Review(
        *(f"r-{number}", claim.id, claim.document_id, claim.start, claim.end, field, None, json.dumps(after)),
        *("Ines Okoro", LATER),
    )


def control_claim(workspace: Workspace) -> Claim:
    """A claim that clashes with another."""
    clash = next(link for link in workspace.links() if link.relation == "clashes")
    return workspace.claim(clash.left_id)[0]


def shown(workspace: Workspace) -> object:
    """All that a ledger shows of its claims, whatever was read and decided before."""
    links = sorted((link.id, link.relation, link.about) for link in workspace.links())
    return list(workspace.claims()), links, workspace.standings(), workspace.timeline(), workspace.numbers()


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("speaker", {"name": "General Ode", "kind": "person", "side": "Rebels"}),
        ("stance", "doubts"),
        ("kind", "meeting"),
        ("status", "planned"),
        ("places", [{"name": "Kano", "id": "geonames:1", "latitude": 12.0, "longitude": 8.5, "precision": "town"}]),
        ("when", {"earliest": "2025-01-02", "latest": "2025-01-03"}),
        ("quantities", [{"low": 7, "high": 9, "unit": "count", "of": "bridges"}]),
        ("verdict", "rejected"),
    ],
)
def test_undoing_restores_all_that_a_decision_changed(own: Workspace, field: str, after: Json) -> None:
    before = shown(own)
    own.review(decided(control_claim(own), field, after))
    assert shown(own) != before
    own.undo_review("r-1", "Ben")
    assert shown(own) == before


def test_a_corrected_claim_is_found_by_what_it_is_now_alone(own: Workspace) -> None:
    claim = control_claim(own)
    own.review(decided(claim, "kind", "meeting"), decided(claim, "speaker", {"name": "General Ode"}, 2))
    assert [found.id for found, _ in own.claims(ClaimFilter(kind="meeting", speaker="Ode"))] == [claim.id]
    assert claim.id not in {found.id for found, _ in own.claims(ClaimFilter(kind=claim.kind))}
    assert own.claim(claim.id)[0].reviewed == ("kind", "speaker")


def test_the_reading_of_the_machine_is_kept_and_listed_where_asked_for(own: Workspace) -> None:
    read = list(own.claims())
    claim, other = (row[0] for row in read[:2])
    own.review(decided(claim, "kind", "meeting"), decided(other, "verdict", "rejected", 2))
    assert list(own.claims_as_read()) == read
    assert own.machine_claim(claim.id) == claim
    assert [found.id for found, _ in own.claims_as_read(ClaimFilter(kind="meeting"))] == []


def test_the_command_line_shows_the_correction_and_on_demand_the_reading(own: Workspace) -> None:
    claim = control_claim(own)
    own.review(decided(claim, "kind", "meeting"))

    def listed(*options: str) -> dict[str, Json]:
        run = CliRunner().invoke(app, ["claims", "--ledger", own.ledger.place, "--format", "jsonl", *options])
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        return next(row for row in rows if row["id"] == claim.id)

    assert (listed()["kind"], listed()["reviewed"]) == ("meeting", ["kind"])
    assert (listed("--machine")["kind"], listed("--machine")["reviewed"]) == (claim.kind, [])


def test_a_rejected_claim_leaves_links_questions_and_lists(own: Workspace) -> None:
    claim = control_claim(own)
    own.review(decided(claim, "verdict", "rejected"))
    assert claim.id not in {found.id for found, _ in own.claims()}
    assert claim.id not in {side for link in own.links() for side in (link.left_id, link.right_id)}
    asked = {claim_id for standing in own.standings() for claim_id in standing.question.claim_ids}
    kept = {claim_id for question in own.questions() for claim_id in question.claim_ids}
    assert claim.id not in asked | kept
    assert [found.id for found in own.rejected(claim.document_id)] == [claim.id]


def test_accepting_changes_nothing_but_what_is_decided(own: Workspace) -> None:
    before = shown(own)
    own.review(decided(control_claim(own), "verdict", "accepted"))
    assert shown(own) == before


def test_decisions_stand_over_a_newer_reading(own: Workspace) -> None:
    rows = list(own.claims())
    claim, other, document = rows[0][0], rows[1][0], rows[0][1]
    own.review(decided(claim, "kind", "meeting"), decided(other, "verdict", "rejected", 2))
    expected = shown(own)
    reread(own, [row[0] for row in rows if row[1].id == document.id], document.id)
    assert shown(own) == expected


def test_a_decision_goes_to_the_claim_that_took_the_place_of_its_own(own: Workspace) -> None:
    rows = [row for row in own.claims() if row[1].id == own.claims()[0][1].id]
    claim, document = rows[0]
    own.review(decided(claim, "verdict", "rejected"))
    heir = replace(claim, id="c-heir", made_by="fogline 9")
    reread(own, [heir, *(other for other, _ in rows[1:])], document.id)
    assert "c-heir" not in {found.id for found, _ in own.claims()}
    assert list(own.decisions()) == ["c-heir"]
    own.undo_review("r-1", "Ben")
    assert "c-heir" in {found.id for found, _ in own.claims()}
    assert claim.id not in {found.id for found, _ in own.claims()}


def test_people_decide_while_another_program_reads(own: Workspace, tmp_path: Path) -> None:
    more = [tmp_path / f"more-{number}.md" for number in range(8)]
    for number, path in enumerate(more):
        denied = f"The rebels denied that the army holds the bridge at Maiduguri, and counted {number + 3} dead."
        path.write_text(f"---\npublished_at: 2025-03-{number + 10}\n---\n\n{denied}\n", encoding="utf-8")

    def read() -> None:
        with Workspace.open(own.ledger.place) as other:
            for path in more:
                other.read([str(path)], reading=LIGHT)

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        for number, (claim, _) in enumerate(own.claims()):
            own.review(decided(claim, "kind", "meeting", number))
        reading.result()
    kept = {(one.question.id, one.question.claim_ids) for one in own.standings()}
    own.link(anew=True)
    assert kept == {(one.question.id, one.question.claim_ids) for one in own.standings()}


def reread(workspace: Workspace, claims: list[Claim], document_id: str) -> None:
    """A newer version of Fogline reads a report and makes these claims."""
    from fogline.deciding import Decisions
    from fogline.records.readings import Reading

    document = workspace.document(document_id).document
    reading = Reading(document, (), tuple(claims), (), 5, 0, "fogline 9")
    workspace.ledger.add([reading], LATER)
    decisions = Decisions(workspace.ledger, LATER)
    decisions.note_gone(document.id, {claim.id for claim in claims})
    decisions.apply((document.id,))
    workspace.link(anew=True)
