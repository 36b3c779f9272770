"""What counts as said, by whom and how far: deeds, passives, scope, whose a report is, statements inside statements."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse

from fogline.claims.attribution.coordination import parted
from fogline.claims.attribution.cues import load_cues
from fogline.claims.attribution.inner import spoken_inside
from fogline.claims.attribution.joining import joined
from fogline.claims.attribution.merging import merged
from fogline.claims.attribution.owners import with_owners
from fogline.claims.attribution.passives import with_passives
from fogline.claims.attribution.phrases import antecedent
from fogline.claims.attribution.reach import within_reach
from fogline.claims.attribution.resumed import resumed
from fogline.claims.attribution.rules import RuleReader
from fogline.claims.attribution.scope import with_scope
from fogline.claims.attribution.sieve import sieved
from fogline.claims.speakers.wording import named_as
from fogline.claims.statement import Statement
from fogline.records.spans import Span

CUES = load_cues()


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def statement(text: str, who: str, cue: str, *said: str, score: float = 0.6, sentence: int = 0) -> Statement:
    speakers = (span(text, who),) if who else ()
    content = tuple(span(text, words) for words in said)
    return Statement(sentence, speakers, span(text, cue) if cue else None, content, "asserts", score=score)


def pieces(one: Statement) -> list[str]:
    return [piece.text for piece in one.content]


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("Envoys are working to keep the truce.", "Envoys", "are working", "to keep the truce"),
        ("The brigade received forty trucks.", "The brigade", "received", "forty trucks"),
        ("Envoys met to ascertain the damage.", "Envoys", "to ascertain", "the damage"),
        ("The navy is supporting the landing.", "The navy", "is supporting", "the landing"),
        ("The rebels had hoped to keep the bridge.", "The rebels", "had hoped", "to keep the bridge"),
        ("Roe has proved her courage.", "Roe", "has proved", "her courage"),
        ("He hails from the coast.", "He", "hails", "from the coast"),
        ("Aid from abroad is supporting the clinics.", "Aid from abroad", "is supporting", "the clinics"),
        ("Each side blames the other.", "Each side", "blames", "the other"),
        ("The forces should investigate the raid.", "The forces", "should investigate", "the raid"),
        ("They flew to a base called Camp Tarn.", "They", "called", "Camp Tarn"),
    ],
)
def test_a_deed_is_no_statement(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    assert sieved([statement(text, who, cue, said)], sentences, CUES) == ()


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("The mayor defended the evacuation of the port.", "The mayor", "defended", "the evacuation of the port"),
        ("Residents are wary of the new garrison.", "Residents", "are wary of", "the new garrison"),
        ("The raid was unconfirmed by observers.", "observers", "unconfirmed", "The raid"),
    ],
)
def test_a_word_of_feeling_or_doubt_makes_a_statement(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    kept = [statement(text, who, cue, said)]
    assert list(sieved(kept, sentences, CUES)) == kept


def test_of_what_is_told_about_another_only_his_words_are_his(parse: Parse) -> None:
    text = "Officials said the rebels planned to advance and claimed the bridge was theirs."
    _, sentences = parse(text)
    said = "the rebels planned to advance and claimed the bridge was theirs"
    outer = statement(text, "Officials", "said", said)
    planned = statement(text, "the rebels", "planned", "to advance")
    claimed = statement(text, "the rebels", "claimed", "the bridge was theirs")
    assert spoken_inside([outer, planned, claimed], sentences, CUES) == [outer, claimed]


def test_who_reports_that_another_speaks_is_kept_around_him() -> None:
    text = "The minister said envoys warned that the dam could break."
    inner = statement(text, "envoys", "warned", "that the dam could break")
    outer = statement(text, "The minister", "said", "envoys warned that the dam could break")
    assert merged(text, [inner], [outer]) == (inner, outer)


def test_nobody_named_expects_what_is_expected(parse: Parse) -> None:
    text = "The convoy is expected to leave on Monday."
    _, sentences = parse(text)
    turned = with_passives(text, sentences, [statement(text, "The convoy", "is expected", "to leave on Monday")])
    assert [(s.speakers, pieces(s)) for s in turned] == [((), ["The convoy", "to leave on Monday"])]


def test_who_is_appalled_feels_it(parse: Parse) -> None:
    text = "The bishops are appalled by the attack on the market."
    _, sentences = parse(text)
    named = RuleReader().speaker_of(text, sentences[0], span(text, "are appalled by"))
    assert [one.text for one in named] == ["The bishops"]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Two blasts, also claimed by the Front, hit the port.", "claimed", "the Front"),
        ("The mayor released a statement saying the road was shut.", "saying", "The mayor"),
        ("Roe found a way to say that the talks had failed.", "to say", "Roe"),
        ("Lee said the road was closed to trucks, adding that it would stay so.", "adding", "Lee"),
        ("Lee said he welcomed the offer and added that talks would follow.", "added", "Lee"),
        ("It said that the dam was safe.", "said", "It"),
        ("Lee, who led the mission and called it a failure, resigned.", "called", "who"),
    ],
)
def test_the_subject_of_a_cue_is_found_through_the_sentence(parse: Parse, text: str, cue: str, speaker: str) -> None:
    _, sentences = parse(text)
    assert [one.text for one in RuleReader().speaker_of(text, sentences[0], span(text, cue))] == [speaker]


def test_words_that_lead_up_to_the_speaker_are_not_said(parse: Parse) -> None:
    text = "In an interview on Monday, Lee said the road is open."
    _, sentences = parse(text)
    led = statement(text, "Lee", "said", "In an interview on Monday", "the road is open")
    assert [pieces(s) for s in with_scope(text, sentences, [led])] == [["the road is open"]]
    text = "Speaking in the capital, Lee said: the road is open."
    _, sentences = parse(text)
    lead = statement(text, "Lee", "said", "Speaking in the capital")
    assert with_scope(text, sentences, [lead]) == []


def test_a_trailing_cue_speaks_for_the_sentence_before_it(parse: Parse) -> None:
    text = "Since the flood, dozens of families have left the valley, the mayor said."
    _, sentences = parse(text)
    part = statement(text, "the mayor", "said", "dozens of families have left the valley")
    whole = "Since the flood, dozens of families have left the valley"
    assert [pieces(s) for s in with_scope(text, sentences, [part])] == [[whole]]


def test_the_reporters_remark_ends_a_statement(parse: Parse) -> None:
    text = "The king hailed his soldiers as heroes, highlighting the alliance with Tarn."
    _, sentences = parse(text)
    hailed = statement(text, "The king", "hailed", "his soldiers as heroes, highlighting the alliance with Tarn")
    assert [pieces(s) for s in with_scope(text, sentences, [hailed])] == [["his soldiers as heroes"]]


def test_a_contrasting_voice_ends_a_statement(parse: Parse) -> None:
    text = "The army said the town had fallen, while residents said it held."
    _, sentences = parse(text)
    army = statement(text, "The army", "said", "the town had fallen, while residents said it held")
    start = text.rindex("said")
    others = (span(text, "residents"),)
    residents = Statement(0, others, Span.of(text, start, start + 4), (span(text, "it held"),), "asserts")
    assert [pieces(s) for s in with_scope(text, sentences, [army, residents])] == [["the town had fallen"], ["it held"]]


def test_a_footnote_ends_a_statement(parse: Parse) -> None:
    text = "The paper described the raid.[1] On Monday the bridge was closed."
    _, sentences = parse(text)
    glued = statement(text, "The paper", "described", "the raid.[1] On Monday the bridge was closed")
    assert next(pieces(s) for s in with_scope(text, sentences, [glued])) == ["the raid"]


def test_what_stands_behind_a_footnote_is_not_said_before_it(parse: Parse) -> None:
    text = "The paper described the raid.[1] On Monday the bridge was closed."
    _, sentences = parse(text)
    behind = statement(text, "The paper", "described", "On Monday the bridge was closed")
    assert with_scope(text, sentences, [behind]) == []


def test_opinions_under_one_cue_stay_together(parse: Parse) -> None:
    text = "The mayor said that the plan was sound and that delay would be costly."
    _, sentences = parse(text)
    whole = statement(text, "The mayor", "said", "that the plan was sound and that delay would be costly")
    assert list(parted(text, sentences, [whole])) == [whole]


def test_a_signature_outranks_words_that_nobody_says() -> None:
    text = "As long as the siege lasts, more aid must come - Roe."
    signed = statement(text, "Roe", "-", "As long as the siege lasts, more aid must come", score=0.5)
    loose = statement(text, "", "", "more aid must come")
    assert signed in merged(text, [loose], [signed])


@pytest.mark.parametrize(
    "text", ["Tarnia: Queue at the embassy in Tarnia on Monday", "Ann Roe: What Ann saw in the valley"]
)
def test_what_stands_on_both_sides_of_a_colon_is_the_topic(parse: Parse, text: str) -> None:
    _, sentences = parse(text)
    name, _, said = text.partition(": ")
    assert sieved([statement(text, name, ":", said)], sentences, CUES) == ()


def test_who_stands_for_no_time(parse: Parse) -> None:
    text = "Lee proposed the initiative to EU leaders at the end of last year, who invited her to build on it."
    _, (sentence, *_) = parse(text)
    pronoun = next(token for token in sentence.tokens if token.text == "who")
    assert " ".join(token.text for token in antecedent(sentence, pronoun)) == "EU leaders"


def test_a_report_is_said_by_whose_it_is(parse: Parse) -> None:
    text = "The mayor dismissed the ministry's claim that the dam was safe."
    _, sentences = parse(text)
    taken = statement(text, "The mayor", "claim", "that the dam was safe")
    (owned,) = with_owners(text, sentences, [taken], CUES)
    assert [one.text for one in owned.speakers] == ["the ministry"]
    text = "The port takes all reports of leaks seriously."
    _, sentences = parse(text)
    (nobody,) = with_owners(text, sentences, [statement(text, "The port", "reports", "leaks seriously")], CUES)
    assert nobody.speakers == ()
    assert nobody.unnamed


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(parse: Parse) -> None:
    text = "A spokesman said: “The envoys met on Monday.\n\n“They agreed to meet again.”"
    _, sentences = parse(text)
    first = statement(text, "A spokesman", "said", "“The envoys met on Monday.")
    second = statement(text, "", "", "“They agreed to meet again.”", sentence=1)
    (one,) = joined(text, sentences, [first, second])
    assert one.content[-1].end == len(text)
    assert one.speakers == first.speakers


def test_words_around_he_said_are_one_statement(parse: Parse) -> None:
    text = "If the dam breaks, he said, the valley must be cleared."
    _, sentences = parse(text)
    before = statement(text, "he", "said", "If the dam breaks")
    after = statement(text, "he", "said", "the valley must be cleared")
    assert [pieces(s) for s in joined(text, sentences, [before, after])] == [
        ["If the dam breaks", "the valley must be cleared"]
    ]


def test_the_first_words_of_a_quotation_stand_under_their_own_cue() -> None:
    text = "“We are safe,” she said, adding: “Nobody is hurt.”"
    whole = statement(text, "she", "adding", "“We are safe,”", "“Nobody is hurt.”")
    ruled = [
        statement(text, "she", "said", "We are safe"),
        statement(text, "she", "adding", "Nobody is hurt"),
    ]
    assert [(s.cue and s.cue.text, pieces(s)) for s in resumed([whole], ruled)] == [
        ("said", ["“We are safe,”"]),
        ("adding", ["“Nobody is hurt.”"]),
    ]


def test_who_acts_later_did_not_say_the_words_before(parse: Parse) -> None:
    text = "“An old manual was found in the mosque.” The manual described the making of bombs."
    _, sentences = parse(text)
    found = statement(text, "The manual", "", "“An old manual was found in the mosque.”", score=0.95)
    assert within_reach(sentences, [found]) == []


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The umbrella group known as the Hawran Council met.", "group", "Council"),
        ("An armed group called Dawn Brigade met.", "group", "Brigade"),
        ("The council called the mayor.", "council", None),
    ],
)
def test_a_description_is_named_by_what_it_is_called(parse: Parse, text: str, head: str, name: str | None) -> None:
    _, (sentence, *_) = parse(text)
    token = next(one for one in sentence.tokens if one.text == head)
    found = named_as(sentence, token)
    assert (found.text if found else None) == name


def test_what_is_asked_for_is_not_said_under_a_verb_of_its_own() -> None:
    text = "Roe calls on Freedonia to back the plan."
    asked = statement(text, "Roe", "calls on", "Freedonia to back the plan", score=0.9)
    ruled = [statement(text, "Roe", "calls on", "Freedonia"), statement(text, "Roe", "to back", "the plan")]
    found = merged(text, [asked], ruled)
    assert [(one.cue and one.cue.text, pieces(one)) for one in found] == [("calls on", ["Freedonia to back the plan"])]
