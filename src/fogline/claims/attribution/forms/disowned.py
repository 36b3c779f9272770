"""Claims denied before they are told: "Claims that Kigali has denied say Rwandan troops crossed the border"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.derided import TOLD
from fogline.claims.attribution.forms.scene import Scene, cut
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_disowned"]

LINKS = ("that", "which")
NAMED = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
HELPING = ("AUX", "ADV", "PART")
SAYING = frozenset("say says said hold holds held suggest suggests suggested allege alleges state states claim".split())


def with_disowned(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; what a denied claim says is claimed by whose it is, or somebody unnamed, and denied beside it.

    The parse takes such a row of verbs apart in many ways, so that the order of the words is read.
    """
    for noun in scene.sentence.tokens:
        row = _row(scene, noun) if noun.lemma.lower() in TOLD and noun.tag in ("NN", "NNS") else None
        if row is not None:
            statements = _told(scene, noun, row, statements)
    return statements


def _row(scene: Scene, noun: Token) -> tuple[list[Token], list[Token], Token] | None:
    """Who denies, the words of denying and the word of saying behind a noun."""
    tokens = scene.sentence.tokens
    at = noun.i + 1
    at += at < len(tokens) and tokens[at].lower in LINKS
    who, at = _run(tokens, at, NAMED)
    if not who or not scene.speaks(who[-1]):
        return None
    helpers, at = _run(tokens, at, HELPING)
    if at + 2 >= len(tokens) or scene.cues.stance("o", tokens[at].lemma) != "denies":
        return None
    if any(one.dep == "neg" for one in helpers) or tokens[at + 1].lower not in SAYING:
        return None
    return who, [*helpers, tokens[at]], tokens[at + 1]


def _run(tokens: Sequence[Token], at: int, pos: Sequence[str]) -> tuple[list[Token], int]:
    row: list[Token] = []
    while at < len(tokens) and tokens[at].pos in pos:
        row.append(tokens[at])
        at += 1
    return row, at


def _told(
    scene: Scene, noun: Token, row: tuple[list[Token], list[Token], Token], statements: list[Statement]
) -> list[Statement]:
    who, denying, saying = row
    content = scene.stretch(saying.end, scene.sentence.end - scene.sentence.text.rstrip().endswith("."))
    if not content:
        return statements
    between = Span.of(scene.text, noun.start, saying.end)
    kept = [one for one in statements if not _is_of_row(one, between)]
    kept = cut(scene.text, kept, between.start, between.end)
    stance: Stance = scene.cues.nouns.get(noun.lemma.lower()) or "asserts"
    owners = [one for one in scene.sentence.children(noun, "poss") if scene.speaks(one)]
    names = scene.names(owners[0]) if owners else ()
    claim = scene.statement(names, span_of(scene.text, [noun]), content, stance)
    denial = scene.statement((span_of(scene.text, who),), span_of(scene.text, denying), content, "denies")
    return [*kept, claim, denial]


def _is_of_row(statement: Statement, between: Span) -> bool:
    """Whether a reader took words of the row for a cue or a speaker."""
    named = [*statement.speakers, *([statement.cue] if statement.cue else [])]
    return any(one.overlap(between) > 0 for one in named)
