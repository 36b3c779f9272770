"""Time given to an adversary: "The front gave the garrison 48 hours to surrender" demands that it surrender."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import is_passive, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_ultimatums"]

SPANS = frozenset("hour day week month minute".split())
GIVING = frozenset("give grant allow set".split())
FINITE = ("VBD", "VBZ", "VBP", "VBN")


def with_ultimatums(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and what somebody is given a number of hours or days to do."""
    for verb in scene.sentence.tokens[1:-3]:
        given = _given(scene, verb) if verb.lemma in GIVING and verb.tag in FINITE else None
        if given is not None and not any(
            one.speakers and any(a.overlap(b) for a in one.content for b in given.content) for one in statements
        ):
            statements = laid(statements, given)
    return statements


def _given(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    if not who or not scene.speaks(who[0]) or is_passive(home, verb) or home.children(verb, "neg"):
        return None
    if any(one.tag == "MD" for one in home.children(verb, "aux")):
        return None
    spans = [one for one in home.children(verb, "dobj", "npadvmod", "dative") if one.lemma.lower() in SPANS]
    counted = any(child.tag == "CD" for one in spans for child in home.children(one, "nummod"))
    others = [one for one in home.children(verb, "dative", "dobj") if one not in spans]
    if not spans or not counted or not others:
        return None
    to = next((t for t in home.tokens[spans[0].i + 1 : spans[0].i + 3] if t.tag == "TO"), None)
    if to is None or home.head(to).tag != "VB":
        return None
    end = home.subtree(home.head(to))[-1].end
    helpers = home.children(verb, "aux")
    content = scene.stretch(home.subtree(others[0])[0].start, end)
    return scene.statement(scene.names(who[0]), span_of(scene.text, [*helpers, verb]), content, "demands")
