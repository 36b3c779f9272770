"""What others told at another time: "said the road was clear, a day after residents reported burning trucks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_earlier"]

RELATING = frozenset("after before as while when whereas although though since until".split())
MEASURES = frozenset("minute hour day night week month year decade moment second".split())
LEADING = frozenset("just only shortly soon immediately long right well barely less more than some even not".split())
FEW = ("few", "several", "couple")
FINITE = ("VBD", "VBZ", "VBP")
PAST = ("VBD",)
BARE = frozenset("after as while".split())  # "before the army said" and "when Roe reported" belong to what is said
SET = frozenset("come happen occur take be begin start follow fall date".split())  # "came a day after the army said"
QUOTES = frozenset(("“", "”", "«", "»", '"', "''", "``"))
NEAR = 9  # words from "after" to the verb of saying: "after the head of the army's press office said"


def with_earlier(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a clause of time in which others speak is the reporter's, no part of what was said before it."""
    for word in scene.sentence.tokens[3:]:
        if word.lower in RELATING:
            verb = _teller(scene, word)
            lead = _lead(scene, word)
            if verb is not None:
                statements = _apart(scene, statements, (lead, word, verb))
    return statements


def _teller(scene: Scene, mark: Token) -> Token | None:
    """The verb of saying in the clause that a conjunction opens, where somebody who can speak is its subject."""
    home = scene.sentence
    for verb in home.tokens[mark.i + 2 : mark.i + 2 + NEAR]:
        who = [one for one in home.children(verb, "nsubj") if mark.i < one.i < verb.i]
        if who and verb.pos in ("VERB", "AUX"):
            first = home.subtree(who[0])[0]
            puts = verb.lemma in scene.cues.measured and any(c.lower == "at" for c in home.children(verb, "prep"))
            told = verb.tag in FINITE and (scene.reports(verb) or puts)
            own = not any(one.tag in ("MD", "VBD", "VBZ") for one in home.children(verb, "aux", "neg"))
            named = scene.speaks(who[0]) and first.i == mark.i + 1
            return verb if told and own and named else None
        if verb.text in (",", ";", *QUOTES):
            return None
    return None


def _lead(scene: Scene, mark: Token) -> Token:
    """The first word of how long before or after: "just two days after", "even as"."""
    tokens = scene.sentence.tokens
    first = mark
    if tokens[mark.i - 1].lemma.lower() in MEASURES:
        first = tokens[mark.i - 1]
        while first.i and (
            tokens[first.i - 1].pos in ("NUM", "DET") or tokens[first.i - 1].lower in ("few", "several")
        ):
            first = tokens[first.i - 1]
    while first.i and tokens[first.i - 1].lower in LEADING:
        first = tokens[first.i - 1]
    return first


def _apart(scene: Scene, statements: list[Statement], clause: tuple[Token, Token, Token]) -> list[Statement]:
    """The statements, those that reach into the clause of the verb cut before it, and what the verb tells."""
    lead, _, verb = clause
    cue = span_of(scene.text, [verb])
    outer = [one for one in statements if _reaches(scene, one, clause)]
    if not outer:
        return statements
    high = max(one.end for one in outer)
    inner = of_cue(statements, cue)
    found = [cut(scene.text, [one], lead.start, high)[0] if one in outer else one for one in statements]
    if inner is None:
        read = VerbReader(scene.text, scene.sentence, scene.cues).read(verb)
        whole = read is not None and bool(read.speakers) and read.start >= verb.end
        found += [replace(read, content=_capped(scene, read, high))] if read is not None and whole else []
    return found


def _capped(scene: Scene, read: Statement, high: int) -> tuple[Span, ...]:
    return tuple(part for piece in read.content for part in scene.stretch(piece.start, min(piece.end, high)))


def _reaches(scene: Scene, one: Statement, clause: tuple[Token, Token, Token]) -> bool:
    """Whether somebody's words run from before such a clause into it, though it is none of his."""
    lead, mark, verb = clause
    home = scene.sentence
    cue = one.cue
    if cue is None or not one.speakers or not home.start <= cue.start < home.end:
        return False
    piece = next((p for p in one.content if p.start <= lead.start and verb.end <= p.end), None)
    said = home.tokens_in(piece.start, lead.start) if piece is not None else []
    said = [word for word in said if word.pos != "PUNCT" and word.start < lead.start]
    cued = home.tokens_in(cue.start, cue.end)
    if piece is None or not said or _quoted(home.tokens_in(piece.start, lead.start)) or cue.overlap(piece):
        return False
    parted = home.tokens[lead.i - 1].text == ","
    past = any(word.tag in PAST for word in cued)
    if parted or not past or not _has_verb(said):
        return parted
    return mark.lower in BARE if lead is mark else not any(word.lemma in SET for word in said[-2:])


def _quoted(words: Sequence[Token]) -> bool:
    return sum(word.text in QUOTES for word in words) % 2 == 1


def _has_verb(words: Sequence[Token]) -> bool:
    """Whether a clause is said before: not "warned that after the army said" and the like."""
    return any(word.pos in ("VERB", "AUX") for word in words)
