"""What others told at another time is no part of what was said."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Nested

SAID = ("The ministry", "asserts", "its troops had cleared the road to Kaya", "")


@pytest.mark.parametrize(
    ("behind", "row"),
    [
        (", a day after residents reported burning trucks there", ("residents", "burning trucks there")),
        (" two days after residents reported burning trucks there", ("residents", "burning trucks there")),
        (", just hours before farmers said shells were falling", ("farmers", "shells were falling")),
        (", even as aid workers reported shelling", ("aid workers", "shelling")),
        (" as the rebels claimed to hold it", ("the rebels", "to hold it")),
        (", a week after the army put the toll at 12", ("the army", "the toll at 12")),
    ],
)
def test_a_clause_of_time_in_which_others_speak_is_a_statement_of_its_own(
    nested: Nested, behind: str, row: tuple[str, str]
) -> None:
    who, what = row
    assert nested(f"The ministry said its troops had cleared the road to Kaya{behind}.") == [
        SAID,
        (who, "asserts", what, ""),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "the attack came a day after the army said it would leave",
        "the bridge fell after he had said it was safe",
        "its troops had left the town, a day after it fell to the rebels",
    ],
)
def test_a_clause_that_belongs_to_what_is_said_stays_in_it(nested: Nested, words: str) -> None:
    assert ("The minister", "asserts", words, "") in nested(f"The minister said {words}.")
