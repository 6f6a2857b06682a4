"""Finds the names in a text: persons, organisations, places, peoples and others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from extractors.namebook.tables import NameTables, load_name_tables, load_words_abroad
from extractors.names.abbreviations import drop_common_abbreviations, label_abbreviations
from extractors.names.blocks import cut_blocks, mask_addresses
from extractors.names.candidates import Candidate, find_candidates
from extractors.names.consistency import settle_candidates
from extractors.names.evidence import SURE
from extractors.names.labels import is_no_name, weigh_usage
from extractors.names.language import is_english
from extractors.names.mending import mend_tagged
from extractors.names.merge import merge_evidence
from extractors.names.tokens import cut_tokens
from extractors.names.units import group_units
from extractors.records import Mention
from extractors.tagger.tagging import Scorer, load_tagger, tag_texts

LONGEST_NAME = 200  # characters; a longer run of capitals is a list or a line in capitals
FOREIGN_SCORE = 0.7  # default evidence holds for English only; the scale is in names.evidence
NO_LANGUAGE = "und"  # ISO 639-2: undetermined
TAGGED_BLOCKS = 3  # of a text; behind them rules and what the tagger learnt before do the work


def find_mentions(text: str, language: str | None = None) -> tuple[Mention, ...]:
    """Names in a text, sorted by start and not overlapping; see find_article_mentions."""
    return find_article_mentions([("body", text)], language)


def find_article_mentions(
    texts: Sequence[tuple[str, str]], language: str | None = None, score: Scorer | None = None
) -> tuple[Mention, ...]:
    """Names in the texts of one article, given as (field, text): title, subtitle, body.

    `text[m.start:m.end] == m.text` holds for each; labels are those of LABELS, scores 0 to 1.
    Mentions come in the order of the texts, inside each sorted by start and not overlapping. The
    texts speak for each other: a name that only the body explains is found in the title too.

    Rules, tables and tagger are for English: see names.finders for what other languages get. In
    scripts without capitals nothing is found. `score` is the tagger, by default the one that ships.
    """
    tables = load_name_tables()
    found = find_ruled(texts, language, tables)
    score = score or load_tagger()
    if score is not None and is_english(find_longest(texts), language):
        found = add_tagged(texts, found, score, tables)
    return make_mentions(texts, drop_common_abbreviations(texts, found))


def find_rule_mentions(
    texts: Sequence[tuple[str, str]], language: str | None = None
) -> tuple[Mention, ...]:
    """As find_article_mentions, by rules and tables alone: some thirty times quicker.

    Stories take these as evidence, so that they do not depend on the tagger's version.
    """
    found = find_ruled(texts, language, load_name_tables())
    return make_mentions(texts, drop_common_abbreviations(texts, found))


def find_table_mentions(texts: Sequence[tuple[str, str]]) -> tuple[Mention, ...]:
    """The names of the tables that are hardly ever anything else: countries, capitals, well-known
    organisations, no cities and no surnames. For texts in languages nothing here can read.

    Demonyms of the tables are English: in German a Roman is a novel, and Saudi-Arabien a country.
    """
    known, abroad = load_name_tables().known, load_words_abroad()
    return tuple(
        m
        for m in find_rule_mentions(texts, NO_LANGUAGE)
        if m.score >= SURE and m.text in known and known[m.text].sure
        if m.label != "NORP" and m.text not in abroad
    )


def find_ruled(
    texts: Sequence[tuple[str, str]], language: str | None, tables: NameTables
) -> list[tuple[int, Candidate]]:
    """Names by rules and tables with the number of their text; other languages need more proof."""
    ruled = settle_candidates(
        [(n, c) for n, (_, text) in enumerate(texts) for c in list_candidates(text, tables)], tables
    )
    if is_english(find_longest(texts), language):
        return ruled
    return [(n, c) for n, c in ruled if c.score >= FOREIGN_SCORE]


def find_longest(texts: Sequence[tuple[str, str]]) -> str:
    """The longest of the texts, which tells the language best."""
    return max((text for _, text in texts), key=len, default="")


def make_mentions(
    texts: Sequence[tuple[str, str]], found: list[tuple[int, Candidate]]
) -> tuple[Mention, ...]:
    """Labelled candidates of bearable length as mentions."""
    return tuple(
        Mention(c.start, c.end, c.label, text[c.start : c.end], round(c.score, 2), field=field)
        for number, c in found
        for field, text in [texts[number]]
        if c.label is not None and c.end - c.start <= LONGEST_NAME
    )


def add_tagged(
    texts: Sequence[tuple[str, str]],
    ruled: list[tuple[int, Candidate]],
    score: Scorer,
    tables: NameTables,
) -> list[tuple[int, Candidate]]:
    """The names of the tagger, with those of the rules as second evidence."""
    placed = []
    for number, (_, text) in enumerate(texts):
        for offset, block in islice(cut_blocks(mask_addresses(text)), TAGGED_BLOCKS):
            for candidate in mend_tagged(tag_texts([block], score)[0], block, tables):
                start, end = candidate.start + offset, candidate.end + offset
                placed.append((number, replace(candidate, start=start, end=end)))
    weighed = weigh_usage(texts, label_abbreviations(texts, placed), tables)
    return [
        (number, c)
        for number, c in merge_evidence(weighed, ruled, tables)
        if not is_no_name(texts[number][1], c.start, c.end, c.label)
    ]


@lru_cache(maxsize=3)  # the title, subtitle and body of an article are asked for by two steps
def list_candidates(text: str, tables: NameTables) -> tuple[Candidate, ...]:
    """Candidates of a text, found block by block so that memory does not grow with the text."""
    return tuple(
        Candidate(start, end, text[start:end], found.label, found.score, found.soft)
        for offset, block in cut_blocks(mask_addresses(text))
        for found in find_candidates(group_units(cut_tokens(block), tables), tables)
        for start, end in [(found.start + offset, found.end + offset)]
    )
