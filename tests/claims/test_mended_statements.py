"""Statements read nearly right: the stance of their own "not", who suffers the verb, the noun they are of, labels."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse, Said
from tests.claims.saying import CUES, statement

from fogline.claims.attribution.labels import with_bare_headlines
from fogline.claims.attribution.owners import with_owners
from fogline.claims.attribution.passives import with_passives
from fogline.claims.attribution.related import with_related
from fogline.claims.attribution.tone import with_tone
from fogline.records.claims import Stance


@pytest.mark.parametrize(
    ("words", "named", "left"),
    [
        (
            ("War up north: Rebels took Aldern, - Mayor Roe", "Mayor Roe", "-", "War up north: Rebels took Aldern"),
            "Mayor Roe",
            "Rebels took Aldern",
        ),
        (
            ("Mali: Relief Watch says army shot 9", "Mali: Relief Watch", "says", "army shot 9"),
            "Relief Watch",
            "army shot 9",
        ),
        (
            ("02.06.22 11:25 - Truce talks: Roe: We do not know the plan", "We", "do not know", "the plan"),
            "Roe",
            "We do not know the plan",
        ),
        (
            ("Roe on the raid on Aldern: “I saw how many fell”", "I", "saw", "how many fell”"),
            "Roe",
            "“I saw how many fell”",
        ),
    ],
)
def test_a_headline_is_told_without_its_label(
    parse: Parse, words: tuple[str, str, str, str], named: str, left: str
) -> None:
    text = words[0]
    _, sentences = parse(text)
    (bare,) = with_bare_headlines(text, sentences, [statement(*words)], CUES)
    assert [one.text for one in bare.speakers] == [named]
    assert [one.text for one in bare.content] == [left]


@pytest.mark.parametrize(
    ("text", "cue", "said", "read", "meant"),
    [
        ("Roe said the army was not responsible.", "said", "the army was not responsible", "denies", "asserts"),
        ("Roe denied the army was responsible.", "denied", "the army was responsible", "denies", "denies"),
        ("Roe said his office would investigate.", "said", "his office would investigate", "declines", "asserts"),
        ("Roe did not say how many people died.", "did not say", "how many people died", "declines", "declines"),
        ("Roe said he would not comment on it.", "said", "he would not comment on it", "declines", "declines"),
    ],
)
def test_words_said_carry_their_own_not(
    parse: Parse, text: str, cue: str, said: str, read: Stance, meant: Stance
) -> None:
    _, sentences = parse(text)
    (toned,) = with_tone(sentences, [statement(text, "Roe", cue, said, read)])
    assert toned.stance == meant


def test_who_rejects_claims_denies_them(parse: Parse) -> None:
    text = "The mission rejected claims that its guards had fled."
    _, sentences = parse(text)
    (owned,) = with_owners(
        text, sentences, [statement(text, "The mission", "claims", "that its guards had fled")], CUES
    )
    assert (owned.stance, owned.cue and owned.cue.text) == ("denies", "rejected claims")


def test_who_stands_in_the_subject_of_a_passive_does_not_speak(parse: Parse) -> None:
    text = "A guard in Aldern was declared a suspect."
    _, sentences = parse(text)
    (turned,) = with_passives(text, sentences, [statement(text, "Aldern", "was declared", "a suspect")])
    assert turned.speakers == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rebels were pushed back in three directions.", []),
        ("The minister pushed back on claims that the dam had burst.", ["denies"]),
        ("Freedonia signed a law on fines and denying the raids.", []),
        ("The army retreated, denying the raids.", ["denies"]),
    ],
)
def test_a_retreat_and_a_law_deny_nothing(said: Said, text: str, found: list[str]) -> None:
    assert [stance for _, _, stance, _ in said(text) if stance == "denies"] == found


def test_what_a_site_prints_behind_a_headline_says_nothing(parse: Parse) -> None:
    text = "Guards will not fight on: orders refused (15.08.22 16:45) « War in Tarn | Newsite.Example"
    _, sentences = parse(text)
    one = statement(text, "Newsite.Example", ":", "Guards will not fight on")
    assert with_bare_headlines(text, sentences, [one], CUES) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Armed Forces: Guards repelled attacks near Tarn.", ["Armed Forces"]),
        ("Armed Forces: Operational information as of noon.", []),
        ('Tarn holds out - Army Group "South".', ['Army Group "South"']),
    ],
)
def test_an_office_before_the_colon_needs_a_verb_behind_it(said: Said, text: str, who: list[str]) -> None:
    assert [name for name, *_ in said(text)] == who


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The ministry puts the number of the dead at 181.", ("The ministry", "puts", "the number of the dead at 181")),
        ("Guards were paid, as per the social fund.", ("the social fund", "as per", "Guards were paid")),
        ("The rebels disclaimed responsibility for it.", ("The rebels", "disclaimed", "responsibility for it")),
    ],
)
def test_measures_funds_and_disclaimers_are_told(said: Said, text: str, row: tuple[str, str, str]) -> None:
    assert [(who, cue, words) for who, cue, _, words in said(text)] == [row]


def test_putting_a_gun_down_tells_no_number(said: Said) -> None:
    assert said("The guard put the rifle at the gate.") == []


def test_who_is_suspected_in_a_headline_does_not_speak(parse: Parse) -> None:
    text = "Roe suspected of treason and theft."
    _, sentences = parse(text)
    (turned,) = with_passives(text, sentences, [statement(text, "Roe", "suspected", "of treason and theft")])
    assert (turned.speakers, [piece.text for piece in turned.content]) == ((), ["Roe", "of treason and theft"])


@pytest.mark.parametrize(
    ("text", "who", "cue", "said", "left"),
    [
        (
            "The army released a video which, officials said, shows the raid on Aldern.",
            "officials",
            "said",
            "The army released a video which",
            ["a video", "shows the raid on Aldern"],
        ),
        (
            "The village, which residents say was burned by rebels, lies north of Tarn.",
            "residents",
            "say",
            "was burned by rebels, lies north of Tarn",
            ["The village", "was burned by rebels"],
        ),
        ("Residents say the mill was burned.", "Residents", "say", "the mill was burned", ["the mill was burned"]),
    ],
)
def test_what_is_said_of_a_noun_in_its_relative_clause_has_the_noun(
    parse: Parse, text: str, who: str, cue: str, said: str, left: list[str]
) -> None:
    _, sentences = parse(text)
    (related,) = with_related(text, sentences, [statement(text, who, cue, said)])
    assert [piece.text for piece in related.content] == left
