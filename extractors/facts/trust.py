"""Which of several values of a fact is trusted most: what goes before what."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.records import Metadatum

# The most trusted first: what the user says, what the format or the page states in its own
# structure, what a line says, what a page shows, what names of files tell, what is only likely.
METHODS = (
    "sidecar",
    "front_matter",
    "field",  # of a record, a mail header, a feed item, a WARC header
    "json_ld",
    "meta_tag",
    "microdata",
    "byline",  # an element of a page marked as one
    "address",  # of a page: /2023/01/12/
    "line",
    "heading",
    "file_name",
    "folder",
    "inferred",  # from other documents of the corpus: see warehouse/outlets/inference.py
    "detected",
    "relative",  # to the day of publication
)
# Fields of which all values of the most trusted source count; of the others the first does.
SEVERAL = frozenset({"author", "author_organisation", "agency"})
# Columns of article.
COLUMNS = frozenset(
    "title subtitle outlet author author_organisation agency published_at updated_at section "
    "language url canonical_url".split()
)
NEAR_LINES = 2  # a byline may go on over a blank line; further down stand those of other articles
NEAR_TITLE = frozenset({"author", "published_at", "updated_at"})
STATED_BY_HAND = frozenset({"sidecar", "front_matter", "field"})


def order_by_trust(found: Iterable[Metadatum], title: str | None) -> list[Metadatum]:
    """The most trusted first; of lines those near the headline, below it rather than above.

    The line of the headline itself goes before what the page's structure says of it.

    Far from it stand the dates and bylines of other articles; above it the date of today's paper.
    """
    rows = list(found)
    titles = (row.line_no for row in rows if row.field == "title" and row.line_no is not None)
    title_no = next(titles, None)

    def far(row: Metadatum) -> int:
        if row.line_no is None or title_no is None or row.field not in NEAR_TITLE:
            return 0
        return row.line_no - title_no if row.line_no >= title_no else 3 * (title_no - row.line_no)

    def rank(row: Metadatum) -> int:
        is_headline = row.field == "title" and row.method == "line" and row.value == title
        return METHODS.index("field") if is_headline else _rank(row)

    return sorted(rows, key=lambda row: (rank(row), far(row)))


def choose_rows(rows: list[Metadatum], title: str | None) -> dict[str, list[Metadatum]]:
    """The rows that stand in the article, by field. `rows` come with the most trusted first."""
    chosen: dict[str, list[Metadatum]] = {}
    for row in rows:
        if row.normal_value is None or row.field not in COLUMNS:
            continue
        if row.field == "title" and not _may_be_title(row, title):
            continue
        best = chosen.setdefault(row.field, [])
        if not best or (row.field in SEVERAL and _belong_together(best[-1], row)):
            best.append(row)
    # Where persons are named, an organisation must be named in a place at least as good.
    persons, others = chosen.get("author"), chosen.get("author_organisation")
    if persons and others and _rank(others[0]) > _rank(persons[0]):
        del chosen["author_organisation"]
    return chosen


def _rank(row: Metadatum) -> int:
    return METHODS.index(row.method)


def _belong_together(one: Metadatum, other: Metadatum) -> bool:
    """True for values of one source: one method, one kind of field, lines beside each other; for
    agencies wherever a text names them, unless the user or the format says which.
    """
    if one.field == "agency":
        return STATED_BY_HAND.isdisjoint((one.method, other.method)) or one.method == other.method
    if (one.method, one.source_field) != (other.method, other.source_field):
        return False
    return one.line_no is None or abs(other.line_no - one.line_no) <= NEAR_LINES


def _may_be_title(row: Metadatum, title: str | None) -> bool:
    return title is None or row.method in STATED_BY_HAND or title in (row.normal_value, row.value)
