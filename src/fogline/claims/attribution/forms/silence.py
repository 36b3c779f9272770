"""Silence in other words: "declined on Tuesday to say whether P", "has released no figure for its losses"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import pieces, span_of, subject
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_silence"]

DECLINING = frozenset("decline refuse".split())
MUTE = frozenset("react respond reply comment answer".split())
GIVING = frozenset("release give publish issue offer provide disclose report announce".split())
TELLING = ("report", "announce", "offer")  # "reported no losses" tells that there were none
KEPT = frozenset(
    "figure toll detail number estimate casualty information comment explanation reason count breakdown name".split()
)
ASKED = frozenset("question request query inquiry enquiry call message email".split())
ABOUT = frozenset("on about of for to over regarding".split())
SPEAKING = frozenset("he she they it who which".split())
REACH = 6  # words from "declined" to "to", with the day between them


def with_silence(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and what somebody keeps silent on."""
    for verb in scene.sentence.tokens:
        found = _silence(scene, verb) if verb.pos in ("VERB", "AUX") else None
        if found is None or found.cue is None:
            continue
        known = of_cue(statements, found.cue)
        if known is None or known.stance != "declines":
            statements = laid(statements, found)
    return statements


def _silence(scene: Scene, verb: Token) -> Statement | None:
    found = _put_off(scene, verb) or _undrawn(scene, verb) or _unanswered(scene, verb) or _ungiven(scene, verb)
    if found is None:
        return None
    head, words, content = found
    who, passive = subject(scene.sentence, head)
    if who is None or (passive and head.lemma != "draw") or not (scene.speaks(who) or who.lower in SPEAKING):
        return None
    told = pieces(scene.text, scene.sentence, _less_lead(content))
    return scene.statement(scene.names(who), span_of(scene.text, words), told, "declines") if told else None


Found = tuple[Token, Sequence[Token], Sequence[Token]]


def _put_off(scene: Scene, verb: Token) -> Found | None:
    """ "declined on Tuesday to say whether P", where the day parts the two verbs."""
    tokens = scene.sentence.tokens
    if verb.lemma not in DECLINING or scene.sentence.children(verb, "neg"):
        return None
    behind = tokens[verb.i + 1 : verb.i + 1 + REACH]
    at = next((token.i for token in behind if token.lower == "to" and token.tag == "TO"), None)
    if at is None or at == verb.i + 1 or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[verb.i + 1 : at]):
        return None
    said = tokens[at + 1] if at + 1 < len(tokens) else None
    if said is None or said.lemma not in scene.cues.declined | {"discuss"}:
        return None
    return verb, tokens[verb.i : said.i + 1], [t for t in scene.sentence.subtree(said) if t.i > said.i]


def _undrawn(scene: Scene, verb: Token) -> Found | None:
    """ "would not be drawn on who owned the bus"."""
    home = scene.sentence
    if verb.lower != "drawn" or not home.children(verb, "neg"):
        return None
    first = min(home.children(verb, "aux", "neg", "auxpass"), key=lambda token: token.i)
    return verb, home.tokens[first.i : verb.i + 1], [t for t in home.subtree(verb) if t.i > verb.i]


def _unanswered(scene: Scene, verb: Token) -> Found | None:
    """ "had not reacted to the fighting", "did not answer questions about P", "has yet to comment on P"."""
    home = scene.sentence
    if verb.lemma not in MUTE:
        return None
    helpers = [one for one in home.children(verb, "aux", "neg") if one.i < verb.i]
    negated = any(one.dep == "neg" for one in helpers)
    above = home.head(verb)
    yet = verb.i > 1 and [t.lower for t in home.tokens[verb.i - 2 : verb.i]] == ["yet", "to"]
    if not negated and not yet:
        return None
    head = above if yet and above.lemma in ("have", "be") else verb
    first = head if yet else helpers[0]
    asked = [one for one in home.children(verb, "dobj") if one.lemma.lower() in ASKED]
    below = [prep for one in (*asked, verb) for prep in home.children(one, "prep") if prep.lower in ABOUT]
    below = [prep for prep in below if prep.i > verb.i]
    questions = [one for prep in below for one in home.children(prep, "pobj") if one.lemma.lower() in ASKED]
    below = [prep for one in questions for prep in home.children(one, "prep") if prep.lower in ABOUT] or below
    if not below:
        return None
    return head, home.tokens[first.i : below[0].i + 1], [t for t in home.subtree(below[0]) if t is not below[0]]


def _ungiven(scene: Scene, verb: Token) -> Found | None:
    """ "has released no figure for its losses", "he would not give a figure for P"."""
    home = scene.sentence
    things = [one for one in home.children(verb, "dobj") if one.lemma.lower() in KEPT and one.i > verb.i]
    if verb.lemma not in GIVING or not things:
        return None
    helpers = [one for one in home.children(verb, "aux", "neg") if one.i < verb.i]
    none = any(one.lower == "no" for one in home.children(things[0], "det"))
    refused = any(one.dep == "neg" for one in helpers)
    if none == refused or (none and verb.lemma in TELLING):
        return None
    below = [prep for one in (things[0], verb) for prep in home.children(one, "prep", "dative")]
    below = [prep for prep in below if prep.i > things[0].i and prep.lower in ABOUT]
    content = [t for prep in below[:1] for t in home.subtree(prep) if t is not prep] or home.subtree(things[0])
    end = below[0].i - 1 if below else verb.i
    return verb, home.tokens[min([verb.i, *(one.i for one in helpers)]) : end + 1], content


def _less_lead(content: Sequence[Token]) -> list[Token]:
    words = list(content)
    while words and words[0].lower in ABOUT:
        words.pop(0)
    return words
