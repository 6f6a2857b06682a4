"""What was planted, and marts as they are read, counted and compared in plain Python."""

from collections import defaultdict
from datetime import timedelta
from types import SimpleNamespace

DAY, WEEK = timedelta(days=1), timedelta(days=7)


def planted(connection, sql):
    cursor = connection.execute(sql)
    columns = [column[0] for column in cursor.description]
    return [SimpleNamespace(**dict(zip(columns, row, strict=True))) for row in cursor.fetchall()]


def read(connection, columns, mart):
    return same_order(connection.execute(f"SELECT {columns} FROM {mart}").fetchall())


def same_order(rows):
    rounded = [tuple(round(v, 9) if isinstance(v, float) else v for v in row) for row in rows]
    return sorted(rounded, key=repr)


def gather(items, key):
    gathered = defaultdict(list)
    for item in items:
        gathered[key(item)].append(item)
    return gathered


def texts(found):
    return [article for article in found if article.is_canonical]


def stories(found):
    return {article.story_id for article in found}


def outlets(found):
    return {article.outlet for article in found if article.outlet}


def week_of(article):
    return (
        article.published_date and article.published_date - article.published_date.weekday() * DAY
    )


def month_of(article):
    return article.published_date and article.published_date.replace(day=1)


def comes_before(one, other):
    if one.published_at and other.published_at:
        return one.published_at < other.published_at
    if one.published_date and other.published_date:
        return one.published_date < other.published_date
    return False


def find_first(found):
    """(known_order, article_id, outlet, candidate_count): every pair compared, as the mart says."""
    possible = [a for a in found if not any(comes_before(b, a) for b in found)]
    voices_heard = {a.outlet or a.article_id for a in possible}
    outlet = possible[0].outlet if len(voices_heard) == 1 else None
    if len(found) == 1:
        return "only report", found[0].article_id, outlet, 1
    if len(possible) == 1:
        return "first", possible[0].article_id, outlet, 1
    return "unknown order", None, outlet, len(possible)
