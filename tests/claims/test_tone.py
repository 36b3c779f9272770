"""Whom plain words of saying blame: nobody where the deed is the speaker's own or a thing's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.conftest import Parse
from tests.claims.saying import statement

from fogline.claims.attribution.tone import with_tone


@pytest.mark.parametrize(
    ("text", "who", "said", "stance"),
    [
        (
            "A roadside mine killed five people, the police said.",
            "the police",
            "A roadside mine killed five people",
            "asserts",
        ),
        (
            "Our drone did strike the depot, the spokesman said.",
            "the spokesman",
            "Our drone did strike the depot",
            "asserts",
        ),
        ("An army drone hit the clinic, the nurse said.", "the nurse", "An army drone hit the clinic", "accuses"),
        ("The depot was burned by looters, the owner said.", "the owner", "The depot was burned by looters", "accuses"),
        (
            "The shell had come from army lines, the nun said.",
            "the nun",
            "The shell had come from army lines",
            "accuses",
        ),
        ("They shot two men in the yard, the woman said.", "the woman", "They shot two men in the yard", "accuses"),
    ],
)
def test_who_tells_of_nobody_s_deed_accuses_nobody(parse: Parse, text: str, who: str, said: str, stance: str) -> None:
    _, sentences = parse(text)
    (toned,) = with_tone(sentences, [replace(statement(text, who, "said", said), stance="accuses")])
    assert toned.stance == stance
