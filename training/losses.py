"""What the network is punished for: wrong labels, wrong joins, wrong kinds of statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from fogline.claims.tagger.layout import ATTRIBUTES, JOIN_WIDTH, JOINS, column_slices

if TYPE_CHECKING:
    from fogline.claims.tagger.layout import Spot
    from training.examples import Example, JoinTask
    from training.model import ReaderModel

__all__ = ["Batch", "Weights", "batch_loss", "collate"]

SLICES = column_slices()
FRAME_OPEN, FRAME_CLOSE, IGNORED = 101, 102, -100


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of mistake counts."""

    nested: float = 0.6
    own: float = 0.5
    joins: float = 0.5
    attributes: float = 0.5


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length, with the place of each word's first piece and its labels."""

    pieces: Tensor
    shape: Tensor
    mask: Tensor
    first: Tensor
    labels: dict[str, Tensor]
    examples: list[Example]


def collate(examples: list[Example]) -> Batch:
    """Windows side by side, framed and padded."""
    length = max(len(e.pieces) for e in examples) + 2
    words = max(len(e.first) for e in examples)
    shape_of = (len(examples), length)
    pieces, shape, mask = (np.zeros(shape_of, dtype=np.int64) for _ in range(3))
    first = np.zeros((len(examples), words), dtype=np.int64)
    labels = {name: np.full((len(examples), words), IGNORED) for name in ("outer", "nested", "own")}
    for row, example in enumerate(examples):
        size, count = len(example.pieces), len(example.first)
        pieces[row, : size + 2] = [FRAME_OPEN, *example.pieces, FRAME_CLOSE]
        widths = np.diff(np.append(example.first, size))
        shape[row, 1 : size + 1] = np.repeat(example.shape, widths)
        mask[row, : size + 2] = 1
        first[row, :count] = example.first + 1
        for name, values in example.labels.items():
            labels[name][row, :count] = values
    tensors = {name: torch.from_numpy(values) for name, values in labels.items()}
    arrays = [torch.from_numpy(a) for a in (pieces, shape, mask, first)]
    return Batch(*arrays, tensors, examples)


def batch_loss(model: ReaderModel, heads: Tensor, batch: Batch, weights: Weights) -> Tensor:
    """The weighted sum of all losses of one batch; `heads` is what the model gave for it."""
    rows = torch.gather(heads, 1, batch.first.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
    total = _label_loss(rows, batch, "outer")
    total = total + weights.nested * _label_loss(rows, batch, "nested")
    total = total + weights.own * _label_loss(rows, batch, "own")
    for join in JOINS:
        total = total + weights.joins * _join_loss(model, rows, batch, join)
    return total + weights.attributes * _attribute_loss(rows, batch)


def _label_loss(rows: Tensor, batch: Batch, name: str) -> Tensor:
    logits = rows[..., SLICES[name]]
    return functional.cross_entropy(logits.flatten(0, 1), batch.labels[name].flatten(), ignore_index=IGNORED)


def _ends(vectors: Tensor, spots: list[Spot]) -> Tensor:
    """One vector a piece: the mean of those of its first and last word."""
    low = torch.tensor([spot.low for spot in spots])
    high = torch.tensor([spot.high - 1 for spot in spots])
    return (vectors[low] + vectors[high]) / 2


def _join_loss(model: ReaderModel, rows: Tensor, batch: Batch, join: str) -> Tensor:
    losses = []
    for row, example in zip(rows, batch.examples, strict=True):
        task = example.joins[join]
        known = task.nobody | task.right.any(axis=1)
        if known.any():
            scores = _join_scores(model, row, task, join)
            right = torch.from_numpy(np.concatenate([task.right, task.nobody[:, None]], axis=1)[known])
            log_odds = functional.log_softmax(scores[torch.from_numpy(known)], dim=-1)
            losses.append(-torch.logsumexp(log_odds.masked_fill(~right, -1e4), dim=-1))
    return torch.cat(losses).mean() if losses else rows.new_zeros(())


def _join_scores(model: ReaderModel, row: Tensor, task: JoinTask, join: str) -> Tensor:
    nobody = _ends(row[:, SLICES[f"{join}.nobody"]], task.asking)
    if not task.answering:
        return nobody
    asks = _ends(row[:, SLICES[f"{join}.asks"]], task.asking)
    answers = _ends(row[:, SLICES[f"{join}.answers"]], task.answering)
    bias = model.gaps[join][torch.from_numpy(task.gaps)].sum(-1)
    scores = asks @ answers.T / JOIN_WIDTH**0.5 + bias
    if join == "content_prior":
        later = torch.tensor([[a.low < b.high for b in task.answering] for a in task.asking])
        scores = scores.masked_fill(later, -1e4)
    return torch.cat([scores, nobody], dim=1)


def _mean(rows: Tensor, spots: list[Spot]) -> Tensor:
    return torch.cat([rows[spot.low : spot.high] for spot in spots]).mean(0)


def _attribute_loss(rows: Tensor, batch: Batch) -> Tensor:
    logits: list[Tensor] = []
    targets: list[tuple[int, int, int]] = []
    for row, example in zip(rows, batch.examples, strict=True):
        content, cue = row[:, SLICES["content_attributes"]], row[:, SLICES["cue_attributes"]]
        for contents, cues, attributes in example.statements:
            logits.append(_mean(content, contents) + (_mean(cue, cues) if cues else 0))
            targets.append(attributes)
        for spot, kind, status in example.own_events:
            logits.append(_mean(content, [spot]))
            targets.append((IGNORED, kind, status))
    if not logits:
        return rows.new_zeros(())
    parts = torch.stack(logits).split([len(names) for names in ATTRIBUTES.values()], dim=-1)
    wanted = torch.tensor(targets).unbind(-1)
    losses = [
        functional.cross_entropy(part, want, ignore_index=IGNORED)
        for part, want in zip(parts, wanted, strict=True)
        if bool((want != IGNORED).any())
    ]
    return torch.stack(losses).sum()
