"""The network itself: reports in words -> one row of head outputs a word. Knows onnxruntime and tokenizers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from fogline.claims.tagger.layout import JOINS
from fogline.claims.tagger.words import Window, Words, split_words, windows_over
from fogline.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

__all__ = ["Network"]

WINDOW, OVERLAP = 254, 48  # pieces; the network was trained on windows of 254
BATCH_PIECES = 512  # keeps a batch in the cache of a core: 10.4k pieces a second against 8.9k for 2048
FRAME_OPEN, FRAME_CLOSE = 101, 102


@dataclass(frozen=True, slots=True)
class Network:
    """The loaded weights. `gaps` holds the distance tables of the joins; `version` names the weights."""

    session: Any
    tokenizer: Any
    gaps: dict[str, Floats]
    version: str

    @classmethod
    def load(cls) -> Network:
        """The weights that ship with the package, on one thread.

        Raises RunError where they are missing or onnxruntime cannot read them.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        folder = files("fogline.data") / "reader"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            facts = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            weights = (folder / "reader.onnx").read_bytes()
            session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        except (OSError, ValueError) as error:
            raise RunError(f"the weights of the reader cannot be loaded: {error}") from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        gaps = {join: np.asarray(facts["gaps"][join], dtype=np.float32) for join in JOINS}
        return cls(session, tokenizer, gaps, facts["version"])

    def words_of(self, text: str) -> Words:
        """The words of a text."""
        return split_words(text, self.tokenizer)

    def rows(self, texts: Sequence[Words]) -> list[Floats]:
        """The head outputs of every word of every text. Windows of like length are read together."""
        jobs = [(owner, window) for owner, w in enumerate(texts) for window in windows_over(w, WINDOW, OVERLAP)]
        sizes = [int(texts[o].first[w.high] - texts[o].first[w.low]) + 2 for o, w in jobs]
        order = sorted(range(len(jobs)), key=lambda job: (-sizes[job], job))
        parts: dict[int, Floats] = {}
        start = 0
        while start < len(order):
            stop = start + max(1, BATCH_PIECES // sizes[order[start]])
            chosen = order[start:stop]
            outputs = self._batch([(texts[jobs[j][0]], jobs[j][1]) for j in chosen])
            parts |= zip(chosen, outputs, strict=True)
            start = stop
        return [_joined(owner, jobs, parts) for owner in range(len(texts))]

    def _batch(self, windows: list[tuple[Words, Window]]) -> list[Floats]:
        bases = [words.first[w.low : w.high + 1] - words.first[w.low] for words, w in windows]
        length = max(int(base[-1]) for base in bases) + 2
        pieces, shape, mask = (np.zeros((len(windows), length), dtype=np.int64) for _ in range(3))
        for row, ((words, window), base) in enumerate(zip(windows, bases, strict=True)):
            size = int(base[-1])
            low = int(words.first[window.low])
            pieces[row, 0], pieces[row, size + 1] = FRAME_OPEN, FRAME_CLOSE
            pieces[row, 1 : size + 1] = words.pieces[low : low + size]
            shape[row, 1 : size + 1] = np.repeat(words.shape[window.low : window.high], np.diff(base))
            mask[row, : size + 2] = 1
        heads = self.session.run(["heads"], {"pieces": pieces, "shape": shape, "mask": mask})[0]
        kept = []
        for row, ((_, window), base) in enumerate(zip(windows, bases, strict=True)):
            wanted = base[window.keep_low - window.low : window.keep_high - window.low] + 1
            kept.append(heads[row, wanted])
        return kept


def _joined(owner: int, jobs: list[tuple[int, Window]], parts: dict[int, Floats]) -> Floats:
    mine = [parts[index] for index, (of, _) in enumerate(jobs) if of == owner]
    return np.concatenate(mine) if mine else np.zeros((0, 0), dtype=np.float32)
