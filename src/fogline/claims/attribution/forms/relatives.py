"""Judged in a relative clause: in "Sudan, which Juba accuses of arming the rebels" it is Sudan that is accused."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import noun_phrase, pieces, span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token

__all__ = ["with_relatives"]

RELATIVE = frozenset("which whom who that".split())
JUDGED = frozenset("accuse blame describe label brand dub term denounce condemn call".split())
TAKEN = ("prep", "oprd", "xcomp", "advcl", "attr", "ccomp")


def with_relatives(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements, those of a relative clause with what it is about before their words."""
    for verb in scene.sentence.tokens:
        if verb.dep in ("relcl", "acl") and verb.lemma in JUDGED:
            judged = _judged(scene, verb) if verb.dep == "relcl" else _by(scene, verb)
            statements = laid(statements, judged) if judged else statements
    return statements


def _judged(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    subjects = [one for one in home.children(verb, "nsubj") if one.i < verb.i and one.lower not in RELATIVE]
    objects = [one for one in home.children(verb, "dobj", "pobj", "nsubj", "dative") if one.lower in RELATIVE]
    about = home.head(verb)
    if not subjects or not objects or about.pos not in ("NOUN", "PROPN") or not scene.speaks(subjects[0]):
        return None
    if home.children(verb, "neg", "auxpass", "nsubjpass"):
        return None
    words = [t for c in home.children(verb, *TAKEN) if c.i > verb.i for t in home.subtree(c)]
    content = pieces(scene.text, home, [*noun_phrase(home, about), *words])
    if not words or not content:
        return None
    cue = span_of(scene.text, [*(aux for aux in home.children(verb, "aux") if aux.i < verb.i), verb])
    return scene.statement(scene.names(subjects[0]), cue, content, _stance(scene, verb))


def _by(scene: Scene, verb: Token) -> Statement | None:
    """ "Rwanda, accused by Kinshasa of arming the rebels"."""
    home = scene.sentence
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    about = home.head(verb)
    words = [t for c in home.children(verb, *TAKEN) if c.i > verb.i for t in home.subtree(c)]
    if verb.tag != "VBN" or not agents or not words or about.pos not in ("NOUN", "PROPN"):
        return None
    content = pieces(scene.text, home, [*noun_phrase(home, about), *words])
    cue = span_of(scene.text, [verb])
    return scene.statement(scene.names(agents[0]), cue, content, _stance(scene, verb)) if content else None


def _stance(scene: Scene, verb: Token) -> Stance:
    return scene.cues.stance("a", verb.lemma) or scene.cues.stance("s", verb.lemma) or "asserts"
