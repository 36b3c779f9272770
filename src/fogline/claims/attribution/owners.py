"""Whose a report or a claim is: in "Lee welcomed the ministry's report that P" the ministry reports, not Lee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import antecedent, noun_phrase, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["with_owners"]

ARTICLES = ("the", "a", "an")  # all that a text cut short leaves of a name
OWNING = ("by", "from")
HAVING = frozenset(
    "make voice express raise issue give deliver offer have hold share renew repeat release publish".split()
)


def with_owners(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], cues: Cues
) -> list[Statement]:
    """The statements; what stands under a noun that another verb takes is said by who owns the noun, or by nobody."""
    return [_owned(text, sentences, statement, cues) for statement in statements]


def _owned(text: str, sentences: Sequence[Sentence], statement: Statement, cues: Cues) -> Statement:
    named = tuple(_named(text, sentences, one) for one in statement.speakers if one.text.lower() not in ARTICLES)
    if named != statement.speakers or not named:
        statement = replace(statement, speakers=named, unnamed=statement.unnamed or not named)
    cue = statement.cue
    home = sentence_at(sentences, cue.start) if cue and statement.speakers else None
    if cue is None or home is None or not home.parsed:
        return statement
    words = home.tokens_in(cue.start, cue.end)
    noun = next((word for word in words if word.pos == "NOUN" and _reports(word, cues)), None)
    if noun is None or any(word.pos in ("VERB", "AUX") for word in words):
        return statement
    if _is_denied(home, noun, statement, cues):
        return replace(statement, cue=span_of(text, home.tokens[home.head(noun).i : noun.i + 1]), stance="denies")
    if not _is_taken(home, noun, statement, cues):
        return statement
    owners = tuple(span_of(text, noun_phrase(home, owner)) for owner in _owners(home, noun))
    kept = tuple(owner for owner in owners if not any(owner.overlap(piece) for piece in statement.content))
    return replace(statement, speakers=kept, unnamed=not kept)


def _named(text: str, sentences: Sequence[Sentence], speaker: Span) -> Span:
    """The noun of a relative clause that was taken for the speaker: China for "which brokered the deal"."""
    home = sentence_at(sentences, speaker.start)
    if home is None or not home.parsed or " " not in speaker.text:
        return speaker
    words = antecedent(home, home.tokens_in(speaker.start, speaker.end)[0])
    return span_of(text, words) if words else speaker


def _reports(word: Token, cues: Cues) -> bool:
    return word.lemma.lower() in cues.nouns or word.lemma.lower() == "summary"


def _is_denied(home: Sentence, noun: Token, statement: Statement, cues: Cues) -> bool:
    """Whether the speaker answers a claim that others make: "the mission rejected claims that its officers fled"."""
    verb = home.head(noun)
    if noun.dep != "dobj" or cues.stance("o", verb.lemma) != "denies" or home.children(verb, "neg"):
        return False
    if _owners(home, noun):
        return False  # then the owner claims it, and the denial stands beside it
    subjects = home.children(verb, "nsubj")
    return any(one.start <= word.start < one.end for one in statement.speakers for word in subjects)


def _is_taken(home: Sentence, noun: Token, statement: Statement, cues: Cues) -> bool:
    """Whether the speaker is only the subject of the verb that takes the noun: "takes all reports seriously"."""
    verb = home.head(noun)
    if noun.dep != "dobj" or verb.lemma in HAVING or verb.lemma in cues.light_verbs:
        return False
    subjects = home.children(verb, "nsubj")
    return any(one.start <= word.start < one.end for one in statement.speakers for word in subjects)


def _owners(home: Sentence, noun: Token) -> list[Token]:
    """Who has the noun: "the ministry's report", "a report by the ministry"."""
    owners = home.children(noun, "poss")
    for prep in home.children(noun, "prep"):
        if prep.lower in OWNING:
            owners += home.children(prep, "pobj")
    return owners
