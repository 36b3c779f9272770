"""What holds of every claim of every text: offsets, evidence, ids, chains."""

from __future__ import annotations

from functools import cache

import pytest
from gate.marked import gold_reports
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@cache
def pipeline(reader: str) -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules" if reader == "rules" else "tagger"))


@cache
def paragraphs() -> tuple[str, ...]:
    texts = (document.text for _, document in gold_reports())
    return tuple(part for text in texts for part in text.split("\n") if len(part) > 40)


def claims_of(text: str, reader: str) -> tuple[Claim, ...]:
    document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-03-16")
    return pipeline(reader).read([document])[0].claims


def check(text: str, claims: tuple[Claim, ...]) -> None:
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.evidence
        named = [speaker.span for speaker in claim.speakers if speaker.span]
        spans = [*claim.evidence, *named, *([claim.cue] if claim.cue else []), claim.sentence]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert list(claim.evidence) == sorted(claim.evidence)
        for quantity in claim.quantities:
            derived = any(flag.startswith("about:") for flag in claim.flags)
            assert derived or any(piece.covers(quantity.span) for piece in claim.evidence)
        for place in claim.places:
            assert text[place.span.start : place.span.end] == place.span.text
            assert place.derived or near(claim, place.span.start, place.span.end)
        for time in (claim.when, claim.said_at):
            assert time is None or time.derived or near(claim, time.span.start, time.span.end)
        outer = [link.cue for link in claim.chain if link.cue]
        assert claim.cue not in outer
        assert len(set(outer)) == len(outer)


def near(claim: Claim, start: int, end: int) -> bool:
    """Whether a mention stands in the sentence or the evidence of a claim."""
    return any(span.start <= start and end <= span.end for span in (claim.sentence, *claim.evidence))


@pytest.mark.parametrize("reader", ["tagger", "rules"])
def test_every_claim_of_the_gold_reports_stands_on_the_text(reader: str) -> None:
    for _, document in gold_reports():
        claims = pipeline(reader).read([document])[0].claims
        assert claims
        check(document.text, claims)


@pytest.mark.parametrize("reader", ["tagger", "rules"])
def test_reading_twice_gives_the_same_ids(reader: str) -> None:
    _, document = gold_reports()[0]
    first, second = (pipeline(reader).read([document])[0].claims for _ in range(2))
    assert [claim.id for claim in first] == [claim.id for claim in second]


@given(st.data())
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_paragraphs_in_any_order_and_cut_anywhere_still_give_sound_claims(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(paragraphs()), min_size=1, max_size=4))
    text = data.draw(st.sampled_from(["\n\n", " ", "\n", ": ", "” "])).join(chosen)
    cut = text[data.draw(st.integers(0, 30)) : len(text) - data.draw(st.integers(0, 30))]
    check(cut, claims_of(cut, "rules"))
