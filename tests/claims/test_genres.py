"""Interviews, live pages and posts, read as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fogline.claims.attribution.rules import RuleReader
from fogline.claims.statement import Statement
from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader

INTERVIEW = """Interview: Governor Halima Sane on the siege of Tandara

Q: Who controls the airport today?
A: Our forces do. The militia entered it on Sunday and was driven out on Tuesday.

Q: The Falcon Brigade says it shot down two of your aircraft.
A: That is not true. We lost one drone.

Q: How many people have left the city?
A: I think it is closer to 90,000 people. Why do you ask?

Q: Did your men shell the hospital?
A: I have no information about that.
"""
TRANSCRIPT = """BBS RADIO: Who holds the bridge?
COLONEL ADU: The army holds the bridge.
BBS RADIO: And the hill?
COLONEL ADU: The rebels left the hill on Monday.
"""
LIVE = """Live: fighting around Goma

14:32 The Congolese army has told reporters that it has pulled back from the customs post.

11:05 GMT - Two shells hit the market. "Four people were hurt," said nurse Aline Bisimwa.
"""
POSTS = """\u26a1\ufe0f Kharkiv regional governor Ostap Hryn: three women wounded by shelling in Kupiansk.

\U0001f1f8\U0001f1e9 Khartoum state emergency committee: 14 people killed in shelling of the Omdurman market.

\u2022 Weapons: two boxes of rifles were found in a cellar.
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


def read(pipeline: Pipeline, text: str) -> list[Claim]:
    document = Document("d-1", "a.txt", "a.txt", text, "0", published_at="2025-02-03", published_basis="given")
    return list(pipeline.read([document])[0].claims)


def saying(claims: list[Claim], words: str) -> Claim:
    return next(claim for claim in claims if words in claim.text)


def name(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker else None


def test_who_answers_in_an_interview_says_each_sentence_of_the_answer(pipeline: Pipeline) -> None:
    claims = read(pipeline, INTERVIEW)
    for words in ("Our forces do", "entered it on Sunday", "driven out", "lost one drone", "closer to 90,000"):
        assert "Halima Sane" in (name(saying(claims, words)) or ""), words
    assert not any("Why do you ask" in claim.text or claim.text.startswith(("Q", "A:")) for claim in claims)


def test_an_answer_denies_or_declines_and_a_question_keeps_the_speaker_it_names(pipeline: Pipeline) -> None:
    claims = read(pipeline, INTERVIEW)
    assert saying(claims, "That is not true").stance == "denies"
    assert saying(claims, "no information").stance == "declines"
    assert "Falcon Brigade" in (name(saying(claims, "two of your aircraft")) or "")


def test_a_name_in_capitals_before_the_colon_speaks_and_the_one_who_asks_does_not(pipeline: Pipeline) -> None:
    claims = read(pipeline, TRANSCRIPT)
    assert {name(claim) for claim in claims} == {name(saying(claims, "left the hill"))}
    assert "ADU" in (name(saying(claims, "holds the bridge")) or "").upper()


def test_the_hour_before_an_entry_is_when_it_was_said_and_none_of_its_words(pipeline: Pipeline) -> None:
    claims = read(pipeline, LIVE)
    army, shells, nurse = (saying(claims, words) for words in ("pulled back", "Two shells", "Four people"))
    assert army.said_at is not None
    assert (army.said_at.time.earliest, army.said_at.derived) == ("2025-02-03T14:32", True)
    assert army.when is None
    assert shells.text.startswith("Two shells")
    assert shells.when is not None
    assert shells.when.time.basis == "inferred"
    assert nurse.said_at is not None
    assert nurse.said_at.span.text.startswith("11:05")


def test_one_paragraph_with_an_hour_is_prose(pipeline: Pipeline) -> None:
    claims = read(pipeline, "Raid on Tandara\n\n14:30 was when two shells hit the market of Goma, residents said.")
    assert all(claim.said_at is None or claim.said_at.span.text != "14:30" for claim in claims)


def test_an_office_at_the_head_of_a_post_speaks_and_a_topic_does_not(pipeline: Pipeline) -> None:
    claims = read(pipeline, POSTS)
    assert name(saying(claims, "three women wounded")) == "Ostap Hryn"
    assert name(saying(claims, "14 people killed")) == "Khartoum state emergency committee"
    assert not any(name(claim) == "Weapons" for claim in claims)


def test_a_report_in_a_language_that_cannot_be_read_gives_no_claims(pipeline: Pipeline) -> None:
    text = (
        "14:30 \u0412\u0456\u0439\u0441\u044c\u043a\u0430 \u0432\u0456\u0434\u0456\u0439\u0448\u043b\u0438 3 May 2024."
    )
    document = Document("d-1", "a.txt", "a.txt", text, "0", language="uk")
    (reading,) = pipeline.read([document])
    assert (reading.claims, reading.failures) == ((), ())


class Stumbling(RuleReader):
    """A reader with a fault: it fails on every batch that holds the word "stumble"."""

    def read(
        self, documents: Sequence[Document], sentences: Sequence[Sequence[Sentence]]
    ) -> list[tuple[Statement, ...]]:
        if any("stumble" in document.text for document in documents):
            raise IndexError("list index out of range")
        return super().read(documents, sentences)


def test_a_fault_of_ours_costs_the_report_it_meets_and_is_told(sentence_reader: SentenceReader) -> None:
    options = ReadingOptions(reader="rules")
    texts = ("The army said that rebels shelled Goma.", "We stumble here.", "The army said that rebels shelled Sake.")
    documents = [Document(f"d-{i}", f"{i}.txt", f"{i}.txt", text, str(i)) for i, text in enumerate(texts)]
    first, second, third = Pipeline(options, sentence_reader, Stumbling()).read(documents)
    assert first.claims
    assert third.claims
    assert [(f.reason, f.document_id) for f in second.failures] == [("crashed", "d-1")]
    assert "list index out of range" in second.failures[0].message


def test_a_claim_called_after_a_people_is_the_states_and_its_denial_stands_beside_it(pipeline: Pipeline) -> None:
    claims = read(pipeline, "Fighting went on. Kyiv dismissed as nonsense a Russian claim that the port was hit.")
    told = {(name(claim), claim.stance) for claim in claims if "port was hit" in claim.text}
    assert told == {("Kyiv", "denies"), ("Russia", "asserts")}
