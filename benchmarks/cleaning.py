"""Measure the cleaner against doing nothing and against filters of the literature, on one table.

    python -m benchmarks.cleaning --kit PATH/eval/cleaning [--folds FOLDER] [--only texts]

With `--folds` (written by train_cleaner) each text is cleaned by the model that has not seen its
domain: those are the figures to trust. Without it the shipped model cleans texts it was trained on.
"+ memory" cleans the texts of a set as one corpus does that holds a folder for each domain.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import justext

from benchmarks.cleaner_data import RENDERINGS, load_texts
from benchmarks.headline_marks import pick_titles, squeeze
from benchmarks.labelled_texts import FOLDS, LabelledText, fold_of
from benchmarks.remembered_lines import Clean, clean_together
from benchmarks.web_pages import measure_kit
from extractors.cleaning.decide import clean_with
from extractors.cleaning.scoring.line_model import LineModel, load_model, read_model
from extractors.records import CleanText, Page

Cleaner = Callable[[LabelledText], str]
Filter = Callable[[Sequence[LabelledText]], list[str]]
_C4_BAD = re.compile(r"javascript|lorem ipsum|terms of use|privacy policy|cookie policy|\{", re.I)


def keep_all(text: LabelledText) -> str:
    """No-op."""
    return text.text


def filter_like_c4(text: LabelledText) -> str:
    """Rules of C4 (Raffel et al. 2020, section 2.2) on the lines of one text."""
    lines = [line.strip() for line in text.text.split("\n")]
    good = [x for x in lines if x.endswith((".", "!", "?", '"', "”")) and len(x.split()) >= 5]
    return "\n".join(x for x in good if not _C4_BAD.search(x))


def filter_like_justext(text: LabelledText) -> str:
    """jusText with its English stop list on lines set as paragraphs."""
    html = "".join(f"<p>{line}</p>" for line in text.text.split("\n") if line.strip())
    try:
        found = justext.justext(html.encode(), justext.get_stoplist("English"), encoding="utf-8")
    except Exception as error:  # lxml raises many kinds on odd markup in a text
        print(f"jusText: {text.id}: {error}", file=sys.stderr)
        return text.text
    return "\n".join(p.text for p in found if not p.is_boilerplate)


def clean_by_fold(models: list[LineModel]) -> Clean:
    """newsmill, each text by the model that has not seen its domain."""
    return lambda text, page: clean_with([page], models[fold_of(text.domain)])[0]


def one_by_one(cleaner: Cleaner) -> Filter:
    """A filter that knows of no other text."""
    return lambda texts: [cleaner(text) for text in texts]


def show_row(name: str, peer: str, texts: list[LabelledText], clean: Filter, scorer) -> None:
    """Clean all texts and print one row of the table."""
    begin = time.process_time()
    cleaned = clean(texts)
    seconds = time.process_time() - begin
    predictions = {t.id: body for t, body in zip(texts, cleaned, strict=True)}
    rows = [{"id": t.id, "raw_text": t.text, "labels": t.labels, "gold_text": t.gold,
             "titles": list(t.titles)} for t in texts]  # fmt: skip
    o = scorer.score_text(rows, predictions)
    size = sum(len(t.text.encode()) for t in texts) / 1e6
    print(
        f"{name:16s} {peer:10s} kept {o['tok_keep'][2]:.4f}  dropped {o['tok_drop'][2]:.4f}  "
        f"shingle {o['shingle'][2]:.4f}  all right {o['perfect_docs']:.3f}  "
        f"gold lost {o['gold_tok_lost']:.4f}  left {o['boiler_tok_left']:.4f}  "
        f"{size / max(seconds, 1e-9):6.1f} MB/s",
        flush=True,
    )


def show_appeals(name: str, texts: list[LabelledText], cleaner: Cleaner) -> None:
    """Shares of appeals removed and of hard negatives kept."""
    counts = {"appeal": [0, 0], "hard": [0, 0]}
    for text in texts:
        kept = set(cleaner(text).split("\n"))
        for line, mark in zip(text.text.split("\n"), text.marks, strict=True):
            if mark:
                counts[mark][0] += 1
                counts[mark][1] += (" ".join(line.split()) in kept) == (mark == "hard")
    for mark, (total, right) in counts.items():
        print(f"{name:16s} {mark:10s} {right / total:.4f} of {total}")


def show_headlines(
    name: str, texts: list[LabelledText], cleaner: Callable[[LabelledText], CleanText]
) -> None:
    """How often the headline is one of the titles that the page states for the article."""
    there = right = wrong = 0
    for text in texts:
        titles, found = {squeeze(title) for title in pick_titles(text)}, cleaner(text).title
        there += any(squeeze(line) in titles for line in text.text.split("\n"))
        right += found is not None and squeeze(found) in titles
        wrong += found is not None and squeeze(found) not in titles
    print(f"{name:16s} headline   right {right}, wrong {wrong}; {there} of {len(texts)} hold one")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--folds", type=Path, help="models of train_cleaner --folds")
    parser.add_argument("--only", choices=("texts",), help="leave the web pages out")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    import evaluate as scorer  # noqa: PLC0415 the kit's own scorer, found beside its data

    models = [load_model()] * FOLDS
    if options.folds:
        models = [read_model(options.folds / f"fold{k}.npz") for k in range(FOLDS)]
    sets = load_texts(options.kit)
    clean = clean_by_fold(models)

    def clean_one(text: LabelledText) -> CleanText:
        return clean(text, Page(text.text, "text"))

    filters = {
        "no-op": one_by_one(keep_all),
        "C4": one_by_one(filter_like_c4),
        "jusText": one_by_one(filter_like_justext),
        "newsmill": one_by_one(lambda text: clean_one(text).text),
        "+ memory": lambda texts: [cleaned.text for cleaned in clean_together(texts, clean)],
    }
    for name in (*RENDERINGS, "clean", "pages"):
        for peer, one_filter in filters.items():
            show_row(name, peer, sets[name], one_filter, scorer)
    for name in ("appeals", "written"):
        show_appeals(name, sets[name], lambda text: clean_one(text).text)
    for name in (*RENDERINGS, "clean", "pages"):
        show_headlines(name, sets[name], clean_one)
    if options.only != "texts":
        measure_kit(options.kit, models, scorer)


if __name__ == "__main__":
    main()
