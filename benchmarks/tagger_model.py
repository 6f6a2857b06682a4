"""The tagger as a PyTorch module: MiniLM-L6 with shapes and table marks beside the word pieces.

A plain forward pass, so that the ONNX export holds nothing but matrix products and soft maxima.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import nn

from extractors.tagger.marks import MARK_COUNT
from extractors.tagger.words import SHAPE_COUNT

HIDDEN, HEADS, LAYERS, INNER, LONGEST = 384, 12, 6, 1536, 512


class Layer(nn.Module):
    """One BERT layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.value, self.mix = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.grow, self.shrink = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x: (batch, length, HIDDEN); bias: (batch, 1, 1, length), very negative at padding."""
        batch, length = x.shape[0], x.shape[1]

        def split(y: torch.Tensor) -> torch.Tensor:
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        # no dropout on the attention weights: drawing them costs a fifth of a step on a processor
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + bias, dim=-1)
        y = (weights @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.drop(self.mix(y)))
        return self.norm2(x + self.drop(self.shrink(nn.functional.gelu(self.grow(x)))))


class Tagger(nn.Module):
    """Scores of the labels for every piece."""

    def __init__(self, label_count: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.places = nn.Embedding(LONGEST, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.shapes = nn.Embedding(SHAPE_COUNT, HIDDEN)
        self.marks = nn.Embedding(MARK_COUNT, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, label_count)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.marks.weight, std=0.02)

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        """All arguments (batch, length), whole numbers; mask is 0 at padding."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(at) + self.kinds.weight[0]
        x = self.drop(self.norm(x + self.shapes(shapes) + self.marks(marks)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return self.head(self.drop(x))


def load_base(model: Tagger, path: Path) -> None:
    """Copies the weights of MiniLM-L6 (model.safetensors of the package) into the tagger."""
    from safetensors.torch import load_file  # noqa: PLC0415  comes with the base package

    base = load_file(path)
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "mix",
        "attention.output.LayerNorm": "norm1",
        "intermediate.dense": "grow",
        "output.dense": "shrink",
        "output.LayerNorm": "norm2",
    }
    tensors = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"],
        "kinds.weight": base["embeddings.token_type_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for old, new in names.items():
            for part in ("weight", "bias"):
                tensors[f"layers.{layer}.{new}.{part}"] = base[
                    f"encoder.layer.{layer}.{old}.{part}"
                ]
    missing = model.load_state_dict(tensors, strict=False).missing_keys
    expected = {"shapes.weight", "marks.weight", "head.weight", "head.bias"}
    if set(missing) != expected:
        raise ValueError(f"base weights do not fit: {sorted(set(missing) ^ expected)}")
