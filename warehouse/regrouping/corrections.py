"""What a person decides about groups and stories: `newsmill story` and `newsmill group`.

Every decision becomes pairs of articles that go together or stay apart (sameness_correction), and
takes back what earlier ones said to the contrary. Groups and stories then follow at once, and every
later run heeds the pairs (extractors.corrections). `subject` is story or duplicate_group.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import product

import duckdb
import pyarrow as pa

from warehouse.checks import run_checks
from warehouse.errors import CannotCorrect
from warehouse.identity.entities import update_entities
from warehouse.lending import registered
from warehouse.marts import build_marts
from warehouse.regrouping.names import Found, find_one
from warehouse.sameness.duplicate_update import update_near_duplicates
from warehouse.sameness.story_update import update_stories
from warehouse.statements import read_sql

PAIR = pa.schema(
    [(name, pa.int64() if name == "correction_no" else pa.string()) for name in (
        "correction_no", "subject", "action", "relation", "article_id", "target_article_id"
    )] + [("decided_at", pa.timestamp("us"))]
)  # fmt: skip
Members = dict[str, str]  # article_id -> the article it goes with


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one decision is written: the open transaction, what it is about, and when (UTC)."""

    connection: duckdb.DuckDBPyConnection
    subject: str
    now: datetime

    def members(self, subject_id: str) -> Members:
        """The articles of a story or group."""
        values = {"subject": self.subject, "subject_id": subject_id}
        return dict(_ask(self.connection, "read_members", values))

    def forget(self, relation: str, left: Members, right: Members) -> None:
        """Take back earlier pairs with one article on each side."""
        sides = {
            "correction_left": pa.table({"article_id": pa.array(left, pa.string())}),
            "correction_right": pa.table({"article_id": pa.array(right, pa.string())}),
        }
        with registered(self.connection, sides):
            values = {"subject": self.subject, "relation": relation}
            self.connection.execute(read_sql("regrouping", "forget_pairs.sql"), values)

    def write(self, action: str, pairs: list[tuple[str, str, str]]) -> None:
        """One decision: its pairs as (relation, article_id, target_article_id)."""
        ((number,),) = _ask(self.connection, "next_number", {})
        rows = [
            (number, self.subject, action, relation, first, second, self.now)
            for relation, first, second in pairs
        ]
        table = pa.Table.from_pylist(
            [dict(zip(PAIR.names, row, strict=True)) for row in rows], PAIR
        )
        with registered(self.connection, {"new_correction": table}):
            self.connection.execute(read_sql("regrouping", "add_pairs.sql"))


def merge(desk: Desk, first: Found, second: Found) -> list[str]:
    """The two stories or groups are one; returns the articles concerned. Raises CannotCorrect."""
    if first.subject_id == second.subject_id:
        raise CannotCorrect(f"They are one already: {first.subject_id}.")
    desk.forget("apart", desk.members(first.subject_id), desk.members(second.subject_id))
    desk.write("merge", [("together", first.article_id, second.article_id)])
    return [first.article_id, second.article_id]


def split(desk: Desk, articles: list[Found]) -> list[str]:
    """The articles leave their story or group, together; returns the articles concerned."""
    pairs = _take_out(desk, articles)
    first, *others = dict.fromkeys(found.article_id for found in articles)
    desk.write("split", pairs + [("together", other, first) for other in others])
    return _ends(pairs)


def move(desk: Desk, article: Found, target: Found) -> list[str]:
    """The article leaves its story or group for another one; returns the articles concerned."""
    if article.subject_id == target.subject_id:
        raise CannotCorrect(f"{article.article_id} is in {target.subject_id} already.")
    here = desk.members(article.subject_id)
    unit = {member: goes for member, goes in here.items() if goes == here[article.article_id]}
    pairs = _take_out(desk, [article]) if len(unit) < len(here) else []
    desk.forget("apart", unit, desk.members(target.subject_id))
    pairs.append(("together", article.article_id, target.article_id))
    desk.write("move", pairs)
    return _ends(pairs)


def undo(desk: Desk, number: int) -> list[str]:
    """Take one decision back; returns the articles concerned. Raises CannotCorrect."""
    rows = _ask(desk.connection, "undo", {"subject": desk.subject, "correction_no": number})
    if not rows:
        raise CannotCorrect(f"There is no correction {number}.")
    return sorted({article for row in rows for article in row})


def put_into_force(connection: duckdb.DuckDBPyConnection, article_ids: list[str]) -> None:
    """Groups, stories, marts and checks after a correction, in its transaction."""
    update_near_duplicates(connection, article_ids, [])
    update_stories(connection, article_ids, [])
    update_entities(connection, article_ids, [])  # some names are decided by their story
    build_marts(connection)
    run_checks(connection, "")


def _take_out(desk: Desk, articles: list[Found]) -> list[tuple[str, str, str]]:
    """Pairs that keep the articles apart from all that stay."""
    pairs = []
    for subject_id in sorted({found.subject_id for found in articles}):
        here = desk.members(subject_id)
        leaving = {here[f.article_id] for f in articles if f.subject_id == subject_id}
        left = {article: unit for article, unit in here.items() if unit in leaving}
        right = {article: unit for article, unit in here.items() if unit not in leaving}
        if not right:
            raise CannotCorrect(f"Nothing else is in {subject_id}: there is nothing to leave.")
        desk.forget("together", left, right)
        units = product(sorted(leaving), sorted(set(right.values())))
        pairs += [("apart", gone, stays) for gone, stays in units]
    return pairs


def _ends(pairs: list[tuple[str, str, str]]) -> list[str]:
    return sorted({end for _, *ends in pairs for end in ends})


def _ask(connection: duckdb.DuckDBPyConnection, name: str, values: dict) -> list[tuple]:
    return connection.execute(read_sql("regrouping", f"{name}.sql"), values).fetchall()


__all__ = ["Desk", "find_one", "merge", "move", "put_into_force", "split", "undo"]
