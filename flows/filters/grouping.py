"""Groups, stories and entities of texts that are in no warehouse: the pipeline's own steps on a
database in memory. Each function gives one result per item, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from extractors.dates.numbers import UNKNOWN
from extractors.dates.stated import parse_stated_date
from extractors.facts.choosing import choose_facts
from extractors.records import Mention, Metadatum
from extractors.tokens import count_words
from flows.documents.naming import article_texts, given_rows, name_rows
from flows.documents.rows import Row, fingerprint_article
from flows.documents.staging import arrow_table
from flows.filters.json_lines import BadLine, Item, refuse_item
from flows.ids import digest_id
from warehouse.identity.entities import update_entities
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.staged_rows import insert_rows
from warehouse.storage.memory import entity_names, groups_and_stories, open_in_memory

BATCH_ARTICLES = 1000  # rows of so many articles wait in Python before they go into the database


def group_articles(items: Sequence[Item | BadLine]) -> Iterator[Item | BadLine]:
    """{"id", "duplicate_group", "canonical", "story"} for each article, bad lines as they are."""
    ids, failed = _article_ids(items), {}
    with open_in_memory() as connection:
        _insert_in_batches(connection, _make_rows(items, ids, _article_rows, failed))
        known = sorted(name for at, name in ids.items() if at not in failed)
        update_near_duplicates(connection, known, [])
        update_stories(connection, known, [])
        found = groups_and_stories(connection)
    given = {name: items[at]["id"] for at, name in ids.items()}
    for at, item in enumerate(items):
        if at in failed or isinstance(item, BadLine):
            yield failed.get(at, item)
            continue
        group, canonical, story = found[ids[at]]
        yield {
            "id": item["id"],
            "duplicate_group": group,
            "canonical": given[canonical],
            "story": story,
        }


def link_mentions(items: Sequence[Item | BadLine], finder: str) -> Iterator[Item | BadLine]:
    """{"id", "entities"} for each text; mentions that are given are taken as they are.

    `finder`: what finds names where none are given, see flows.documents.finders.
    """
    ids, failed = _article_ids(items), {}

    def make(item: Item, article_id: str) -> dict[str, list[Row]]:
        return {"mention": _mentions(item, article_id, finder)}

    with open_in_memory() as connection:
        _insert_in_batches(connection, _make_rows(items, ids, make, failed))
        update_entities(connection, sorted(ids.values()), [])
        found = entity_names(connection)
    for at, item in enumerate(items):
        if at in failed or isinstance(item, BadLine):
            yield failed.get(at, item)
        else:
            yield {"id": item["id"], "entities": found.get(ids[at], [])}


def _make_rows(
    items: Sequence[Item | BadLine],
    ids: Mapping[int, str],
    make: Callable[[Item, str], dict[str, list[Row]]],
    failed: dict[int, BadLine],
) -> Iterator[dict[str, list[Row]]]:
    """Rows of each good item; one of which none can be made is noted in `failed`, by its place."""
    for at, article_id in ids.items():
        try:
            yield make(items[at], article_id)
        except MemoryError:
            raise
        except Exception as error:  # any fault of a step on hostile input; told with its detail
            failed[at] = refuse_item(items[at], error)


def _article_ids(items: Sequence[Item | BadLine]) -> dict[int, str]:
    """An article_id for every good item by its place; the second text of an id gets its own."""
    seen: Counter[str] = Counter()
    ids = {}
    for at, item in enumerate(items):
        if isinstance(item, dict):
            name = f"{type(item['id']).__name__}:{item['id']}"
            ids[at] = digest_id(name, str(seen[name]))
            seen[name] += 1
    return ids


def _insert_in_batches(connection: object, articles: Iterator[dict[str, list[Row]]]) -> None:
    waiting: dict[str, list[Row]] = {}
    for count, article in enumerate(articles, 1):
        for table, rows in article.items():
            waiting.setdefault(table, []).extend(rows)
        if count % BATCH_ARTICLES == 0:
            _insert(connection, waiting)
            waiting = {}
    _insert(connection, waiting)


def _insert(connection: object, tables: dict[str, list[Row]]) -> None:
    for table, rows in tables.items():
        if rows:
            insert_rows(connection, table, arrow_table(table, rows))


def _article_rows(item: Item, article_id: str) -> dict[str, list[Row]]:
    title, text = item.get("title"), item["text"]
    stated = item.get("published_at")
    today = datetime.now(UTC).date()  # only refuses dates in the future
    published = parse_stated_date(stated, today) if stated else UNKNOWN
    language = item.get("language")
    told = [Metadatum("language", language, "field")] if language else []
    article: Row = {
        "article_id": article_id,
        "title": title,
        "text": text,
        "outlet": item.get("outlet"),
        "published_at": published.at,
        "published_date": published.day,
        "language": choose_facts(told, today, title, text).language,
        "char_count": len(text),
        "word_count": count_words(text),
    }
    fingerprint = fingerprint_article(article_id, title, text, None)
    return {"article": [article], "fingerprint": [fingerprint]}


def _mentions(item: Item, article_id: str, finder: str) -> list[Row]:
    given = item.get("mentions")
    if given is None:
        texts = article_texts(None, None, item["text"])
        return name_rows(article_id, texts, item.get("language"), finder)["mention"]
    text = item["text"]
    mentions = [
        Mention(m["start"], m["end"], m["label"], text[m["start"] : m["end"]]) for m in given
    ]
    return given_rows(article_id, [("body", text)], mentions)
