"""Who rebuts a claim clashes with who makes it; of the deed a rebuttal may take everything but one part for granted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, claim, frame, of_side, placed

from fogline.links.frames import Frame
from fogline.links.judging import judge
from fogline.records.claims import Claim
from fogline.records.spans import Span


def told(text: str, speaker: str, side: str, document: str, kind: str = "attack") -> Claim:
    return replace(placed(of_side(claim(text, speaker, document=document), side), ALDERN), kind=kind)  # type: ignore[arg-type]


def rebutted(lead: str, text: str, cue: str) -> Frame:
    """A claim in a sentence "The study CUE LEAD TEXT", denied."""
    sentence = f"A study of the crater {lead} {text}."
    start = sentence.index(text)
    made = told(text, "Institute", "Westmark", "d-study")
    cued = Span(sentence.index(cue), sentence.index(cue) + len(cue), cue)
    evidence = (Span(start, start + len(text), text),)
    whole = Span(0, len(sentence), sentence)
    return frame(
        replace(made, stance="denies", sentence=whole, evidence=evidence, cue=cued), "2025-03-17", "The Herald"
    )


ACCUSED = told("Eastland's shells killed nine people at the mill in Aldern", "Ada Roe", "Northland", "d-first")


@pytest.mark.parametrize(
    ("lead", "text", "cue"),
    [
        ("dismissed Eastland's claims", "that it was not behind the shelling of the mill in Aldern", "dismissed"),
        ("debunks Eastland's explanations of", "the shelling of the mill in Aldern", "debunks"),
        ("rebuts claims by Eastland", "that the people at the mill in Aldern died after its guns had left", "rebuts"),
        ("refutes a claim", "that the mill in Aldern exploded due to a spark, not from a shell", "refutes"),
    ],
)
def test_who_rebuts_an_excuse_does_not_clash_with_who_tells_the_deed(lead: str, text: str, cue: str) -> None:
    link = judge(rebutted(lead, text, cue), frame(ACCUSED))
    assert link is None or link.relation != "clashes"


def test_who_rebuts_that_a_deed_was_done_clashes_with_who_tells_it() -> None:
    link = judge(
        rebutted("rebuts claims", "that Eastland's shells killed nine people at the mill in Aldern", "rebuts"),
        frame(ACCUSED),
    )
    assert link is not None
    assert link.relation == "clashes"


def test_who_rebuts_an_excuse_clashes_with_who_makes_it_in_the_same_words() -> None:
    text = "that the people at the mill in Aldern died after its guns had left"
    excuse = frame(told(text, "Ivar Lund", "Eastland", "d-excuse"))
    link = judge(rebutted("rebuts claims by Eastland", text, "rebuts"), excuse)
    assert link is not None
    assert (link.relation, link.fields) == ("clashes", ("polarity", "words"))


@pytest.mark.parametrize("cue", ["did not recognise", "refused", "turned down"])
def test_who_refuses_a_thing_does_not_say_that_it_is_not_so(cue: str) -> None:
    text = "the annexation of the districts around Aldern by Eastland"
    link = judge(rebutted(cue, text, cue), frame(told(text, "Ivar Lund", "Eastland", "d-decree", "control")))
    assert link is None or link.relation != "clashes"


def test_who_owns_up_to_a_lie_does_not_clash_with_himself() -> None:
    text = "that the shells that hit the mill in Aldern were ours"
    himself = frame(replace(told(text, "I", "Eastland", "d-study")))
    link = judge(rebutted("lied", text, "lied"), himself)
    assert link is None or link.relation != "clashes"
