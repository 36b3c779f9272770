"""Marked pieces -> who belongs to whom: content pieces of one statement, its cue, its speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fogline.claims.tagger.decode import MarkedSpot, log_softmax
from fogline.claims.tagger.layout import JOIN_WIDTH, column_slices, join_gaps

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from fogline.claims.tagger.words import Words

    Floats = NDArray[np.float32]

__all__ = ["Joined", "join_pieces"]

SLICES = column_slices()
FORBIDDEN = -1e4
NAMED = 1.0  # log odds by which a speaker is preferred to none: news seldom leaves one out (3 in 100 of the corpus)
ALSO = 0.5  # a further speaker joins a statement when it is at least half as likely as the likeliest


@dataclass(frozen=True, slots=True)
class Joined:
    """One statement in marked pieces."""

    contents: tuple[MarkedSpot, ...]
    cues: tuple[MarkedSpot, ...]
    speakers: tuple[MarkedSpot, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What joining needs of one text."""

    words: Words
    rows: Floats
    gaps: dict[str, Floats]

    def odds(self, join: str, asking: list[MarkedSpot], answering: list[MarkedSpot]) -> Floats:
        """Log odds that each answers each; the last column is nobody."""
        nobody = self._ends(f"{join}.nobody", asking)
        if not answering:
            return log_softmax(nobody)
        scores: Floats = self._ends(f"{join}.asks", asking) @ self._ends(f"{join}.answers", answering).T
        places = join_gaps(self.words, [m.spot for m in asking], [m.spot for m in answering])
        scores = (scores / JOIN_WIDTH**0.5 + self.gaps[join][places].sum(-1)).astype(np.float32)
        if join == "content_prior":
            scores[~_may_go_on(asking, answering)] = FORBIDDEN
        return log_softmax(np.concatenate([scores, nobody], axis=1))

    def _ends(self, head: str, marked: list[MarkedSpot]) -> Floats:
        columns = self.rows[:, SLICES[head]]
        low = [m.spot.low for m in marked]
        high = [m.spot.high - 1 for m in marked]
        result: Floats = ((columns[low] + columns[high]) / 2).astype(np.float32)
        return result


def _may_go_on(later: list[MarkedSpot], earlier: list[MarkedSpot]) -> NDArray[np.bool_]:
    """Whether a piece may continue another: an earlier one of the same layer."""
    return np.asarray([[a.spot.low >= b.spot.high and a.layer == b.layer for b in earlier] for a in later])


def join_pieces(words: Words, rows: Floats, marked: list[MarkedSpot], gaps: dict[str, Floats]) -> list[Joined]:
    """The statements of one text, in the order of their first content word."""
    contents = sorted((m for m in marked if m.role == "C" and m.layer < 2), key=lambda m: (m.spot.low, m.layer))
    cues = [m for m in marked if m.role == "Q"]
    speakers = [m for m in marked if m.role == "S"]
    if not contents:
        return []
    page = _Page(words, rows, gaps)
    groups = _groups(page.odds("content_prior", contents, contents))
    cue_odds = page.odds("content_cue", contents, cues)
    speaker_odds = page.odds("content_speaker", contents, speakers)
    voice_odds = page.odds("cue_speaker", cues, speakers) if cues else None
    joined: list[Joined] = []
    for group in groups:
        cue = _cue(cue_odds[group].sum(axis=0))
        odds = speaker_odds[group].mean(axis=0)
        if cue is not None and voice_odds is not None:
            odds = odds + voice_odds[cue]
        who = _chosen(odds)
        joined.append(
            Joined(
                tuple(contents[index] for index in group),
                () if cue is None else (cues[cue],),
                tuple(speakers[index] for index in who),
            )
        )
    return joined


def _groups(prior: Floats) -> list[list[int]]:
    """Content pieces by statement: each piece joins the statement of the earlier piece it most likely goes on from."""
    nobody = prior.shape[1] - 1
    group_of: dict[int, list[int]] = {}
    groups: list[list[int]] = []
    for index, best in enumerate(prior.argmax(axis=1).tolist()):
        if best != nobody and best in group_of:
            group = group_of[best]
        else:
            group = []
            groups.append(group)
        group.append(index)
        group_of[index] = group
    return groups


def _cue(odds: Floats) -> int | None:
    best = int(odds.argmax())
    return None if best == len(odds) - 1 else best


def _chosen(odds: Floats) -> list[int]:
    best = int(odds.argmax())
    if best == len(odds) - 1 and (best == 0 or odds[:-1].max() < odds[-1] - NAMED):
        return []
    best = int(odds[:-1].argmax())
    near = np.flatnonzero(odds[:-1] >= odds[best] + np.log(ALSO))
    return [int(index) for index in near]
