"""Claims told together with their rebuttal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.claims.conftest import Parse

from fogline.claims.attribution.rules import RuleReader
from fogline.claims.rebutting import with_rebutted

Rows = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture
def rows(parse: Parse) -> Rows:
    def run(text: str) -> set[tuple[str, str, str]]:
        document, sentences = parse(text)
        spoken = RuleReader().read([document], [sentences])[0]
        return {
            (" + ".join(s.text for s in one.speakers), one.stance, one.content[0].text)
            for one in with_rebutted(text, sentences, spoken)
        }

    return run


@pytest.mark.parametrize(
    ("text", "denier", "claimant", "told"),
    [
        ("Roe rebuts claims by Freedonia that the men fled.", "Roe", "Freedonia", "that the men fled"),
        ("Roe refutes Freedonia's claim of control over Tarn.", "Roe", "Freedonia", "control over Tarn"),
        ("Roe has denied a fake report by Freedonia on the raid.", "Roe", "Freedonia", "the raid"),
        ("Roe debunked a claim of the Red Ministry that it fell.", "Roe", "the Red Ministry", "that it fell"),
        ("Roe calls Freedonia's claim that it sold drones a lie.", "Roe", "Freedonia", "that it sold drones"),
        ("Roe denies Freedonia's allegation that it sold drones.", "Roe", "Freedonia", "that it sold drones"),
    ],
)
def test_who_rebuts_denies_and_whose_claim_it_is_claims(
    rows: Rows, text: str, denier: str, claimant: str, told: str
) -> None:
    assert {(denier, "denies", told), (claimant, "asserts", told)} <= rows(text)


def test_who_rejects_a_denial_stands_by_what_was_denied(rows: Rows) -> None:
    found = rows("The office dismisses Freedonia's denial of the strike.")
    assert {("The office", "asserts", "the strike"), ("Freedonia", "denies", "the strike")} <= found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Allegations about preparations for an attack are untrue, the ministry said.", "preparations for an attack"),
        ("Reports of a pullback are baseless, the ministry said.", "a pullback"),
        ("The information about the raid is not true, the ministry said.", "the raid"),
    ],
)
def test_who_calls_a_report_false_denies_what_it_tells(rows: Rows, text: str, told: str) -> None:
    assert ("the ministry", "denies", told) in rows(text)


def test_who_spreads_a_fake_claims_what_it_tells(rows: Rows) -> None:
    found = rows("The Red Ministry has produced another fake report on the seizure of Tarn.")
    assert ("The Red Ministry", "asserts", "the seizure of Tarn") in found


def test_a_verb_taken_for_a_noun_still_rebuts(rows: Rows) -> None:
    assert ("Diplomat", "denies", "a raid on Tarn") in rows("Diplomat castigates claims of a raid on Tarn.")


def test_what_nobody_rebuts_stays_as_it_was_read(rows: Rows) -> None:
    found = rows("The army repeated its claim that the town had fallen.")
    assert all(stance == "asserts" for _, stance, _ in found)
