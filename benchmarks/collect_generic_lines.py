"""Collect the lines that pages of many outlets have around their articles, as hashes."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.labelled_texts import LabelledText, fold_of
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.scoring.generic_lines import MOST_WORDS, hash_line

MIN_DOMAINS = 3  # a line of three outlets is no peculiarity of one publisher's system


def collect_generic_lines(texts: list[LabelledText], leave_out: int | None) -> list[int]:
    """Hashes of lines that are furniture in several domains and body in none, sorted.

    Texts of the fold `leave_out` are not looked at.
    """
    domains: dict[int, set[str]] = defaultdict(set)
    body: set[int] = set()
    for text in texts:
        if fold_of(text.domain) == leave_out:
            continue
        sheet = read_sheet(text.text)
        for line_no, folded in zip(sheet.line_nos, sheet.folded, strict=True):
            tokens = folded.split()
            label, key = text.labels[line_no], hash_line(tokens)
            if label == "1":
                body.add(key)
            elif label == "0" and 0 < len(tokens) <= MOST_WORDS and not "".join(tokens).isdigit():
                domains[key].add(text.domain)
    return sorted(k for k, found in domains.items() if len(found) >= MIN_DOMAINS and k not in body)
