"""What whole reports tell of rebuttals that swallow more, of two states in one name, of things that are no office."""

from __future__ import annotations

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


def claims(pipeline: Pipeline, text: str) -> list[Claim]:
    document = Document("d-1", "a.txt", "a.txt", text, "0", published_at="2026-03-12", published_basis="given")
    return list(pipeline.read([document])[0].claims)


def test_who_rejects_a_claim_and_goes_on_to_speak_denies_the_claim_alone(pipeline: Pipeline) -> None:
    text = "The envoys rejected Chad's accusation that Sudan is preparing a raid and called for an end to the threats."
    said = {(c.stance, c.text) for c in claims(pipeline, text)}
    assert ("denies", "that Sudan is preparing a raid") in said
    assert ("demands", "an end to the threats") in said


def test_the_time_of_what_is_denied_stays_with_it(pipeline: Pipeline) -> None:
    text = (
        "The president dismissed as a lie Chad's claim that it had sold Sudan a few drones months before the war began."
    )
    denied = [c.text for c in claims(pipeline, text) if c.stance == "denies"]
    assert denied
    assert all("months before the war" in words for words in denied)


def test_of_two_states_in_one_name_each_accuses_the_other(pipeline: Pipeline) -> None:
    text = "Ukrainian and Russian-backed officials blamed each other for the strike on a convoy near Zaporizhzhia."
    found = {
        (c.speaker.side if c.speaker else None, tuple(a.actor.name for a in c.actors)) for c in claims(pipeline, text)
    }
    assert found == {("Ukraine", ("Russia",)), ("Russia", ("Ukraine",))}


def test_two_nameless_sides_accuse_nobody(pipeline: Pipeline) -> None:
    text = "The two sides blamed each other for the strike on the convoy, which killed nine people on Sunday."
    assert not [c for c in claims(pipeline, text) if c.stance == "accuses"]


def test_who_blew_it_up_did_not_blow_up_the_office_that_says_so(pipeline: Pipeline) -> None:
    text = "The theatre was bombed, but Chad's Defence Ministry said rebel fighters blew it up."
    told = [c for c in claims(pipeline, text) if c.speaker and "fighters" in c.text]
    assert told
    assert not any("Ministry" in target.actor.name for claim in told for target in claim.targets)
