"""Speakers with a word the parse has no frame for: "held the rebels responsible for P", "P, the general went on"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import is_passive, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_blamed", "with_reported"]

GUILTY = frozenset("responsible accountable liable answerable".split())
NAMED = ("DET", "ADJ", "NOUN", "PROPN", "NUM")
PERSONS = frozenset("he she they".split())
LAUGHING = frozenset("laugh scoff sneer jeer".split())
IDEAS = frozenset("idea notion suggestion claim talk report rumour rumor story allegation charge thought".split())
REPORTS = ("reports", "reported")
SAID = ("said", "says")
STEPS_ON = (["went", "on"], ["goes", "on"], ["continued"])  # behind the words, at the end
STEPPING = frozenset(row[0] for row in STEPS_ON)


def with_blamed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements, who holds somebody responsible, and who goes on behind his words."""
    for verb in scene.sentence.tokens:
        found = _blame(scene, verb) if verb.lemma == "hold" else None
        if verb.lower in STEPPING:
            found = found or _went_on(scene, verb)
        elif verb.lemma in LAUGHING:
            found = _mockery(scene, verb)
        statements = laid(statements, found) if found else statements
    return statements


def with_reported(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and who reports them all at the end of the sentence; his name is no part of their words."""
    last = _at_end(scene, list(scene.sentence.tokens), REPORTS)
    if last is None or last.cue is None:
        return statements
    edge = min(one.start for one in last.speakers)
    before = [token for token in scene.sentence.tokens if token.end <= edge]
    inner = _at_end(scene, before, SAID)  # "..., the ministry said, Newswire reported"
    known = of_cue(statements, last.cue) is not None
    if known and (inner is None or inner.cue is None or of_cue(statements, inner.cue) is not None):
        return statements
    found = [*cut(scene.text, statements, edge, last.cue.end), last] if not known else laid(statements, last)
    return laid(found, inner) if inner and inner.cue and of_cue(found, inner.cue) is None else found


def _at_end(scene: Scene, tokens: list[Token], verbs: Sequence[str]) -> Statement | None:
    """Who says it all behind the last comma: "the radio quoted the army as saying P, Newswire agency reports"."""
    while tokens and tokens[-1].pos in ("PUNCT", "SPACE"):
        tokens.pop()
    if not tokens or tokens[-1].lower not in verbs:
        return None
    named = _named_before(tokens[:-1])
    before = tokens[: len(tokens) - 1 - len(named)]
    told = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in before)
    if not named or not before or before[-1].text != "," or not told or not scene.speaks(named[-1]):
        return None
    content = scene.stretch(scene.opening(), named[0].start)
    speakers = (span_of(scene.text, named),)
    return scene.statement(speakers, span_of(scene.text, tokens[-1:]), content, "asserts") if content else None


def _named_before(tokens: Sequence[Token]) -> list[Token]:
    named: list[Token] = []
    for token in reversed(tokens):
        if token.pos not in NAMED and token.lower not in PERSONS:
            break
        named.insert(0, token)
    return named


def _blame(scene: Scene, verb: Token) -> Statement | None:
    """ "The Cabinet held the Council responsible for the blast"; no claim of responsibility."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    below = [token for token in home.subtree(verb) if token.i > verb.i]
    guilty = next((t for t in below if t.lower in GUILTY and (t.dep != "amod" or t.head < t.i)), None)
    if guilty is None or not who or guilty.i == verb.i + 1 or is_passive(home, verb) or home.children(verb, "neg"):
        return None
    if not (scene.speaks(who[0]) or who[0].lower in PERSONS):
        return None
    last = max((token.i for token in home.subtree(guilty)), default=guilty.i)
    content = scene.stretch(verb.end, home.tokens[last].end)
    cue = span_of(scene.text, [*(aux for aux in home.children(verb, "aux") if aux.i < verb.i), verb])
    return scene.statement(scene.names(who[0]), cue, content, "accuses") if content else None


def _mockery(scene: Scene, verb: Token) -> Statement | None:
    """ "The commander laughed at the idea": he denies it."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    at = next((one for one in home.children(verb, "prep") if one.lower == "at" and one.i > verb.i), None)
    ideas = [one for one in home.children(at, "pobj") if one.lemma.lower() in IDEAS] if at else []
    if at is None or not ideas or not who or home.children(verb, "neg"):
        return None
    if not (scene.speaks(who[0]) or who[0].lower in PERSONS):
        return None
    words = home.subtree(ideas[0])
    content = scene.stretch(words[0].start, words[-1].end)
    cue = span_of(scene.text, home.tokens[verb.i : at.i + 1])
    return scene.statement(scene.names(who[0]), cue, content, "denies") if content else None


def _went_on(scene: Scene, verb: Token) -> Statement | None:
    """ "The fort had fallen, the general went on"."""
    tokens = scene.sentence.tokens
    cue = next((row for row in STEPS_ON if [t.lower for t in tokens[verb.i : verb.i + len(row)]] == row), None)
    rest = tokens[verb.i + len(cue) :] if cue else ()
    if cue is None or verb.pos != "VERB" or any(token.pos != "PUNCT" for token in rest):
        return None
    named = _named_before(tokens[: verb.i])
    if not named or not named[0].i or tokens[named[0].i - 1].text not in (",", "”", '"', "''"):
        return None
    if not (scene.speaks(named[-1]) or named[-1].lower in PERSONS):
        return None
    content = scene.stretch(scene.opening(), named[0].start)
    verbs = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens[: named[0].i])
    words = tokens[verb.i : verb.i + len(cue)]
    return (
        scene.statement((span_of(scene.text, named),), span_of(scene.text, words), content, "asserts")
        if verbs
        else None
    )
