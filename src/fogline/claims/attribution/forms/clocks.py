"""The day of saying: in "denied the claim on Tuesday" it is no part of what is denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_clocks"]

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TIMES = frozenset(f"{' '.join(DAYS)} today yesterday tonight morning afternoon evening night week month".split())
MEASURES = frozenset("on in at late early earlier last this the that same".split())
LEADING = re.compile(
    rf"(?:(?:late|early|earlier) )?(?:on )?(?:{'|'.join(DAYS)})(?: (?:morning|afternoon|evening|night))?\b,?\s+"
    r"(?=[\w“\"'‘])",
    re.IGNORECASE,
)
OPENS = ("PRON", "DET", "SCONJ", "PROPN", "NUM", "ADJ", "NOUN", "ADP")
SHORT = 4  # words of where somebody speaks: "Telegram", "a statement"
TAKEN = frozenset("of that to on about over whether how".split())
SAID = frozenset("offer proposal plan deal demand call ultimatum invitation idea request truce".split())


def with_clocks(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements without the time at which they are made."""
    return [_timed(scene, statement) for statement in statements]


def _timed(scene: Scene, statement: Statement) -> Statement:
    home, cue = scene.sentence, statement.cue
    if cue is None or not home.start <= cue.start < home.end or not home.start <= statement.start < home.end:
        return statement
    statement = _unled(scene, statement)
    statement = _unbegun(scene, statement)
    for verb in home.tokens_in(cue.start, cue.end):
        for phrase in _times(scene, verb) if verb.pos in ("VERB", "AUX") else ():
            if _is_of_saying(scene, statement, verb, phrase):
                statement = cut(scene.text, [statement], phrase[0].start, phrase[-1].end)[0]
    return statement


def _unbegun(scene: Scene, statement: Statement) -> Statement:
    """Without a piece before the cue that is nothing but the day: "Manila | on Friday | accused"."""
    cue = statement.cue
    kept = tuple(
        piece
        for piece in statement.content
        if cue is None or piece.end > cue.start or not _is_time(scene.sentence.tokens_in(piece.start, piece.end))
    )
    return statement.saying(kept) if kept else statement


def _unled(scene: Scene, statement: Statement) -> Statement:
    """Without the day right behind the cue: "said | on Monday he would go"."""
    first, cue = statement.content[0], statement.cue
    if cue is None or first.start < cue.end:
        return statement
    between = scene.text[cue.end : first.start].lstrip()
    if first.text.lower().startswith("only that "):
        first = Span.of(scene.text, first.start + len("only "), first.end)
        statement = replace(statement, content=(first, *statement.content[1:]))
    statement = _from_that(scene, statement, cue)
    first = statement.content[0]
    if not between:
        statement = _unjoined(scene, statement, cue)
        first = statement.content[0]
    if between:
        timed = LEADING.match(between + "x")
        return _unjoined(scene, statement, cue) if timed and timed.end() == len(between) else statement
    found = LEADING.match(scene.text, first.start, first.end)
    behind = scene.sentence.token_at(found.end()) if found else None
    if found is None or (behind and behind.pos not in OPENS and behind.pos != "PUNCT"):
        return statement
    return _unjoined(
        scene, replace(statement, content=(*scene.stretch(found.end(), first.end), *statement.content[1:])), cue
    )


def _from_that(scene: Scene, statement: Statement, cue: Span) -> Statement:
    """From the "that" of the clause on: "denied on | X | that his men fired"."""
    home, first = scene.sentence, statement.content[0]
    verb = next((word for word in home.tokens_in(cue.start, cue.end) if word.pos == "VERB"), None)
    clauses = [one for one in home.children(verb, "ccomp") if one.i > verb.i] if verb else []
    that = next((t for one in clauses[:1] for t in home.children(one, "mark") if t.lower == "that"), None)
    if verb is None or that is None or not first.start < that.start < first.end or first.start < cue.end:
        return statement
    before = home.tokens_in(first.start, that.start)
    if any(token.pos in ("VERB", "AUX") or token.head == verb.i for token in before) or len(before) > SHORT:
        return statement
    return replace(statement, content=(*scene.stretch(that.start, first.end), *statement.content[1:]))


def _unjoined(scene: Scene, statement: Statement, cue: Span) -> Statement:
    """Without the preposition of the cue behind the day: "warned | on Sunday of | a wider war"."""
    first = statement.content[0]
    verbs = [word for word in scene.sentence.tokens_in(cue.start, cue.end) if word.pos == "VERB"]
    verb = verbs[-1] if verbs else None
    word = scene.sentence.token_at(first.start)
    if (
        verb is None
        or word is None
        or word.tag == "TO"
        or word.lower not in scene.cues.prepositions.get(verb.lemma, ())
    ):
        return statement
    rest = (*scene.stretch(word.end, first.end), *statement.content[1:])
    return replace(statement, content=rest) if rest else statement  # the trained reader may mark "of" alone


def _times(scene: Scene, verb: Token) -> list[list[Token]]:
    """The phrases of time that hang on a verb."""
    phrases = [scene.sentence.subtree(child) for child in scene.sentence.children(verb, "prep", "npadvmod", "advmod")]
    timed = [phrase for phrase in phrases if phrase[0].i > verb.i and _is_time(phrase)]
    return [[*_eve(scene, phrase[0]), *phrase] for phrase in timed]


def _eve(scene: Scene, first: Token) -> list[Token]:
    """The "late" before "on Thursday"."""
    before = scene.sentence.tokens[first.i - 1]
    return [before] if before.lower in ("late", "early", "earlier", "later") else []


def _is_time(phrase: Sequence[Token]) -> bool:
    if not any(token.lower in TIMES for token in phrase):
        return False
    return all(token.lower in TIMES or token.lower in MEASURES or token.pos == "NUM" for token in phrase)


def _is_of_saying(scene: Scene, statement: Statement, verb: Token, phrase: Sequence[Token]) -> bool:
    """Whether a time tells when somebody spoke: what is spoken of stands behind it, or is itself something said."""
    behind = scene.sentence.tokens[phrase[-1].i + 1 : phrase[-1].i + 2]
    if behind and any(piece.end > behind[0].start for piece in statement.content):
        return behind[0].lower in TAKEN and any(token.lower in DAYS for token in phrase)
    objects = scene.sentence.children(verb, "dobj")
    lemmas = {noun.lemma.lower() for noun in objects}
    return bool(lemmas) and all(
        lemma in SAID or lemma in scene.cues.nouns or lemma in scene.cues.asides for lemma in lemmas
    )
