"""Words and grammar from spaCy; nothing outside this folder knows which parser was used."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fogline.errors import RunError
from fogline.records.sentences import Token
from fogline.sentences.words import STOCK, TAGS, Lemmas, part_of_speech

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Grammar"]

# The parser was trained on straight quotes; one for one, so that offsets stay.
STRAIGHT = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\n": " ",
        "\r": " ",
    }
)


ONE_THREAD = "OPENBLAS_NUM_THREADS"


class Grammar:
    """Tags and parses sentences with a spaCy pipeline of which only tagger, parser and lemmatizer run.

    The named-entity part is left out: it costs 45 % of the time and sees 13 of 57 place words (DESIGN 5).
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lemmas = Lemmas(nlp)
        self._strings: dict[int, str] = {0: ""}

    @classmethod
    def load(cls, package: str) -> Grammar:
        """The pipeline of an installed spaCy package. Raises RunError where it is missing or too old."""
        alone = _numpy_keeps_to_one_thread()
        try:
            module = importlib.import_module(package)
            nlp: Language = module.load(exclude=["ner", "senter"])
        except (ImportError, AttributeError, OSError, ValueError) as error:
            raise RunError(f"the language model {package} cannot be loaded: {error}") from error
        if alone:
            _multiply_with_numpy(nlp)
        return cls(nlp)

    @property
    def version(self) -> str:
        """Name and version of the pipeline, for `made_by`."""
        return f"{self._nlp.meta['lang']}_{self._nlp.meta['name']}-{self._nlp.meta['version']}"

    def words(self, text: str, start: int) -> tuple[Token, ...]:
        """The words of a sentence that begins at `start` of the report, without grammar."""
        doc = self._nlp.make_doc(text.translate(STRAIGHT))
        return tuple(
            Token(
                i,
                start + word.idx,
                start + word.idx + len(word),
                text[word.idx : word.idx + len(word)],
                "",
                "",
                "",
                "",
                i,
            )
            for i, word in enumerate(doc)
        )

    def parse(self, sentences: Iterable[tuple[str, int]]) -> Iterator[tuple[Token, ...]]:
        """Words with grammar for each (text, offset in the report), in order."""
        pairs = list(sentences)
        docs = (self._whole(text) for text, _ in pairs)
        for doc, (text, start) in zip(self._nlp.pipe(docs, batch_size=128, disable=STOCK), pairs, strict=True):
            yield self._tokens(doc, text, start)

    def _whole(self, text: str) -> Doc:
        """A document that the parser may not split: we know better where sentences end."""
        doc = self._nlp.make_doc(text.translate(STRAIGHT))
        for i in range(1, len(doc)):
            doc[i].is_sent_start = False
        return doc

    def _tokens(self, doc: Doc, text: str, start: int) -> tuple[Token, ...]:
        # One array instead of five attribute look-ups a word: a fifth of the time.
        table: np.ndarray = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"])
        rows = table.astype("int64").tolist()
        tags = [self._string(row[2]) for row in rows]
        deps = [self._string(row[3]) for row in rows]
        straight = text.translate(STRAIGHT)
        words = [straight[row[0] : row[0] + row[1]] for row in rows]
        lemmas = self._lemmas.of(doc, words, tags, [dep in ("aux", "auxpass") for dep in deps])
        return tuple(
            Token(
                i,
                start + low,
                start + low + length,
                text[low : low + length],
                lemma,
                TAGS.get(tag) or part_of_speech(tag, dep, text[low : low + length].lower()),
                tag,
                dep,
                i + head,
            )
            for i, ((low, length, _, _, head), lemma, tag, dep) in enumerate(zip(rows, lemmas, tags, deps, strict=True))
        )

    def _string(self, key: int) -> str:
        found = self._strings.get(key)
        if found is None:
            found = self._strings[key] = self._nlp.vocab.strings[key & 0xFFFFFFFFFFFFFFFF]
        return found


def _numpy_keeps_to_one_thread() -> bool:
    """Whether numpy multiplies on one thread, which it is asked to do where it is not loaded yet.

    On several they wait for each other more than they work: on two busy cores a parse took 2.4 times as long.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault(ONE_THREAD, "1")
    return os.environ.get(ONE_THREAD) == "1"


def _multiply_with_numpy(nlp: Language) -> None:
    """Let numpy multiply the matrices of the pipeline: three times as fast as its own way, the parse takes 38 % less.

    On 23,000 words of news every tag, relation and head is the same.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = ops
