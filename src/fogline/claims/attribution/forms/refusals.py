"""Refusals: "the junta refused to let aid in" tells what the junta will not do."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import is_passive, pieces, span_of, subject
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_refusals"]

FINITE = ("VBD", "VBZ", "VBP")
MUTE = frozenset("comment respond reply answer".split())
SAYING = frozenset("say tell add explain specify reveal disclose".split())
TELLING = SAYING | {"be", "remain", "stay", "keep"}
ON = ("on", "of", "about", "over", "regarding")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PRONOUNS = frozenset("he she they we i who".split())


def with_refusals(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and what somebody refuses to do; whose silence it is stays as it was read."""
    for verb in scene.sentence.tokens:
        if verb.lemma in scene.cues.declined and verb.pos == "VERB":
            silence = _silence(scene, verb) or _mute(scene, verb)
            if silence and of_cue(statements, span_of(scene.text, [verb])) is None:
                statements = laid(statements, silence)
        wordless = _wordless(scene, verb) if verb.lemma in TELLING else None
        if wordless:
            statements = laid(statements, wordless)
        if verb.lemma == "refuse" and verb.pos == "VERB":
            refusal = _refusal(scene, verb)
            known = of_cue(statements, span_of(scene.text, [verb]))
            if refusal and known and refusal.start < known.end < refusal.end:  # a site's stamp hangs on the verb
                refusal = replace(refusal, content=scene.stretch(refusal.start, known.end))
            statements = laid(statements, refusal) if refusal else statements
    return statements


def _refusal(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    deeds = [deed for deed in home.children(verb, "xcomp") if any(to.tag == "TO" for to in home.children(deed, "aux"))]
    who, passive = subject(home, verb)
    drawn = any(one.lemma in ("draw", "press") and is_passive(home, one) for one in deeds)  # "refused to be drawn on"
    led = home.children(verb, "nsubj") or verb.dep in ("conj", "relcl")
    if not deeds or drawn or not led or who is None or passive or deeds[0].lemma in scene.cues.declined:
        return None
    asked = any(one.i < who.i and one.lemma == "do" for one in home.children(verb, "aux"))
    bare = verb.tag == "VBG" and not home.children(verb, "aux")
    if (
        asked
        or bare
        or home.children(verb, "neg")
        or home.children(deeds[0])[0].i < verb.i
        or not (who.lower in PRONOUNS or _may_refuse(scene, who))
    ):
        return None
    beside = [one for one in home.children(deeds[0], "conj") if one.tag in FINITE]  # "refused to talk and left"
    words = [token for token in home.subtree(deeds[0]) if not any(token in home.subtree(one) for one in beside)]
    content = pieces(scene.text, home, words)
    helpers = home.children(verb, "aux")
    cue = span_of(scene.text, [*helpers, verb])
    return scene.statement(scene.names(who), cue, content, "declines") if content else None


def _silence(scene: Scene, verb: Token) -> Statement | None:
    """ "the office would not discuss the arrests"."""
    home = scene.sentence
    helpers = [one for one in home.children(verb, "aux", "neg") if one.i < verb.i]
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i and scene.speaks(one)]
    would = any(one.lower == "would" for one in helpers) and any(one.dep == "neg" for one in helpers)
    words = [t for c in home.children(verb, "dobj", "ccomp", "prep") if c.i > verb.i for t in home.subtree(c)]
    content = pieces(scene.text, home, words)
    if not would or not who or not content:
        return None
    return scene.statement(scene.names(who[0]), span_of(scene.text, [*helpers, verb]), content, "declines")


def _mute(scene: Scene, verb: Token) -> Statement | None:
    """ "the army did not comment": silence on what the text has just told, in the words that tell it."""
    home = scene.sentence
    helpers = [one for one in home.children(verb, "aux", "neg") if one.i < verb.i]
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    silent = verb.lemma in MUTE and any(one.dep == "neg" for one in helpers) and len(helpers) > 1
    if not silent or not who or not (scene.speaks(who[0]) or who[0].lower in PRONOUNS | {"it"}):
        return None
    if any(child.i > verb.i for child in home.children(verb, "dobj", "prep", "ccomp", "xcomp", "acomp")):
        return None
    cue = span_of(scene.text, [*helpers, verb])
    return scene.statement(scene.names(who[0]), cue, (cue,), "declines")


def _wordless(scene: Scene, verb: Token) -> Statement | None:
    """ "the governor says nothing of the boats", "the briefing was silent on the pilots", "neither said how"."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    if not who or verb.pos not in ("VERB", "AUX"):
        return None
    if who[0].lower == "neither" and verb.lemma in SAYING:
        clauses = [one for one in home.children(verb, "ccomp") if _is_question(scene, one)]
        content = pieces(scene.text, home, home.subtree(clauses[0])) if clauses else ()
        cue = span_of(scene.text, [verb])
        return scene.statement(scene.names(who[0]), cue, content, "declines") if content else None
    nothing = [one for one in home.children(verb, "dobj") if one.lower == "nothing"] if verb.lemma in SAYING else []
    silent = [one for one in home.children(verb, "acomp") if one.lower in ("silent", "mum", "quiet")]
    at = (nothing or silent)[:1]
    heads = (*at, verb) if at else ()
    below = [prep for one in heads for prep in home.children(one, "prep") if prep.lower in ON and prep.i > at[0].i]
    below = [prep for prep in below if not any(noun.lower in DAYS for noun in home.children(prep, "pobj"))]
    content = pieces(scene.text, home, [t for prep in below[:1] for t in home.subtree(prep) if t is not prep])
    if not content or not (scene.speaks(who[0]) or who[0].lower in PRONOUNS | {"it"}):
        return None
    cue = span_of(scene.text, home.tokens[verb.i : at[0].i + 1])
    return scene.statement(scene.names(who[0]), cue, content, "declines")


def _is_question(scene: Scene, clause: Token) -> bool:
    """Whether a clause asks how, when, who: what was not said."""
    first = min(scene.sentence.subtree(clause), key=lambda token: token.i)
    return first.tag in ("WRB", "WP", "WDT") or first.lower in ("whether", "if")


def _may_refuse(scene: Scene, who: Token) -> bool:
    """Whether somebody can refuse: "dozens of conscripts", no engine."""
    below = [noun for of in scene.sentence.children(who, "prep") for noun in scene.sentence.children(of, "pobj")]
    return scene.speaks(who) or any(scene.speaks(noun) for noun in below if who.tag == "NNS")
