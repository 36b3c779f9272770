"""Trained weights -> what the package ships: int8 ONNX, the tokenizer, the facts about them.

`python -m training.export --weights reader.pt` writes into src/fogline/data/reader.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from hashlib import blake2b
from pathlib import Path

import torch
from torch import Tensor, nn

from fogline.claims.tagger.layout import COLUMNS, JOINS
from training.model import ReaderModel, base_folder

__all__ = ["READER", "export", "main"]

READER = Path(__file__).parent.parent / "src/fogline/data/reader"


class _Frozen(nn.Module):
    """The model with the shape tables added up into one."""

    def __init__(self, model: ReaderModel) -> None:
        super().__init__()
        self.encoder, self.heads = model.encoder, model.heads
        self.shapes = nn.Embedding.from_pretrained(model.shape_table().detach())

    def forward(self, pieces: Tensor, shape: Tensor, mask: Tensor) -> Tensor:
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shape)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        result: Tensor = self.heads(hidden)
        return result


def export(model: ReaderModel, folder: Path) -> str:
    """Write reader.onnx, tokenizer.json and reader.json into the folder; gives the version of the weights."""
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    model.encoder.config._attn_implementation = "eager"
    inputs = (torch.ones(2, 8, dtype=torch.long), torch.zeros(2, 8, dtype=torch.long), torch.ones(2, 8).long())
    names = ["pieces", "shape", "mask"]
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            _Frozen(model).eval(),
            inputs,
            str(whole),
            input_names=names,
            output_names=["heads"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in [*names, "heads"]},
            opset_version=17,
            dynamo=False,
        )
        fused = _fused(whole)
        quantize_dynamic(
            fused,
            folder / "reader.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
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


def _fused(path: Path) -> Path:
    """The graph with GELU and attention fused: the same numbers, faster.

    Sums and layer norms stay apart: the run-time's joint operator for them takes six times as long as both together.
    """
    from onnxruntime.transformers import fusion_options, optimizer

    fused = path.with_name("fused.onnx")
    options = fusion_options.FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    graph = optimizer.optimize_model(
        str(path), model_type="bert", num_heads=12, hidden_size=384, optimization_options=options, opt_level=0
    )
    graph.save_model_to_file(str(fused))
    return fused


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
