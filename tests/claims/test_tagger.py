"""The tagger on small reports: whole documents in, statements with speakers out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.claims.tagger import Piece, Tagged, Tagger

REPORT = """Army claims river town; rebels deny loss

PORT KALIS, May 4 (Delta Wire) - The army said on Sunday that its troops had taken the river town of Sorvo.

"We are in the market square, and the enemy is running. Nobody will push us out again," said General Tomas Reyk,
who leads the southern group. A spokesman for the rebels, Jan Oduya, denied that the town had fallen.

Two bridges were destroyed in the fighting. According to the Red Cross, at least 12 civilians were killed.
"""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def words(text: str, pieces: tuple[Piece, ...]) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


def content_with(tagged: Tagged, text: str, part: str) -> int:
    for index, statement in enumerate(tagged.statements):
        if part in " ".join(words(text, statement.contents)):
            return index
    raise AssertionError(f"no statement holds {part!r}")


def test_a_report_verb_gives_speaker_cue_and_content(tagger: Tagger) -> None:
    tagged = tagger.read(REPORT)
    statement = tagged.statements[content_with(tagged, REPORT, "had taken")]
    assert words(REPORT, statement.speakers) == ["The army"]
    assert "said" in " ".join(words(REPORT, statement.cues))
    assert statement.stance.best == "asserts"


def test_a_quotation_runs_through_its_inner_full_stop_to_its_closing_mark(tagger: Tagger) -> None:
    tagged = tagger.read(REPORT)
    statement = tagged.statements[content_with(tagged, REPORT, "market square")]
    quoted = REPORT[REPORT.index('"We are') : REPORT.index(" said General")]
    assert words(REPORT, statement.contents) == [quoted]
    assert "Reyk" in " ".join(words(REPORT, statement.speakers))


def test_a_denial_is_a_denial_and_names_who_denies(tagger: Tagger) -> None:
    tagged = tagger.read(REPORT)
    statement = tagged.statements[content_with(tagged, REPORT, "the town had fallen")]
    assert statement.stance.best == "denies"
    assert "rebels" in " ".join(words(REPORT, statement.speakers))


def test_according_to_finds_its_speaker_before_the_content(tagger: Tagger) -> None:
    tagged = tagger.read(REPORT)
    statement = tagged.statements[content_with(tagged, REPORT, "12 civilians")]
    assert words(REPORT, statement.speakers) == ["the Red Cross"]
    assert statement.kind.best == "casualties"


def test_what_the_report_itself_says_is_an_own_event(tagger: Tagger) -> None:
    events = [REPORT[event.piece.start : event.piece.end] for event in tagger.read(REPORT).own]
    assert any("bridges were destroyed" in event for event in events)


def test_reading_twice_gives_the_same(tagger: Tagger) -> None:
    assert tagger.read(REPORT) == tagger.read(REPORT)


def test_reports_read_together_give_what_each_gives_alone(tagger: Tagger) -> None:
    other = "The mayor promised to rebuild the school. Residents doubted it."
    together = tagger.read_many([REPORT, other, ""])
    assert together[2] == Tagged((), ())
    assert [s.contents for s in together[1].statements] == [s.contents for s in tagger.read(other).statements]


def test_odds_of_a_statement_sum_to_one_and_come_best_first(tagger: Tagger) -> None:
    for statement in tagger.read(REPORT).statements:
        chances = [chance for _, chance in statement.kind.all]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) == pytest.approx(1, abs=1e-4)


def test_a_long_report_is_read_to_its_end(tagger: Tagger) -> None:
    filler = "The road was quiet and the fields lay empty under the snow. " * 60
    text = f"{filler}\n\nThe governor said that the bridge had been repaired."
    statements = tagger.read(text).statements
    assert any("bridge had been repaired" in " ".join(words(text, s.contents)) for s in statements)


PHRASES = st.sampled_from(
    ['"', "“", "”", "'", "’", "\n", "\n\n", " said ", "The army", "it won", ".", ",", "é", "😀", "\t", " ", "U.S."]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PHRASES, max_size=40).map("".join))
def test_pieces_always_lie_in_the_text_and_hold_words(text: str) -> None:
    tagged = SHARED.read(text)
    for statement in tagged.statements:
        for piece in statement.speakers + statement.cues + statement.contents + statement.raw:
            assert 0 <= piece.start < piece.end <= len(text)
            assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
        assert statement.parent is None or statement.parent in range(len(tagged.statements))


SHARED = Tagger.load()
