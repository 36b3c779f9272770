"""What somebody is said to want is told by who says the sentence."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse
from tests.claims.saying import statement

from fogline.claims.intending import without_intentions


@pytest.mark.parametrize(
    ("text", "who", "cue", "said", "status"),
    [
        (
            "The Red Army wants to seize the port.",
            "The Red Army",
            "wants",
            "to seize the port",
            "planned",
        ),
        ("Freedonia plans to storm Aldern.", "Freedonia", "plans", "to storm Aldern", "planned"),
        ("Freedonia does not intend to leave.", "Freedonia", "does not intend", "to leave", "negated"),
        ("The rebels tried to cross the river Tarn.", "The rebels", "tried", "to cross the river Tarn", None),
    ],
)
def test_an_intention_is_told_by_the_report(
    parse: Parse, text: str, who: str, cue: str, said: str, status: str | None
) -> None:
    _, sentences = parse(text)
    (found,) = without_intentions(text, sentences, [statement(text, who, cue, said)])
    assert (found.speakers, found.cue, found.status) == ((), None, status)
    assert found.content[0].text == text.rstrip(".")


def test_an_intention_in_somebodys_sentence_is_his(parse: Parse) -> None:
    text = "Freedonia plans to storm Aldern, the Sylvanian minister said."
    _, sentences = parse(text)
    outer = statement(text, "the Sylvanian minister", "said", "Freedonia plans to storm Aldern")
    inner = statement(text, "Freedonia", "plans", "to storm Aldern")
    (found,) = without_intentions(text, sentences, [outer, inner])
    assert (found.speakers, found.content, found.status) == (outer.speakers, outer.content, "planned")


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("We plan to storm Aldern.", "We", "plan", "to storm Aldern"),
        ("Freedonia vows to storm Aldern.", "Freedonia", "vows", "to storm Aldern"),
        ("Freedonia plans “to finish the work” in Aldern.", "Freedonia", "plans", "“to finish the work” in Aldern"),
        ("Freedonia wants the town to surrender.", "Freedonia", "wants", "the town to surrender"),
    ],
)
def test_what_somebody_says_himself_stays_his(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    one = statement(text, who, cue, said)
    assert without_intentions(text, sentences, [one]) == [one]


def test_an_intention_beside_a_deed_is_no_statement(parse: Parse) -> None:
    text = "The raiders took forty children, intending to keep them."
    _, sentences = parse(text)
    one = statement(text, "The raiders", "intending", "to keep them")
    assert without_intentions(text, sentences, [one]) == []
