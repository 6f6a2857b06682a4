"""The file of the cleaner's line model, as extractors.cleaning.scoring.line_model reads it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np

from extractors.cleaning.scoring.line_model import LOOKS, WORD_STEPS, LineModel, name_net_array

# How the fields of a LineNet are stored.
NET_KINDS = {
    "column": np.uint16, "border": np.float32, "entry": np.int8, "entry_bias": np.int32,
    "taps": np.int8, "tap_bias": np.int32, "leave": np.int8, "leave_bias": np.float64,
}  # fmt: skip


def write_model(model: LineModel, out: Path) -> None:
    """Write the file that extractors.cleaning.scoring.line_model reads."""
    arrays = {
        "generic": np.array(sorted(model.generic), np.uint64),
    }
    for name, words in (("odds", model.appeals.odds), ("names", model.appeals.names)):
        for part, steps in WORD_STEPS.items():
            arrays[f"{name}_{part}"] = np.rint(getattr(words, part) * steps).astype(np.int8)
        arrays |= {f"{name}_family": words.family.astype(np.float32), f"{name}_bias": words.bias}
    trained = {"first": model.first, "second": model.second, "headline": model.headline}
    for look, trees in trained.items():
        leaf = trees.leaf * trees.step
        step = np.abs(leaf).max() / np.iinfo(np.int8).max
        arrays |= {
            f"{look}_feature": trees.feature.astype(np.uint16),
            f"{look}_border": trees.border,
            f"{look}_leaf": np.rint(leaf / step).astype(np.int8),
            f"{look}_leaf_step": np.float64(step),
            f"{look}_bias": np.float64(trees.bias),
        }
    arrays |= {f"{look}_names": json.dumps(trained[look].names) for look in LOOKS}
    arrays["nets"] = np.uint8(len(model.nets))
    for number, net in enumerate(model.nets):
        for name, kind in NET_KINDS.items():
            arrays[name_net_array(number, name)] = np.asarray(getattr(net, name)).astype(kind)
    pack(arrays, out)


def pack(arrays: dict[str, np.ndarray], out: Path) -> None:
    """Write arrays as np.savez_compressed does, as small as zip files are."""
    with zipfile.ZipFile(out, "w") as file:
        for name, values in arrays.items():
            member = io.BytesIO()
            np.save(member, values, allow_pickle=False)
            file.writestr(
                zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED, 9
            )
