"""Verbs that the parser misplaces, and who takes no part in what they tell of."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import event, names, sentences

from fogline.claims.events.headings import mended
from fogline.claims.events.restoring import restored


def read(text: str, part: str) -> tuple[list[str], list[str]]:
    found = event(text, part)
    return names(found.actors), names(found.targets)


def test_a_verb_made_a_modifier_of_its_object_is_put_back() -> None:
    (sentence,) = sentences("The council denied that its fighters had kidnapped teachers.")
    assert restored(sentence)
    verb = next(token for token in mended(sentence).tokens if token.text == "kidnapped")
    assert {token.text for token in mended(sentence).children(verb, "nsubj", "dobj")} == {"fighters", "teachers"}


def test_a_sentence_in_order_is_left_as_it_is() -> None:
    (sentence,) = sentences("Zoran gunboats shelled the island on Monday.")
    assert restored(sentence) == {}
    assert mended(sentence) is sentence


@pytest.mark.parametrize(
    ("said", "actors", "targets"),
    [
        ("they had heard three explosions before dawn", [], []),
        ("a mine killed two sappers", [], ["sappers"]),
        ("nine prisoners were executed by guards", ["guards"], ["prisoners"]),
        ("the fall of Darsk to the rebels was near", ["rebels"], []),
        ("fighters fell upon a column at the wells", ["fighters"], ["column"]),
        ("it beat back an assault by the army", ["it"], ["army"]),
        ("shells fired by rebels hit the market", ["rebels"], ["market"]),
    ],
)
def test_parts_go_to_whoever_has_them(said: str, actors: list[str], targets: list[str]) -> None:
    found = read(f"The council said {said}.", said)
    assert found == ([name for name in actors if name != "it"], targets)


@pytest.mark.parametrize("said", ["the guns fell silent at noon", "the vote was postponed"])
def test_what_no_word_speaks_for_is_ruled_out(said: str) -> None:
    assert {"negated", "planned", "ongoing"} <= event(f"The mayor said {said}.", said).barred


def test_a_denial_in_the_words_rules_nothing_out() -> None:
    assert "negated" not in event("The mayor said no gun had fired.", "no gun had fired").barred
