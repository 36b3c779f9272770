"""The weights that ship are those that their own facts and the model card tell of."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

from training.corpus import read_corpus

ROOT = Path(__file__).parents[2]
READER = ROOT / "src" / "fogline" / "data" / "reader"
CARD = (ROOT / "docs" / "explain" / "reader-model.md").read_text(encoding="utf-8")
FACTS = json.loads((READER / "reader.json").read_text(encoding="utf-8"))


def test_the_digest_is_that_of_the_weights_and_stands_in_the_card() -> None:
    assert blake2b((READER / "reader.onnx").read_bytes(), digest_size=10).hexdigest() == FACTS["digest"]
    assert FACTS["digest"] in CARD


def test_the_weights_are_small() -> None:
    assert sum(file.stat().st_size for file in READER.iterdir() if file.is_file()) <= 25_000_000


def test_the_card_tells_the_figures_of_these_weights() -> None:
    (shipped,) = (line for line in CARD.splitlines() if "what ships" in line)
    figures = FACTS["figures"]["polnear_160"]
    for name in ("F0.3", "F0.8", "speaker0.3"):
        assert f"{figures[name]:.3f}".removeprefix("0") in shipped


def test_the_card_counts_the_corpus_as_it_is() -> None:
    reports = read_corpus()
    statements = sum(len(report.statements) for report in reports)
    assert f"{len(reports)} reports" in CARD
    assert f"{statements:,} statements" in CARD
