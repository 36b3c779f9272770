"""Whose word it rests on: "no ship had sailed, if one listened to the navy", "if the army is to be believed"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_believed"]

ANYBODY = frozenset("one you we".split())
TRUSTING = frozenset("believe trust hear follow credit".split())
HEEDING = (("listen", "to"), ("go", "by"))
FINITE = ("VBD", "VBZ", "VBP", "MD")
NAMING = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "PRON")
FAR = 9  # words that name whose word it is


def with_believed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; what holds if somebody is believed is told by him."""
    tokens = scene.sentence.tokens
    for word in tokens[:-3]:
        named, last = _whose(scene, word) if word.lower == "if" else ((), word)
        low, high = _told(scene, word, last) if named else (0, 0)
        content = scene.stretch(low, high) if low < high else ()
        if not named or not content:
            continue
        cue = span_of(scene.text, _cue(tokens[word.i : last.i + 1], named))
        statements = [s for s in statements if not _is_of(s, word.start, last.end, low, high)]
        statements = laid(statements, scene.statement((span_of(scene.text, named),), cue, content, "asserts"))
    return statements


def _is_of(statement: Statement, start: int, end: int, low: int, high: int) -> bool:
    """Whether a reader took words of the condition for a cue, or those told for somebody's with none."""
    cue = statement.cue
    if cue is not None:
        return start <= cue.start < end
    return statement.start < high and low < statement.end


def _cue(words: Sequence[Token], named: Sequence[Token]) -> list[Token]:
    """The words of the condition in front of the name, or behind it."""
    before = [t for t in words if t.i < named[0].i]
    return before if len(before) > 1 else [t for t in words if t.i > named[-1].i]


def _whose(scene: Scene, word: Token) -> tuple[Sequence[Token], Token]:
    """The words that name who is believed, and the last word of the condition; none where it is another condition."""
    tokens = scene.sentence.tokens
    stop = next((t.i for t in tokens[word.i + 1 :] if t.text in (",", ";", ".", "–", "—")), len(tokens))
    words = tokens[word.i + 1 : stop]
    if len(words) < 3 or len(words) > FAR + 4:
        return (), word
    tail = [t.lower for t in words[-4:]]
    if tail[-3:] == ["to", "be", "believed"] and tail[0] in ("is", "are", "was", "were"):
        named = words[:-4]
    elif words[0].lower in ANYBODY and words[1].lemma in TRUSTING:
        named = words[2:]
    elif words[0].lower in ANYBODY and (words[1].lemma, words[2].lower) in HEEDING:
        named = words[3:]
    else:
        return (), word
    heads = [t for t in named if t.pos in ("NOUN", "PROPN")]
    sound = bool(heads) and all(t.pos in NAMING for t in named) and any(scene.speaks(t) for t in heads)
    return (named, words[-1]) if sound else ((), word)


def _told(scene: Scene, word: Token, last: Token) -> tuple[int, int]:
    """Where the words told begin and end: the clause before the condition, else the one behind it."""
    tokens = scene.sentence.tokens
    before, behind = tokens[: word.i], tokens[last.i + 1 :]
    if before and before[-1].text == ",":
        cut = max((t.i + 1 for t in before if t.text in (";", ":")), default=0)
        words, low = before[cut:], max(scene.opening(), before[cut:][0].start if before[cut:] else 0)
        return (low, words[-1].start) if any(t.tag in FINITE for t in words) else (0, 0)
    if len(before) < 2 and behind and behind[0].text == "," and any(t.tag in FINITE for t in behind):
        end = next((t.start for t in behind if t.text == ";"), scene.closing())
        return behind[0].end, end
    return 0, 0
