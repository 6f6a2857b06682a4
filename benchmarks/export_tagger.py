"""Exports trained weights to ONNX with 8-bit weights, and compares the outputs.

python benchmarks/export_tagger.py --weights FILE --out extractors/data/tagger.onnx
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tagger_data import LABELS
from benchmarks.tagger_model import Tagger
from extractors.tagger.marks import MARK_COUNT
from extractors.tagger.words import SHAPE_COUNT

INPUTS = ("ids", "shapes", "marks", "mask")
CLOSE = 1e-3  # largest difference of scores between PyTorch and the 32-bit export


class SmallEmbedding(torch.nn.Module):
    """An embedding in 8 bits with a scale for each row: one scale for all would follow outliers."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """(..., ) numbers of rows -> (..., width)."""
        rows = torch.nn.functional.embedding(ids, self.rows)
        return rows.to(self.scale.dtype) * torch.nn.functional.embedding(ids, self.scale)


def load_model(paths: list[Path]) -> Tagger:
    """The trained tagger, ready for use; several runs are averaged, weight by weight."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    model = Tagger(len(LABELS))
    model.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
    return model.eval()


def draw_batch(seed: int) -> tuple[torch.Tensor, ...]:
    """Random inputs with padding."""
    draw = torch.Generator().manual_seed(seed)
    ids = torch.randint(1000, 30000, (5, 40), generator=draw)
    shapes = torch.randint(0, SHAPE_COUNT, (5, 40), generator=draw)
    marks = torch.randint(0, MARK_COUNT, (5, 40), generator=draw)
    mask = (torch.arange(40)[None] < torch.tensor([40, 31, 22, 13, 4])[:, None]).long()
    return ids * mask, shapes * mask, marks * mask, mask


def export_model(model: Tagger, path: Path) -> None:
    """Writes the model in 32 bits."""
    axes = {name: {0: "texts", 1: "pieces"} for name in (*INPUTS, "scores")}
    torch.onnx.export(
        model,
        draw_batch(0),
        str(path),
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def compare_outputs(model: Tagger, path: Path) -> tuple[float, float]:
    """Largest difference of scores, and share of real pieces with the same best label."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst, same, count = 0.0, 0, 0
    for seed in range(1, 6):
        batch = draw_batch(seed)
        with torch.no_grad():
            wanted = model(*batch).numpy()
        got = session.run(["scores"], dict(zip(INPUTS, (b.numpy() for b in batch), strict=True)))[0]
        real = batch[3].numpy().astype(bool)
        worst = max(worst, float(np.abs(wanted - got)[real].max()))
        same += int((wanted.argmax(-1) == got.argmax(-1))[real].sum())
        count += int(real.sum())
    return worst, same / count


def main() -> None:
    """Export, compare, quantise, compare again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = load_model(args.weights)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export_model(model, plain)
        worst, same = compare_outputs(model, plain)
        print(f"32 bits: largest difference {worst:.2g}, same label {same:.4f}")
        if worst > CLOSE:
            raise SystemExit("the export does not compute what the model computes")
        model.words = SmallEmbedding(model.words.weight.detach())
        export_model(model, plain)
        model = load_model(args.weights)
        quantize_dynamic(
            plain,
            args.out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    onnx.checker.check_model(str(args.out))
    worst, same = compare_outputs(model, args.out)
    print(f"8 bits: largest difference {worst:.2g}, same label {same:.4f}")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
