"""Where the clause of a noun ends: "Juba's claim that the rebels were beaten [sits badly with the refugees]"."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_nouns"]

FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENERS = ("PRP", "WDT", "WP", "WRB", "CC", "IN", "EX")  # what a clause of its own may begin with
PLAIN = frozenset("of in on at to for from by with near under over into across along against".split())
MET = frozenset("meet greet receive".split())  # "met with anger", tagged as a participle
STOPS = (",", ";", ":", "–", "—")
REACH = 2  # words from the first verb of the clause to the verb of the noun, at least


def with_nouns(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; those of a noun that is the subject end before the noun's own verb."""
    return [_ended(scene, statement) for statement in statements]


def _ended(scene: Scene, statement: Statement) -> Statement:
    home, cue, last = scene.sentence, statement.cue, statement.content[-1]
    noun = home.token_at(cue.start) if cue and " " not in cue.text and home.start <= cue.start < home.end else None
    if noun is None or noun.pos != "NOUN" or noun.lemma.lower() not in scene.cues.nouns or last.start < noun.end:
        return statement
    words = home.tokens_in(last.start, last.end)
    before = any(token.tag in FINITE for token in home.tokens[: noun.i])
    behind = any(token.tag in FINITE for token in home.tokens[words[-1].i + 1 :]) if words else True
    between = home.tokens[noun.i + 1 : words[0].i] if words else ()
    if before or behind or words[0].lower != "that" or any(token.pos in ("VERB", "AUX", "PUNCT") for token in between):
        return statement
    verb = _verb_of_noun(scene, words[1:])
    rest = scene.stretch(last.start, verb.start) if verb else ()
    return replace(statement, content=(*statement.content[:-1], *rest)) if rest else statement


def _verb_of_noun(scene: Scene, words: list[Token]) -> Token | None:
    """The second finite verb of the words where no new clause begins between the two."""
    first = next((at for at, token in enumerate(words) if token.tag in FINITE), None)
    if first is None:
        return None
    main = next((at for at in range(first, len(words)) if words[at].pos == "VERB"), first)
    for at in range(max(first, main) + 1, len(words)):
        token = words[at]
        if token.text in STOPS or (token.tag in OPENERS and token.lower not in PLAIN):
            return None
        if _is_finite(words, at) and at - first >= REACH:
            return None if words[main].lemma in scene.cues.verbs else token
    return None


def _is_finite(words: list[Token], at: int) -> bool:
    token = words[at]
    if token.tag in FINITE:
        return True
    behind = words[at + 1 : at + 2]
    return token.tag == "VBN" and token.lemma in MET and bool(behind) and behind[0].lower in ("with", "by")
