"""Denials of a bare noun, told with what they deny: "Tarn says Zoria shelled a school; Zoria denies the attack"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.attribution.phrases import pieces
from fogline.claims.events.lexicon import lexicon
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_bare"]

CHARGES = frozenset("accusation charge claim allegation report assertion account statement".split())
SHARES = frozenset("responsibility involvement role blame guilt complicity part hand".split())
VIOLENT = frozenset({"attack", "clash", "casualties", "damage"})
DOING = frozenset("carry conduct commit launch stage mount do make".split())
LOOSE = ("DET", "PRON", "PUNCT", "ADP", "PART", "ADV")
POINTING = frozenset("such any".split())
DENIALS = ("denies",)


def with_bare(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; who denies no more than "the attack" or "responsibility" denies what the sentence told before."""
    return [_told(scene, one, statements) if one.stance in DENIALS else one for one in statements]


def _told(scene: Scene, denial: Statement, statements: Sequence[Statement]) -> Statement:
    noun = _bare(scene, denial)
    if noun is None or denial.cue is None:
        return denial
    low = min([denial.cue.start, *(speaker.start for speaker in denial.speakers)])
    before = [
        one
        for one in statements
        if one.stance in ("asserts", "accuses") and one.cue and one.speakers != denial.speakers and one.end <= low
    ]
    before = [one for one in before if scene.sentence.start <= one.start]
    if not before:
        return denial
    answered = max(before, key=lambda one: one.end).content
    if noun.lemma.lower() in CHARGES:
        return replace(denial, content=answered)
    violent = _violent(scene, answered)
    return replace(denial, content=(*violent, *denial.content)) if violent else denial


def _bare(scene: Scene, denial: Statement) -> Token | None:
    """The noun that is all that somebody denies; None where more is told."""
    home = scene.sentence
    first = denial.content[0]
    if len(denial.content) > 1 or denial.cue is None or not home.start <= denial.cue.start < home.end:
        return None
    words = [w for w in home.tokens_in(first.start, first.end) if w.pos not in LOOSE and w.lower not in POINTING]
    words = words[1:] if len(words) > 1 and words[0].lemma in DOING and words[0].tag == "VBG" else words
    if len(words) != 1 or words[0].pos != "NOUN" or denial.start < denial.cue.end:
        return None
    lemma = words[0].lemma.lower()
    return words[0] if lemma in CHARGES | SHARES or _is_violent(words[0]) else None


def _is_violent(word: Token) -> bool:
    return any(entry.kind in VIOLENT for entry in lexicon().entries.get(word.lemma.lower(), ()))


def _violent(scene: Scene, answered: Sequence[Span]) -> tuple[Span, ...]:
    """The words that tell the deed: all of them, or the phrase in which it stands: "a house [bombed by the army]"."""
    home = scene.sentence
    words = [word for piece in answered for word in home.tokens_in(piece.start, piece.end)]
    inside = {word.i for word in words}
    deeds = [word for word in words if word.pos in ("VERB", "NOUN") and _is_violent(word)]
    if not deeds:
        return ()
    deed = deeds[-1]
    if deed.dep in ("acl", "relcl"):
        head = home.head(deed)
        return pieces(scene.text, home, [word for word in home.subtree(head) if word.i in inside])
    return tuple(answered)
