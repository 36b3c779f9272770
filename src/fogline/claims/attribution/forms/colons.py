"""What somebody says behind a colon, when before it he only speaks up: "Roe scoffed at it: nobody left"."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.headlines import stamp_of
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_colons"]

FINITE = ("VBD", "VBZ", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
GOING_ON = frozenset("continue finish count hold find discover notice spot record register log sign plan".split())
GIVING = frozenset("have give tell offer present put".split())
RELATIVE = ("who", "which", "that")
LEAST = 3  # words behind the colon
PERSONS = frozenset("he she they".split())


def with_colons(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a clause behind a colon is his who speaks, laughs, doubts or tells his version before it."""
    home = scene.sentence
    colon = next((t for t in home.tokens[2:-LEAST] if t.text == ":" and scene.text[t.end : t.end + 1] == " "), None)
    if colon is None or home.role == "headline" or stamp_of(home.text):
        return statements
    verb = next((t for t in home.tokens[: colon.i] if _speaks_up(scene, t, colon)), None)
    if verb is None or not _is_clause(scene, colon):
        return statements
    low, high = colon.end, scene.closing()
    if any(s.speakers and any(p.start < high and low < p.end for p in s.content) for s in statements):
        return statements
    who = next(one for one in home.children(verb, "nsubj") if one.i < verb.i)
    known = of_cue(statements, span_of(scene.text, [verb]))
    cue = span_of(scene.text, [colon if known else verb])
    kept = [s for s in statements if s.cue or not low <= s.start < high]
    return laid(kept, scene.statement(scene.names(who), cue, scene.stretch(low, high), "asserts"))


def _speaks_up(scene: Scene, verb: Token, colon: Token) -> bool:
    """Whether a verb before the colon tells that somebody speaks, shows what he thinks, or has a version."""
    home = scene.sentence
    if verb.pos not in ("VERB", "AUX") or verb.dep not in ("ROOT", "ccomp", "parataxis") or verb.i > colon.i:
        return False
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    if not who or not (scene.speaks(who[0]) or who[0].lower in PERSONS):
        return False
    if verb.tag not in FINITE and not any(one.tag in FINITE for one in home.children(verb, "aux")):
        return False
    cues = scene.cues
    if verb.lemma in GIVING:
        return any(one.lemma.lower() in cues.stories for one in home.children(verb, "dobj") if one.i < colon.i)
    if verb.lemma in cues.deeds | cues.soft | GOING_ON or (verb.lemma in cues.mind and verb.lemma != "doubt"):
        return False
    return verb.lemma in cues.tellers or verb.lemma in cues.verbs or verb.lemma in cues.expressive


def _is_clause(scene: Scene, colon: Token) -> bool:
    """Whether a whole clause stands behind the colon, not a list."""
    home = scene.sentence
    words = home.tokens[colon.i + 1 :]
    finite = (t for t in words if t.pos in ("VERB", "AUX") and (t.tag in FINITE or home.children(t, "aux")))
    return any(one.lower not in RELATIVE for t in finite for one in home.children(t, *SUBJECTS))
