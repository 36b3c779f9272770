"""Passives that report: of "the bank is expected to act" the bank is what is spoken of, nobody named speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.phrases import is_passive, noun_phrase, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["with_passives"]

REPORTED = frozenset(
    """expect believe say report think consider see view regard describe call know estimate rumour rumor allege claim
    suspect accuse blame criticise criticize charge condemn denounce praise portray depict label dub brand deem fear
    urge ask order tell inform warn assure promise advise require recommend understand understood reveal disclose
    announce quote predict declare""".split()
)
CHARGING = ("accuse", "suspect", "blame", "convict", "charge")
GIVEN = frozenset("pledge promise request demand propose offer announce claim report order recommend".split())
HEARERS = frozenset(
    "tell inform warn assure promise quote".split()
)  # the subject hears, or speaks, what the clause says


def with_passives(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, the subject of a reporting passive moved from their speakers to their words."""
    return [_turned(text, sentences, statement) for statement in statements]


def _turned(text: str, sentences: Sequence[Sentence], statement: Statement) -> Statement:
    home = sentence_at(sentences, statement.cue.start) if statement.cue else None
    if home and home.parsed and statement.cue and statement.speakers and _is_of_participle(home, statement):
        return replace(statement, speakers=(), unnamed=True)
    if home and home.parsed and statement.cue and _is_known(home, statement):
        return replace(statement, speakers=(), unnamed=True)
    if home and home.parsed and statement.cue and (bare := _bare(text, home, statement)):
        return bare
    verb = _passive(home, statement.cue) if home and home.parsed and statement.cue else None
    subjects = home.children(verb, "nsubjpass") if home and verb else []
    if home is None or verb is None or not subjects or home.children(verb, "agent"):
        return statement
    named = span_of(text, noun_phrase(home, subjects[0]))
    whole = span_of(text, home.subtree(subjects[0]))
    speakers = tuple(one for one in statement.speakers if not one.overlap(named) and not whole.covers(one))
    told = replace(statement, speakers=speakers, unnamed=not speakers)
    if verb.lemma in HEARERS or any(piece.overlap(named) for piece in statement.content):
        return told if verb.lemma != "quote" else statement
    if subjects[0].lower == "it":
        return told
    behind = statement.content[0].start >= verb.end
    return replace(told, content=(named, *statement.content)) if behind else told


def _is_known(home: Sentence, statement: Statement) -> bool:
    """Whether "it" is known or believed, by nobody named, however the parse has it: "It is known about 20 dead"."""
    words = home.tokens_in(statement.cue.start, statement.cue.end) if statement.cue else []
    silent = bool(statement.speakers) and all(one.text.lower() == "it" for one in statement.speakers)
    return silent and len(words) > 1 and words[0].lemma == "be" and words[1].lemma in REPORTED and words[1].tag == "VBN"


def _bare(text: str, home: Sentence, statement: Statement) -> Statement | None:
    """A headline that leaves out "is": of "Roe suspected of treason" Roe is whom somebody suspects."""
    cue, first = statement.cue, statement.content[0]
    verb = home.token_at(cue.start) if cue and cue.end <= first.start and " " not in cue.text else None
    if verb is None or verb.lemma not in CHARGING or verb.tag not in ("VBD", "VBN") or len(statement.speakers) != 1:
        return None
    if home.children(verb, "dobj", "aux", "auxpass", "agent") or first.text.split()[0].lower() not in ("of", "for"):
        return None
    return replace(statement, speakers=(), unnamed=True, content=(statement.speakers[0], *statement.content))


def _is_of_participle(home: Sentence, statement: Statement) -> bool:
    """Whether the speaker is what a bare participle describes: "funds pledged for the camps"."""
    cue = statement.cue
    words = home.tokens_in(cue.start, cue.end) if cue else []
    verb = next((word for word in words if word.pos == "VERB"), None)
    if verb is None or verb.tag != "VBN" or verb.dep != "acl" or home.children(verb, "agent", "aux", "auxpass"):
        return False
    noun = home.head(verb)
    return verb.lemma in GIVEN and any(one.start <= noun.start < one.end for one in statement.speakers)


def _passive(home: Sentence, cue: Span) -> Token | None:
    """The reporting verb of a cue that stands in the passive."""
    verbs = [token for token in home.tokens_in(cue.start, cue.end) if token.pos == "VERB" and token.lemma in REPORTED]
    return next((verb for verb in verbs if is_passive(home, verb)), None)
