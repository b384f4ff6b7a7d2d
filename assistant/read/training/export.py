"""Write what was trained as what the program reads: two ONNX graphs with weights of eight bits, packed.

``python -m assistant.read.training.export --base FOLDER --network FILE --cross FILE --out FOLDER``
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from assistant.read.reader import CROSS, ENCODER, TOKENIZER
from assistant.read.training.cross import CrossEncoder
from assistant.read.training.network import ReadingNetwork

SMALLEST = 10_000  # numbers; smaller tensors keep their 32 bits
DIGITS = 127  # the largest whole number that a weight is rounded to


class _Encoder(nn.Module):
    """Token numbers (n_texts, n_tokens) to the vectors (n_texts, n_tokens, 2, width) and to what each token counts."""

    def __init__(self, network: ReadingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        lower, upper = self.network.both(ids)
        return torch.stack([lower, upper], 2), functional.softplus(self.network.weight(upper)[..., 0])


def export(network: ReadingNetwork, cross: CrossEncoder, base: Path, out: Path) -> None:
    """Write encoder, cross-encoder and tokenizer to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    texts, tokens, sentences = (torch.export.Dim(name, min=2) for name in ("texts", "tokens", "sentences"))
    _write(
        _Encoder(network),
        {"ids": torch.full((2, 9), 5, dtype=torch.int64)},
        {"ids": {0: texts, 1: tokens}},
        ["vectors", "counts"],
        out / ENCODER,
    )
    width = network.encoder.config.hidden_size
    example = {
        "states": torch.ones(3, 9, width),
        "kind": torch.ones(3, 9, dtype=torch.int64),
        "seen": torch.ones(3, 9),
        "member": torch.ones(3, 4, 9),
        "match": torch.ones(3, 4),
    }
    shapes = {
        "states": {0: texts, 1: tokens},
        "kind": {0: texts, 1: tokens},
        "seen": {0: texts, 1: tokens},
        "member": {0: texts, 1: sentences, 2: tokens},
        "match": {0: texts, 1: sentences},
    }
    _write(cross, example, shapes, ["logits"], out / CROSS)
    (out / TOKENIZER).write_bytes(packed((base / "tokenizer.json").read_bytes()))


def packed(data: bytes) -> bytes:
    """The same bytes for the same data, whenever it is packed: weights lose a fifth."""
    return gzip.compress(data, mtime=0)


def _write(
    module: nn.Module,
    example: dict[str, Tensor],
    shapes: dict[str, dict[int, Any]],
    told: list[str],
    path: Path,
) -> None:
    program = torch.onnx.export(
        module.eval(),
        tuple(example.values()),
        dynamo=True,
        dynamic_shapes=shapes,
        input_names=list(example),
        output_names=list(told),
    )
    if program is None:
        raise RuntimeError("torch.onnx gave no program")
    model = program.model_proto
    _rounded(model)
    onnx.checker.check_model(model)
    path.write_bytes(packed(model.SerializeToString()))


def _rounded(model: onnx.ModelProto) -> None:
    """Keep every large weight as whole numbers of eight bits with a scale for each column (each row of a table).

    ONNX Runtime turns them back into numbers of 32 bits once, when the graph is opened.
    """
    tables = {node.input[0] for node in model.graph.node if node.op_type == "Gather"}
    kept, made = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALLEST or values.ndim != 2:
            kept.append(tensor)
            continue
        axis = 0 if tensor.name in tables else 1
        scale = np.abs(values).max(axis=1 - axis, keepdims=True) / DIGITS
        scale = np.where(scale == 0, 1, scale).astype(np.float32)
        whole = np.round(values / scale).astype(np.int8)
        name = tensor.name
        kept += [
            numpy_helper.from_array(whole, f"{name}.whole"),
            numpy_helper.from_array(scale.reshape(-1), f"{name}.scale"),
        ]
        made.append(onnx.helper.make_node("DequantizeLinear", [f"{name}.whole", f"{name}.scale"], [name], axis=axis))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    nodes = [*made, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and write the graphs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--cross", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    network = ReadingNetwork(options.base)
    network.load_state_dict(torch.load(options.network)["network"])
    cross = CrossEncoder(network.encoder)
    cross.load_state_dict(torch.load(options.cross)["cross"])
    export(network, cross, options.base, options.out)


if __name__ == "__main__":
    main()
