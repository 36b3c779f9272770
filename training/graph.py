"""The graph that ships, written node by node: int8 weights, float sums, as few passes over the data as can be.

What a general exporter and its optimiser make of the same network takes a tenth longer: their attention multiplies by
the weights of each head apart, and adds biases in passes of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnx import ModelProto, NodeProto
    from onnx import TensorProto as Constant
    from torch import Tensor, nn
    from transformers.models.bert.modeling_bert import BertLayer

    from training.model import ReaderModel

    Floats = NDArray[np.float32]

__all__ = ["graph_of"]

MICROSOFT = "com.microsoft"
OPSET = 23  # the first with an operator for attention
FORMAT = 11  # the format that goes with it


class _Graph:
    """Nodes and constants in the making; each method adds a layer and gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[Constant] = []

    def add(self, operator: str, inputs: Sequence[str], name: str, **attributes: str | float) -> str:
        """A node with one output, which has its name."""
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """A constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def quantized(self, layer: nn.Linear, name: str) -> tuple[str, str, str]:
        """The int8 weights, scales and bias of a linear layer as constants."""
        weights, scales = int8(_array(layer.weight).T)
        packed = self.constant(f"{name}.weight", weights)
        return packed, self.constant(f"{name}.scale", scales), self.constant(f"{name}.bias", _array(layer.bias))

    def linear(self, data: str, layer: nn.Linear, name: str) -> str:
        """A linear layer that rounds its input to eight bits itself."""
        weight, scale, bias = self.quantized(layer, name)
        return self.add("DynamicQuantizeMatMul", [data, weight, scale, "", bias], name, domain=MICROSOFT)

    def linears(self, data: str, layers: dict[str, nn.Linear]) -> list[str]:
        """Linear layers over one input, which is rounded once for all."""
        rounded = [f"{data}.{part}" for part in ("rounded", "scale", "zero")]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [data], rounded, name=rounded[0]))
        return [self._over(rounded, layer, name) for name, layer in layers.items()]

    def _over(self, rounded: Sequence[str], layer: nn.Linear, name: str) -> str:
        weight, scale, bias = self.quantized(layer, name)
        inputs = [rounded[0], weight, rounded[1], scale, rounded[2], "", bias]
        return self.add("MatMulIntegerToFloat", inputs, name, domain=MICROSOFT)

    def norm(self, left: str, right: str, layer: nn.LayerNorm, name: str) -> str:
        """The layer norm of a sum. Apart: the run-time's joint operator takes six times as long as both together."""
        total = self.add("Add", [left, right], f"{name}.sum")
        gain, bias = (
            self.constant(f"{name}.gain", _array(layer.weight)),
            self.constant(f"{name}.bias", _array(layer.bias)),
        )
        return self.add("LayerNormalization", [total, gain, bias], name, axis=-1, epsilon=layer.eps)


def _array(tensor: Tensor) -> Floats:
    values: Floats = tensor.detach().numpy()
    return values


def int8(values: Floats) -> tuple[NDArray[np.int8], Floats]:
    """The values as signed bytes, and the scale of each column: nought stays nought."""
    scales = np.maximum(np.abs(values).max(0), 1e-12) / 127
    return np.rint(values / scales).astype(np.int8), scales.astype(np.float32)


def uint8(values: Floats) -> tuple[NDArray[np.uint8], Floats, NDArray[np.uint8]]:
    """The values as bytes, with the scale of all and the byte that stands for nought."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    scale = np.float32((high - low) / 255)
    nought = np.rint(-low / scale)
    rounded = np.clip(np.rint(values / scale) + nought, 0, 255).astype(np.uint8)
    return rounded, np.asarray(scale), np.asarray(nought, dtype=np.uint8)


def _coarse(tensor: Tensor) -> Floats:
    """The values as bytes can tell them: all tables that are added up are as coarse as the largest of them."""
    rounded, scale, nought = uint8(_array(tensor))
    return ((rounded.astype(np.int32) - nought).astype(np.float32) * scale).astype(np.float32)


def graph_of(model: ReaderModel) -> ModelProto:
    """The network as an ONNX model: `pieces` and `shape` (1 x length, int64) in, `heads` (1 x length x columns) out."""
    graph = _Graph()
    hidden = _embedded(graph, model)
    for number, layer in enumerate(model.encoder.encoder.layer):
        hidden = _layer(graph, layer, hidden, f"layer{number}")
    graph.linear(hidden, model.heads, "heads")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "length"]) for name in ("pieces", "shape")]
    output = helper.make_tensor_value_info("heads", TensorProto.FLOAT, [1, "length", model.heads.out_features])
    made = helper.make_graph(graph.nodes, "reader", inputs, [output], graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=FORMAT)


def _embedded(graph: _Graph, model: ReaderModel) -> str:
    """Word piece, shape and position added up."""
    tables = model.encoder.embeddings
    words, scale, nought = uint8(_array(tables.word_embeddings.weight))
    rounded = graph.add("Gather", [graph.constant("words", words), "pieces"], "word.rounded")
    scales = [graph.constant("words.scale", scale), graph.constant("words.nought", nought)]
    word = graph.add("DequantizeLinear", [rounded, *scales], "word")
    shapes = _coarse(model.shape_table()) + _coarse(tables.token_type_embeddings.weight)[0]
    shape = graph.add("Gather", [graph.constant("shapes", shapes), "shape"], "word.shape")
    start = graph.constant("start", np.zeros(1, dtype=np.int64))
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    positions = graph.constant("positions", _coarse(tables.position_embeddings.weight))
    position = graph.add("Slice", [positions, start, length, start], "position")
    return graph.norm(graph.add("Add", [word, shape], "word.shaped"), position, tables.LayerNorm, "embedded")


def _layer(graph: _Graph, layer: BertLayer, hidden: str, name: str) -> str:
    heads = layer.attention.self
    asked = {f"{name}.{part}": getattr(heads, part) for part in ("query", "key", "value")}
    count = heads.num_attention_heads
    seen = graph.add("Attention", graph.linears(hidden, asked), f"{name}.seen", q_num_heads=count, kv_num_heads=count)
    mixed = graph.linear(seen, layer.attention.output.dense, f"{name}.mixed")
    middle = graph.norm(mixed, hidden, layer.attention.output.LayerNorm, f"{name}.attended")
    wide = graph.add("Gelu", [graph.linear(middle, layer.intermediate.dense, f"{name}.wide")], f"{name}.bent")
    narrow = graph.linear(wide, layer.output.dense, f"{name}.narrow")
    return graph.norm(narrow, middle, layer.output.LayerNorm, f"{name}.out")
