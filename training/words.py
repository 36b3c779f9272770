"""Builds the word table of linking: `python -m training.words`.

Each word piece goes through the pretrained encoder alone; what comes out is brought down to few dimensions, with pieces
that are frequent in the training corpus weighing little. The same packages and corpus give the same file.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from fogline.data.words.table import DIMENSIONS, TABLE, VOCABULARY, split
from training.model import base_folder, base_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

CORPUS = Path(__file__).parent / "corpus"
BATCH = 512
FREQUENT = 1e-3  # a share of all pieces at which a piece weighs half
TELLING = 15_000  # the most frequent pieces: they settle which dimensions are kept
START, END = 101, 102  # marks around a text


def encoded(size: int) -> Rows:
    """The mean of what the encoder makes of each piece of the vocabulary, alone between the marks."""
    import torch
    from transformers import AutoModel

    torch.manual_seed(0)
    model = AutoModel.from_pretrained(str(base_folder())).eval()
    rows = []
    with torch.no_grad():
        for first in range(0, size, BATCH):
            ids = torch.tensor([[START, piece, END] for piece in range(first, min(size, first + BATCH))])
            rows.append(model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state.mean(1).numpy())
    return np.concatenate(rows)


def counted(known: dict[str, int]) -> Counter[int]:
    """How often each piece stands in the training corpus."""
    found: Counter[int] = Counter()
    for path in sorted(path for path in CORPUS.rglob("*") if path.is_file()):
        found.update(split(path.read_text(encoding="utf-8", errors="ignore"), known))
    return found


def reduced(full: Rows, counts: Sequence[int]) -> Rows:
    """The rows in `DIMENSIONS` dimensions, each as long as its piece weighs."""
    centred = full - full.mean(0)
    often = np.argsort(-np.asarray(counts), kind="stable")[:TELLING]
    axes = np.linalg.svd(centred[often], full_matrices=False)[2][:DIMENSIONS]
    shares = np.asarray(counts) / sum(counts)
    weights = FREQUENT / (FREQUENT + shares)
    return ((centred @ axes.T) * weights[:, None]).astype(np.float32)


def packed(rows: Rows) -> tuple[NDArray[np.int8], Rows]:
    """The rows as signed bytes, and the scale of each."""
    scales = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    return np.round(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def main() -> None:
    """Write the table and its vocabulary beside the module that reads them."""
    vocabulary: dict[str, int] = base_tokenizer().get_vocab(with_added_tokens=False)
    kept = sorted((at, piece) for piece, at in vocabulary.items() if piece.isascii() and not piece.startswith("["))
    numbers = {piece: row for row, (_, piece) in enumerate(kept)}
    counts = counted(numbers)
    full = encoded(len(vocabulary))[[at for at, _ in kept]]
    rows, scales = packed(reduced(full, [counts[row] for row in range(len(kept))]))
    VOCABULARY.write_text("\n".join(piece for _, piece in kept) + "\n", encoding="utf-8")
    np.save(TABLE, np.concatenate([rows, scales.view(np.int8).reshape(-1, 4)], axis=1))
    for path in (TABLE, VOCABULARY):
        print(path.name, path.stat().st_size, blake2b(path.read_bytes(), digest_size=16).hexdigest())


if __name__ == "__main__":
    main()
