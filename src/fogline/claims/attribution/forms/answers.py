"""Answers in a pronoun: in "The army says it holds the town. The rebels deny this" they deny that it holds the town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.moods import FALSE, JUDGING
from fogline.claims.attribution.forms.scene import Scene, cut, laid
from fogline.claims.attribution.phrases import is_passive, span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["with_answers"]

POINTING = frozenset("it this that".split())
BARE = frozenset("unconfirmed unverified uncorroborated".split())
SHORT = 8  # words of such a line
PERSONS = frozenset("he she they".split())


def with_answers(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; who denies or cannot confirm "this" denies what was said last, here or in the sentence before."""
    statements = _unmade(scene, statements)
    for verb in scene.sentence.tokens:
        stance = _stance(scene, verb) if verb.pos == "VERB" else None
        if stance:
            statements = _answered(scene, verb, stance, statements)
        elif verb.dep == "relcl" and _is_taken_up(scene, verb):
            statements = _answered(scene, verb, "denies", _underided(verb, statements))
    return statements


def _is_taken_up(scene: Scene, verb: Token) -> bool:
    """Whether a clause rejects what a noun takes up: 'It was a version the governor dismissed as "a fairy tale"'."""
    home, noun = scene.sentence, scene.sentence.head(verb)
    link = home.head(noun)
    if noun.lemma.lower() not in scene.cues.claimed or noun.dep != "attr" or link.lemma != "be":
        return False
    pointed = any(one.lower in POINTING for one in home.children(link, "nsubj", "expl"))
    return pointed and scene.cues.stance("o", verb.lemma) == "denies" and not home.children(verb, "neg")


def _underided(verb: Token, statements: list[Statement]) -> list[Statement]:
    """The statements less the one that takes what a claim is called for what is denied."""
    return [one for one in statements if not (one.cue and one.cue.start <= verb.start < one.cue.end)]


def _unmade(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a line "Unconfirmed by officials." is on what was said before it."""
    words = [token for token in scene.sentence.tokens if token.pos != "PUNCT"]
    agents = [noun for by in words[1:2] if by.lower == "by" for noun in scene.sentence.children(by, "pobj")]
    if not agents or words[0].lower not in BARE or len(words) > SHORT:
        return statements
    cue, speakers = span_of(scene.text, words[:1]), scene.names(agents[0])
    said = _last(scene, cue, speakers, statements)
    if said is None:
        return statements
    answer = scene.statement(speakers, cue, said.content, "unconfirmed")
    return laid(statements, replace(answer, sentence=said.sentence, kinds=said.kinds, statuses=said.statuses))


def _stance(scene: Scene, verb: Token) -> Stance | None:
    """How a verb answers what a pronoun stands for."""
    home = scene.sentence
    if not any(child.lower in POINTING for child in home.children(verb)):
        return None
    negated = bool(home.children(verb, "neg"))
    passive = is_passive(home, verb)
    objects = home.children(verb, "nsubjpass") if passive else home.children(verb, "dobj", "nsubj")
    pointed = [one for one in objects if one.lower in POINTING and (passive or one.i == verb.i + 1)]
    clause = any(one.i > verb.i for one in home.children(verb, "ccomp"))
    if not pointed or (clause and verb.lemma not in JUDGING):
        return None
    if verb.lemma in scene.cues.verifying:
        return "unconfirmed" if negated else None
    if negated:
        return None
    behind = {token.lower for token in home.tokens[verb.i + 2 : verb.i + 5]}
    disbelieved = verb.lemma in JUDGING and bool(behind & FALSE)
    return "denies" if disbelieved or scene.cues.stance("o", verb.lemma) == "denies" else None


def _answered(scene: Scene, verb: Token, stance: Stance, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    named = who or agents or _drawn(scene, verb)
    if named and stance == "denies" and _is_joined(home, verb, named[0]):
        last = max((s.end for s in statements if s.cue and s.cue.end <= named[0].start), default=verb.end)
        statements = cut(scene.text, statements, home.subtree(named[0])[0].start, max(last, verb.end))
    if named and not (scene.speaks(named[0]) or named[0].lower in PERSONS):
        return statements
    if not named and stance != "unconfirmed":
        return statements
    speakers = scene.names(named[0]) if named else ()
    helpers = [aux for aux in home.children(verb, "aux", "neg", "auxpass") if aux.i < verb.i]
    cue = span_of(scene.text, sorted([*helpers, verb], key=lambda token: token.i))
    said = _last(scene, cue, speakers, statements)
    if said is None:
        return statements
    answer = scene.statement(speakers, cue, said.content, stance)
    return laid(statements, replace(answer, sentence=said.sentence, kinds=said.kinds, statuses=said.statuses))


def _drawn(scene: Scene, verb: Token) -> list[Token]:
    """Who answers, where the parse joins him to a noun of what was said: "claimed to hold Tarn and Roe | denied it"."""
    noun = scene.sentence.tokens[verb.i - 1] if verb.i else verb
    joined = noun.dep == "conj" and noun.pos in ("NOUN", "PROPN")
    return [noun] if joined and _is_joined(scene.sentence, verb, noun) else []


def _is_joined(home: Sentence, verb: Token, who: Token) -> bool:
    """Whether somebody answers behind "and" or "but" what was said in the same sentence."""
    first = home.subtree(who)[0]
    behind = first.i > 0 and home.tokens[first.i - 1].pos == "CCONJ"
    return behind and verb.dep in ("conj", "ccomp") and who.pos != "PRON"


def _last(scene: Scene, cue: Span, speakers: Sequence[Span], statements: Sequence[Statement]) -> Statement | None:
    """What somebody else said last before a cue, in its sentence or the one before."""
    home = scene.sentence
    names = {speaker.text for speaker in speakers}
    before = [
        s
        for s in statements
        if s.cue and s.end <= cue.start and s.cue.end <= cue.start and s.speakers and s.under is None
        if home.index - 1 <= s.sentence <= home.index and not names & {one.text for one in s.speakers}
    ]
    last = max((s.cue.end for s in before if s.cue), default=0)
    latest = [s for s in before if s.cue and max(s.end, s.cue.end) >= last]
    return max(latest, key=lambda s: s.end - s.start) if latest else None
