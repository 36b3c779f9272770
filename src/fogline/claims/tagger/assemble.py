"""Joined pieces -> statements and own-voice events of a report, with their odds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from fogline.claims.tagger.decode import MarkedSpot, log_softmax
from fogline.claims.tagger.joins import Joined
from fogline.claims.tagger.layout import column_slices
from fogline.claims.tagger.mend import QuoteMender, merged, whole_words
from fogline.claims.tagger.quotes import quoted_stretches
from fogline.claims.tagger.records import Odds, OwnEvent, Piece, Tagged, TaggedStatement
from fogline.records.claims import KINDS, STANCES, STATUSES, Kind, Stance, Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from fogline.claims.tagger.words import Words

    Floats = NDArray[np.float32]

__all__ = ["Assembler"]

SLICES = column_slices()
_STANCE = slice(0, len(STANCES))
_KIND = slice(_STANCE.stop, _STANCE.stop + len(KINDS))
_STATUS = slice(_KIND.stop, _KIND.stop + len(STATUSES))


def _mean(rows: Floats, head: str, spots: tuple[MarkedSpot, ...]) -> Floats:
    columns = rows[:, SLICES[head]]
    result: Floats = np.concatenate([columns[m.spot.low : m.spot.high] for m in spots]).mean(axis=0)
    return result


def _ranked(logits: Floats) -> list[tuple[int, float]]:
    odds = np.exp(log_softmax(logits))
    shares: list[float] = odds.tolist()
    return [(index, shares[index]) for index in np.argsort(-odds, kind="stable").tolist()]


def _stance(logits: Floats) -> Odds[Stance]:
    ranked = tuple((STANCES[index], odds) for index, odds in _ranked(logits[_STANCE]))
    return Odds(ranked[0][0], ranked)


def _kind(logits: Floats) -> Odds[Kind]:
    ranked = tuple((KINDS[index], odds) for index, odds in _ranked(logits[_KIND]))
    return Odds(ranked[0][0], ranked)


def _status(logits: Floats) -> Odds[Status]:
    ranked = tuple((STATUSES[index], odds) for index, odds in _ranked(logits[_STATUS]))
    return Odds(ranked[0][0], ranked)


class Assembler:
    """Turns the marked spots of one text into records with offsets into that text."""

    def __init__(self, text: str, words: Words, rows: Floats) -> None:
        self._text, self._rows = text, rows
        self._start: list[int] = words.start.tolist()  # one of an array at a time is slow
        self._end: list[int] = words.end.tolist()

    def _piece(self, marked: MarkedSpot) -> Piece:
        piece = Piece(self._start[marked.spot.low], self._end[marked.spot.high - 1], marked.score)
        return whole_words(self._text, piece)

    def tagged(self, marked: list[MarkedSpot], joined: list[Joined]) -> Tagged:
        """The statements, events and loose pieces of the text."""
        roles = {role: [m for m in marked if m.role == role and m.layer < 2] for role in "SQ"}
        blocked = tuple(map(self._piece, roles["S"] + roles["Q"]))
        mender = QuoteMender(self._text, tuple(quoted_stretches(self._text)), blocked)
        drafts = [self._statement(statement, mender) for statement in joined]
        drafts.sort(key=lambda s: (s.contents[0].start, -s.contents[-1].end))
        used = {piece for s in drafts for piece in s.speakers + s.cues}
        own = tuple(self._own(m) for m in marked if m.layer == 2)
        loose = {role: tuple(p for p in map(self._piece, found) if p not in used) for role, found in roles.items()}
        return Tagged(tuple(_with_parents(drafts)), own, loose["S"], loose["Q"])

    def _statement(self, joined: Joined, mender: QuoteMender) -> TaggedStatement:
        raw = tuple(map(self._piece, joined.contents))
        logits = _mean(self._rows, "content_attributes", joined.contents)
        if joined.cues:
            logits = logits + _mean(self._rows, "cue_attributes", joined.cues)
        return TaggedStatement(
            speakers=tuple(map(self._piece, joined.speakers)),
            cues=tuple(map(self._piece, joined.cues)),
            contents=tuple(merged(self._text, [mender.mend(piece) for piece in raw])),
            raw=raw,
            stance=_stance(logits),
            kind=_kind(logits),
            status=_status(logits),
            level=min(m.layer for m in joined.contents),
            parent=None,
            score=sum(piece.score for piece in raw) / len(raw),
        )

    def _own(self, marked: MarkedSpot) -> OwnEvent:
        logits = _mean(self._rows, "content_attributes", (marked,))
        return OwnEvent(self._piece(marked), _kind(logits), _status(logits), marked.score)


def _with_parents(statements: list[TaggedStatement]) -> list[TaggedStatement]:
    """The statements with level and parent by what stands inside what: the smallest statement around each."""
    placed: list[TaggedStatement] = []
    for index, inner in enumerate(statements):
        around = [i for i, outer in enumerate(statements) if i != index and _holds(outer, inner)]
        parent = min(around, key=lambda i: _size(statements[i]), default=None)
        placed.append(replace(inner, level=int(parent is not None), parent=parent))
    return placed


def _size(statement: TaggedStatement) -> int:
    return sum(piece.end - piece.start for piece in statement.contents)


def _holds(outer: TaggedStatement, inner: TaggedStatement) -> bool:
    """Whether one statement lies wholly in a piece of another; of two over the same words the nested one does."""
    low, high = inner.contents[0].start, inner.contents[-1].end
    if not any(piece.start <= low and high <= piece.end for piece in outer.contents):
        return False
    return _size(outer) > high - low or outer.level < inner.level
