"""The network itself: reports in words -> one row of head outputs a word. Knows onnxruntime and tokenizers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from fogline.claims.tagger.layout import JOINS
from fogline.claims.tagger.windows import Window, windows_over
from fogline.claims.tagger.words import Words, split_words
from fogline.errors import RunError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

__all__ = ["Network"]

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
            # Its joint operator for a sum and a layer norm takes six times as long as the two apart: 30 % of a window.
            session = onnxruntime.InferenceSession(
                weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )
        except (OSError, ValueError) as error:
            raise RunError(f"the weights of the reader cannot be loaded: {error}") from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        gaps = {join: np.asarray(facts["gaps"][join], dtype=np.float32) for join in JOINS}
        return cls(session, tokenizer, gaps, facts["version"])

    def words_of(self, text: str) -> Words:
        """The words of a text."""
        return split_words(text, self.tokenizer)

    def rows(self, words: Words) -> Floats:
        """The head outputs of every word of a text.

        Windows are read one by one: int8 outputs depend on all that is read at once, so a batch would let a report's
        claims depend on its neighbours.
        """
        shape = np.repeat(words.shape, np.diff(words.first))
        parts = [self._window(words, shape, window) for window in windows_over(words)]
        return np.concatenate(parts) if parts else np.zeros((0, 0), dtype=np.float32)

    def _window(self, words: Words, shape: Ints, window: Window) -> Floats:
        """The head outputs of the words of a window; `shape` has one for each word piece of the text."""
        low, high = words.first[window.low], words.first[window.high]
        framed = np.zeros((2, 1, high - low + 2), dtype=np.int64)
        framed[0, 0, 0], framed[0, 0, -1] = FRAME_OPEN, FRAME_CLOSE
        framed[0, 0, 1:-1], framed[1, 0, 1:-1] = words.pieces[low:high], shape[low:high]
        heads: Floats = self.session.run(["heads"], {"pieces": framed[0], "shape": framed[1]})[0][0]
        first: Floats = heads[words.first[window.low : window.high] - low + 1]
        return first
