"""Words that only look like somebody speaking are no statement, and what is plainly said stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.conftest import Parse
from tests.claims.saying import CUES, span, statement

from fogline.claims.attribution.misread import is_misread
from fogline.claims.attribution.sieve import sieved
from fogline.claims.statement import Statement
from fogline.records.spans import Span


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("Lift the siege at once, Freedonia told at late summit.", "Freedonia", "told", "Lift the siege at once"),
        ("Rebels shell Aldern again, casualties reported.", "casualties", "reported", "Rebels shell Aldern again"),
        ("The union has to offer the rebels a way out.", "The union", "has to offer", "the rebels a way out"),
        ("Freedonia must admit the losses.", "Freedonia", "must admit", "the losses"),
        ("The premier commented on the talks.", "The premier", "commented on", "the talks"),
        ("Norway sends previously promised equipment to Aldern.", "Norway", "promised", "equipment to Aldern"),
        ("Both spoke without announcing a truce on Monday.", "Both", "announcing", "a truce on Monday"),
        ("The brigade pushed on, threatening the road.", "The brigade", "threatening", "the road"),
        ("The group banned trucks and blamed the army.", "The group", "blamed", "banned trucks"),
        ("The mayor outlines the amount of aid to Tarn.", "The mayor", "outlines", "the amount of aid to Tarn"),
        ("Guards responded to a 'provocation' in Tarn.", "Guards", "responded to", "a 'provocation' in Tarn"),
        ("The mayor explained the situation in Tarn.", "The mayor", "explained", "the situation in Tarn"),
        ("Roe had a warning for the rebels.", "Roe", "had a warning for", "the rebels"),
        ("Roe's claim drew a reply from the rebels.", "Roe", "drew a reply from", "the rebels"),
        ("Casualties reported as rebels fire on Tarn.", "Casualties", "reported as", "rebels fire on Tarn"),
        ("The site was confirmed by the position of a mast.", "the position of a mast", "was confirmed", "The site"),
        ("Tarn rejected the charges and called them 'absurd'.", "Tarn", "called", "them 'absurd'"),
        ("The rebels have posed a threat to the dam.", "The rebels", "have posed", "a threat to the dam"),
        ("Freedonia sees no signs of Sylvania planning a raid.", "Sylvania", "planning", "a raid"),
        ("Roe threats: How many shells has he?", "Roe", "threats", "How many shells has he"),
        ("Roe signed a decree to honour the guards.", "Roe", "signed", "a decree to honour the guards"),
        ("Tarn: As guns fall still, experts warn of more.", "experts", ":", "As guns fall still"),
        ("Armed Forces: Operational information as of noon", "Armed Forces", ":", "Operational information as of noon"),
        ("The valley said goodbye to ten guards.", "The valley", "said", "goodbye to ten guards"),
        ("Freedonia to announce aid for Tarn.", "Freedonia", "to announce", "aid for Tarn"),
        ("Pupils are forbidden to talk of the raid.", "Pupils", "are forbidden to talk", "of the raid"),
        ("During the special meeting, a reporter reports.", "a reporter", "reports", "During the special meeting"),
        ("The plant was shelled, raising fears of a leak.", "The plant", "fears", "a leak"),
        ("Rebels may shell Tarn to accuse the army.", "Rebels", "accuse", "Rebels may shell Tarn"),
        ("The guards suppressed the revolt in Tarn.", "The guards", "suppressed", "the revolt in Tarn"),
        ("Peace was lost, considering that it rained.", "Peace", "considering", "that it rained"),
        ("Tarn holds out – Roe, speaking to students.", "Roe", "–", "speaking to students"),
        ("Tarn clash warning and match report.", "Tarn clash", "warning", "match report"),
        ("The lie is especially threatening, a pretext for war.", "The lie", "is especially threatening", "a pretext"),
        ("Freedonia has welcomed more than 400 refugees.", "Freedonia", "has welcomed", "more than 400 refugees"),
        ("The dealer attempted to conclude a deal.", "The dealer", "attempted to conclude", "a deal"),
        ("Roe-Lee phone call: Truce must hold.", "Roe-Lee phone", "call:", "Truce must hold"),
        ("Rebels may land at Tarn – Army checking claims.", "Army", "–", "Rebels may land at Tarn"),
        ("Release of captives: Kin call on the world.", "Kin", ":", "Release of captives"),
        ("Lawmakers see fallout of the attack in Tarn.", "Lawmakers", "see", "fallout of the attack in Tarn"),
        ("The ministry estimates losses from the raid.", "The ministry", "estimates", "losses from the raid"),
        ("Residents told they must leave Tarn.", "Residents", "told", "they must leave Tarn"),
        ("Roe, Lee talk: Border raids, aid for Tarn", "Roe, Lee", ":", "Border raids, aid for Tarn"),
        ("“Thanks, everybody,” the general said.", "the general", "said", "“Thanks, everybody,”"),
        ("They shell Tarn, knowing that no fire returns.", "They", "knowing", "that no fire returns"),
        ("Roe's threats: There are no signs of a raid.", "Roe", "threats", "There are no signs of a raid"),
        ("There are no signs that Roe intends to shell Tarn.", "Roe", "intends", "to shell Tarn"),
        ("The soldier pleads guilty in Tarn.", "The soldier", "pleads", "guilty in Tarn"),
        ("Roe commented on the process of evacuating Tarn.", "Roe", "commented on", "the process of evacuating Tarn"),
        ("Street in Tarn found strewn with shells.", "Street in Tarn", "found", "strewn with shells"),
        ("Roe offers his assessment of the standoff.", "Roe", "offers his assessment", "of the standoff"),
        ("The war claimed 40 lives.", "The war", "claimed", "40 lives"),
        ("Tarn: Freed from the rebels of the valley", "Tarn", ":", "Freed from the rebels of the valley"),
        ("The occupation threatens the whole valley.", "The occupation", "threatens", "the whole valley"),
        ("A fighter recorded a video message.", "A fighter", "recorded", "a video message"),
        ("The governor announced the losses among his people.", "The governor", "announced", "the losses among"),
        ("Tarn has not paid the promised rent.", "Tarn", "has not paid the promised", "rent"),
        ("Ministers discuss strengthening patrols.", "Ministers", "discuss", "strengthening patrols"),
        ("The Duma supported the annexation of Tarn.", "The Duma", "supported", "the annexation of Tarn"),
        ("The army puts guns in schools of Tarn.", "The army", "puts", "guns in schools of Tarn"),
        ("Envoy talks about shelling of Tarn.", "Envoy", "talks about", "shelling of Tarn"),
        ("“It is over,” Roe said of the siege.", "Roe", "said of", "the siege"),
        ("Roe told the families.", "Roe", "told", "the families"),
        ("Roe spoke of a truce; he did not answer questions.", "he", "did not answer", "Roe spoke of a truce"),
    ],
)
def test_nobody_says_what_is_only_told_beside_him(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    assert is_misread(statement(text, who, cue, said), sentences, CUES)


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("Freedonia has welcomed the truce in Tarn.", "Freedonia", "has welcomed", "the truce in Tarn"),
        ("The siege is over, Freedonia said.", "Freedonia", "said", "The siege is over"),
        ("The group threatened to shell the road.", "The group", "threatened", "to shell the road"),
        ("Rebels shell Aldern, residents reported.", "residents", "reported", "Rebels shell Aldern"),
        ("The minister said the landing was planned.", "The minister", "said", "the landing was planned"),
        ("Aldern is calm – Mayor Roe", "Mayor Roe", "–", "Aldern is calm"),
        ("The army told residents to leave.", "The army", "told", "residents to leave"),
    ],
)
def test_what_is_plainly_said_stays(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    one = statement(text, who, cue, said)
    assert sieved([one], sentences, CUES) == (one,)


def test_what_happened_shows_nothing_that_somebody_says(parse: Parse) -> None:
    text = "Crimes in Tarn show Roe lied."
    _, sentences = parse(text)
    assert sieved([statement(text, "Crimes in Tarn", "show", "Roe lied")], sentences, CUES) == ()


def test_a_state_before_a_colon_tells_where_it_happened(parse: Parse) -> None:
    text = "Mali: Gunmen attack convoy near Tessit\n\nThe convoy was on its way north when the shots fell."
    _, sentences = parse(text)
    assert sieved([statement(text, "Mali", ":", "Gunmen attack convoy near Tessit")], sentences, CUES) == ()


def test_blocking_aid_is_a_deed_that_can_be_denied(parse: Parse) -> None:
    text = "The battalions denied obstructing aid."
    _, sentences = parse(text)
    one = statement(text, "The battalions", "denied", "obstructing aid", "denies")
    assert sieved([one], sentences, CUES) == (one,)


def test_a_landing_that_was_planned_is_no_statement(parse: Parse) -> None:
    text = "In the first week a landing was planned."
    _, sentences = parse(text)
    planned = Statement(0, (), span(text, "was planned"), (span(text, "a landing"),), "asserts", True, score=0.9)
    assert is_misread(planned, sentences, CUES)


def test_finding_nothing_is_a_finding_and_a_find_is_none(parse: Parse) -> None:
    text = "The panel found no evidence of a raid. The panel found three shells."
    _, sentences = parse(text)
    nothing = statement(text, "The panel", "found", "no evidence of a raid")
    who, cue = Span.of(text, 39, 48), Span.of(text, 49, 54)
    shells = Statement(1, (who,), cue, (span(text, "three shells"),), "asserts", score=0.9)
    assert sieved([nothing, shells], sentences, CUES) == (nothing,)


def test_a_measure_needs_little_certainty(parse: Parse) -> None:
    text = "Local officials put the number of dead at 23."
    _, sentences = parse(text)
    one = replace(statement(text, "Local officials", "put", "the number of dead at 23"), score=0.4)
    assert sieved([one], sentences, CUES) == (one,)


def test_reports_of_any_kind_are_nobodys(parse: Parse) -> None:
    text = "The army takes all reports of abuse seriously."
    _, sentences = parse(text)
    one = Statement(0, (), span(text, "reports"), (span(text, "abuse"),), "asserts", True, score=0.9)
    assert sieved([one], sentences, CUES) == ()


@pytest.mark.parametrize(
    ("text", "who", "cue", "said"),
    [
        ("The army fired on its town in order to accuse the rebels.", "The army", "to accuse", "the rebels"),
        ("Rebels may shell the town to accuse the army of it.", "Rebels", "to accuse", "the army of it"),
    ],
)
def test_a_charge_that_is_only_meant_is_not_made(parse: Parse, text: str, who: str, cue: str, said: str) -> None:
    _, sentences = parse(text)
    assert sieved([statement(text, who, cue, said)], sentences, CUES) == ()


def test_a_title_told_again_behind_its_colon_is_no_speaker(parse: Parse) -> None:
    text = "Letters of captives: first letters of captives arrive in Tarn\n\nThe post came by ship on Monday at noon."
    _, sentences = parse(text)
    one = statement(text, "Letters of captives", ":", "first letters of captives arrive in Tarn")
    assert sieved([one], sentences, CUES) == ()


def test_images_that_show_something_are_a_source(parse: Parse) -> None:
    text = "The group reviewed satellite images, which show that seven villages were burned."
    document, sentences = parse(text)
    shown = statement(document.text, "which", "show", "that seven villages were burned")
    assert sieved([shown], sentences, CUES) == (shown,)


def test_a_visit_that_shows_something_is_comment(parse: Parse) -> None:
    text = "The minister ended his visit, which shows that the two states are friends."
    document, sentences = parse(text)
    shown = statement(document.text, "which", "shows", "that the two states are friends")
    assert sieved([shown], sentences, CUES) == ()
