"""Trained weights -> what the package ships: int8 ONNX, the tokenizer, the facts about them.

`python -m training.export --weights reader.pt` writes into src/fogline/data/reader.
"""

from __future__ import annotations

import argparse
import json
from hashlib import blake2b
from pathlib import Path

import torch

from fogline.claims.tagger.layout import COLUMNS, JOINS
from training.graph import graph_of
from training.model import ReaderModel, base_folder

__all__ = ["READER", "export", "main"]

READER = Path(__file__).parent.parent / "src/fogline/data/reader"


def export(model: ReaderModel, folder: Path) -> str:
    """Write reader.onnx, tokenizer.json and reader.json into the folder; gives the version of the weights."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reader.onnx").write_bytes(graph_of(model).SerializeToString())
    digest = blake2b((folder / "reader.onnx").read_bytes(), digest_size=10).hexdigest()
    (folder / "tokenizer.json").write_bytes((base_folder() / "tokenizer.json").read_bytes())
    facts = {
        "version": f"reader-{digest[:8]}",
        "digest": digest,
        "columns": COLUMNS,
        "gaps": {join: [round(v, 5) for v in model.gaps[join].tolist()] for join in JOINS},
        "figures": {},
    }
    (folder / "reader.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    return str(facts["version"])


def main() -> None:
    """Export weights that training wrote."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=READER)
    options = parser.parse_args()
    model = ReaderModel()
    model.load_state_dict(torch.load(options.weights, weights_only=True))
    print(export(model.eval(), options.out))


if __name__ == "__main__":
    main()
