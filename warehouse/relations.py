"""How the tables hang together: what the picture in schema.md shows."""

from __future__ import annotations

from dataclasses import dataclass

MARKS = {"one": "||--||", "at most one": "||--o|", "any number": "||--o{"}


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of `target` name a row of `source` by `column`; equal names in both unless told."""

    source: str
    how_many: str  # a key of MARKS: rows of target for one row of source
    target: str
    verb: str
    column: str
    source_column: str | None = None


RELATIONS = (
    Relation("run", "any number", "document", "loads", "run_id"),
    Relation("source_file", "any number", "document", "is read as", "source_file_id"),
    Relation("source_file", "any number", "rejection", "is refused by", "source_file_id"),
    Relation("rejection_reason", "any number", "rejection", "explains", "reason"),
    Relation("document", "any number", "line", "is made of", "document_id"),
    Relation("category", "any number", "line", "explains", "category"),
    Relation("document", "at most one", "article", "becomes", "document_id"),
    Relation("article", "any number", "metadatum", "is described by", "article_id"),
    Relation("article", "one", "fingerprint", "is compared by", "article_id"),
    Relation("article", "one", "duplicate_group", "is a copy in", "article_id"),
    Relation("article", "one", "story_article", "tells of", "article_id"),
    Relation("story", "any number", "story_article", "is told by", "story_id"),
    Relation("article", "any number", "near_duplicate", "resembles", "article_id_a", "article_id"),
    Relation("article", "any number", "mention", "names", "article_id"),
    Relation("article", "any number", "metonym", "uses", "article_id"),
    Relation("article", "at most one", "unread_article", "is not read as", "article_id"),
    Relation("entity", "any number", "mention", "is meant by", "entity_id"),
    Relation("article", "any number", "quotation", "quotes", "article_id"),
    Relation("entity", "any number", "quotation", "says", "entity_id"),
    Relation("article", "any number", "story_name", "decides", "article_id"),
    Relation("entity", "any number", "entity_alias", "is written as", "entity_id"),
    Relation("entity", "any number", "entity_relation", "is related by", "entity_id"),
    Relation("run", "any number", "tombstone", "takes out", "run_id"),
    Relation(
        "entity", "any number", "entity_doubt", "may be meant by", "candidate_id", "entity_id"
    ),
)


KEYS = {  # the table that a column of this name leads to; those before decide
    "article_id": "article",
    "document_id": "document",
    "story_id": "story",
    "entity_id": "entity",
    "source_file_id": "source_file",
    "run_id": "run",
}


def find_relations(columns: dict[str, list[str]]) -> list[Relation]:
    """RELATIONS, and for each table that they leave out the one its key tells.

    `columns`: names of the columns by table. A table without a key of KEYS stays out.
    """
    drawn = {name for relation in RELATIONS for name in (relation.source, relation.target)}
    found = list(RELATIONS)
    for table in sorted(set(columns) - drawn):
        key = next((key for key in KEYS if key in columns[table]), None)
        if key:
            found.append(Relation(KEYS[key], "any number", table, "stands in", key))
    return found


def draw_relations(columns: dict[str, list[str]]) -> str:
    """The relations as a Mermaid entity-relationship diagram; `columns` as in find_relations."""
    lines = [
        f'    {r.source} {MARKS[r.how_many]} {r.target} : "{r.verb}"'
        for r in find_relations(columns)
    ]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```"])
