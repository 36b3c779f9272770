"""What the full reader's steps do with pieces: join, part, drop, widen."""

from __future__ import annotations

from tests.claims.conftest import Parse

from fogline.claims.attribution.announced import announced
from fogline.claims.attribution.coordination import parted
from fogline.claims.attribution.cues import load_cues
from fogline.claims.attribution.edges import with_whole_phrases
from fogline.claims.attribution.inheriting import with_inherited
from fogline.claims.attribution.joining import joined
from fogline.claims.attribution.merging import merged
from fogline.claims.attribution.reach import within_reach
from fogline.claims.attribution.repeats import without_repeats
from fogline.claims.attribution.resumed import resumed
from fogline.claims.attribution.sieve import sieved
from fogline.claims.nesting import enclosing
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def statement(
    text: str, who: str, cue: str, *said: str, stance: Stance = "asserts", score: float = 0.9, sentence: int = 0
) -> Statement:
    speakers = (span(text, who),) if who else ()
    content = tuple(span(text, words) for words in said)
    return Statement(sentence, speakers, span(text, cue) if cue else None, content, stance, score=score)


def words(statements: list[Statement]) -> list[list[str]]:
    return [[piece.text for piece in one.content] for one in statements]


def test_a_quotation_goes_on_in_the_next_quoted_words(parse: Parse) -> None:
    text = "“We hold the bridge,” said Ann Lee. “Nobody will take it.”"
    _, sentences = parse(text)
    first = statement(text, "Ann Lee", "said", "“We hold the bridge,”")
    second = statement(text, "Ann Lee", "said", "“Nobody will take it.”", sentence=1)
    assert words(joined(text, sentences, [first, second])) == [["“We hold the bridge,”", "“Nobody will take it.”"]]


def test_two_propositions_under_one_cue_stay_two(parse: Parse) -> None:
    text = "The army said that the town fell and that the bridge was mined."
    _, sentences = parse(text)
    whole = statement(text, "The army", "said", "that the town fell and that the bridge was mined")
    assert words(list(parted(text, sentences, [whole]))) == [["that the town fell"], ["that the bridge was mined"]]


def test_words_outside_the_sentence_of_their_cue_are_not_said_there(parse: Parse) -> None:
    text = "The army said that the town fell. Prices rose in the capital."
    _, sentences = parse(text)
    beside = statement(text, "The army", "said", "that the town fell")
    stray = statement(text, "The army", "said", "Prices rose in the capital", sentence=1)
    assert joined(text, sentences, [beside, stray]) == [beside]
    assert within_reach(sentences, [beside, stray]) == [beside]


def test_a_colon_reaches_the_paragraph_below(parse: Parse) -> None:
    text = "The minister said:\n\nThe port is open again and the harbour is quiet."
    _, sentences = parse(text)
    below = statement(text, "The minister", "said", "The port is open again", sentence=1)
    assert within_reach(sentences, [below]) == [below]


def test_who_is_announced_says_the_paragraph_below_and_what_goes_on_in_the_first_person(parse: Parse) -> None:
    below = "The bridge has been retaken.\n\nWe thank the volunteers.\n\nMarkets opened late in Tarn."
    text = f"The mayor of Tarn said:\n\n{below}"
    _, sentences = parse(text)
    stretches = list(announced(text, sentences, load_cues()))
    assert [(s.first, s.end, s.speakers[0].text) for s in stretches] == [(1, 3, "The mayor of Tarn")]


def test_the_same_words_are_said_once(parse: Parse) -> None:
    text = "The army said that the town fell."
    sure = statement(text, "The army", "said", "that the town fell")
    assert without_repeats([statement(text, "", "", "the town fell", score=0.5), sure]) == [sure]


def test_somebody_else_inside_a_statement_stays_with_the_chain() -> None:
    text = "Ann Lee said that the army denied it had shelled the port."
    outer = statement(text, "Ann Lee", "said", "that the army denied it had shelled the port")
    inner = statement(text, "the army", "denied", "it had shelled the port", stance="denies")
    assert without_repeats([outer, inner]) == [outer, inner]
    assert enclosing([outer, inner]) == [(), (0,)]


def test_an_edge_moves_to_the_end_of_its_phrase_but_not_over_an_aside(parse: Parse) -> None:
    text = "The army said that rebels had left the villages of the northern valley, a claim the rebels rejected."
    _, sentences = parse(text)
    cut = statement(text, "The army", "said", "that rebels had left the villages of")
    assert words(with_whole_phrases(text, sentences, [cut])) == [
        ["that rebels had left the villages of the northern valley"]
    ]


def test_a_participle_inherits_the_speaker_before_it(parse: Parse) -> None:
    text = "Ann Lee condemned the raid on the port, warning that the truce was over."
    _, sentences = parse(text)
    first = statement(text, "Ann Lee", "condemned", "the raid on the port")
    second = statement(text, "", "warning", "that the truce was over")
    assert [s.speakers[0].text for s in with_inherited(text, sentences, [first, second])] == ["Ann Lee", "Ann Lee"]


def test_a_second_cue_takes_up_its_own_quotation() -> None:
    text = "“We hold the port,” Ann Lee said. She added: “The raid failed.”"
    whole = statement(text, "Ann Lee", "said", "“We hold the port,”", "“The raid failed.”")
    ruled = statement(text, "She", "added", "“The raid failed.”", sentence=1)
    assert [(s.cue.text, s.speakers[0].text) for s in resumed([whole], [ruled]) if s.cue] == [
        ("said", "Ann Lee"),
        ("added", "She"),
    ]


def test_what_is_kept_from_somebody_is_not_denied(parse: Parse) -> None:
    text = "The army denied the convoy access to the camp. The army denied the attack."
    _, sentences = parse(text)
    kept = statement(text, "The army", "denied", "access to the camp", stance="denies")
    start = text.rindex("denied")
    denial = Statement(1, kept.speakers, Span.of(text, start, start + 6), (span(text, "the attack"),), "denies")
    assert sieved([kept, denial], sentences, load_cues()) == (denial,)


def test_a_topic_before_a_headline_says_nothing(parse: Parse) -> None:
    text = "Shelling of the port: Two sailors hurt at the quay"
    _, sentences = parse(text)
    topic = statement(text, "Shelling of the port", ":", "Two sailors hurt at the quay")
    assert sieved([topic], sentences, load_cues()) == ()


def test_a_denial_the_grammar_sees_is_kept_and_united_words_win() -> None:
    text = "The ministry denied on Friday that its troops had crossed the river."
    ruled = statement(text, "The ministry", "denied", "that its troops had crossed the river", stance="denies")
    tagged = statement(text, "The ministry", "denied", "its troops had crossed", stance="denies")
    assert words(list(merged(text, [tagged], [ruled]))) == [["that its troops had crossed the river"]]
    assert merged(text, [], [ruled]) == (ruled,)


def test_a_statement_that_runs_to_the_end_is_announced_whole(parse: Parse) -> None:
    text = (
        "Minister Ann Lee said:\n\nI welcome the report on the raid in Tarn.\n\nIt was an appalling attack on an aid"
        " convoy.\n\nThe regime must let the trucks through at once."
    )
    _, sentences = parse(text)
    (stretch,) = announced(text, sentences, load_cues())
    assert stretch.end == len(sentences)


def test_an_announced_statement_ends_where_its_speaker_is_told_of_again(parse: Parse) -> None:
    text = (
        "Minister Ann Lee said:\n\nWe will not leave the valley of Tarn.\n\nThe crossing was destroyed in the night."
        "\n\nThe minister thanked the donors in a letter.\n\nRain fell on the camp."
    )
    _, sentences = parse(text)
    (stretch,) = announced(text, sentences, load_cues())
    assert [s.text for s in sentences[stretch.first : stretch.end]] == ["We will not leave the valley of Tarn."]
