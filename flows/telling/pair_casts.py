"""Does another cast keep two stories apart? Told from the rows of the warehouse."""

from __future__ import annotations

import numpy as np

from extractors.stories.casts import Sides, list_casts, measure_sides
from warehouse.questions import ask_named

Told = dict[str, object]
MOST_ARTICLES = 300  # of the stories looked at together; in larger ones nothing is told


def explain_casts(connection: object, a: Told, b: Told) -> str | None:
    """The reason in words, or None when it is another one; `a` and `b`: rows of pair_article, of
    different stories."""
    stories = a["story_id"], b["story_id"]
    sides = _read_sides(connection, stories)
    if sides is None:
        return None
    if measure_sides(sides, 0, 1).is_refused:
        mine, theirs = (", ".join(found) for found in list_casts(sides, 0, 1))
        return (
            "The articles of one story are more alike each other than like the other one, and "
            f"persons differ: A's story alone names {mine}, B's {theirs}"
        )
    heads = {"a": a["canonical_article_id"], "b": b["canonical_article_id"]}
    near = {"story_a": stories[0], "story_b": stories[1]}
    for row in ask_named(connection, "stories_near_both", heads | near):
        sides = _read_sides(connection, (*stories, row["story_id"]))
        if sides is None:
            continue
        between, *thirds = (measure_sides(sides, *pair) for pair in ((0, 1), (2, 0), (2, 1)))
        if all(third.is_refused and third.mean > between.mean for third in thirds):
            return (
                f"Both are more like the story {row['story_id']} than like each other, and it is "
                "another one, since persons differ: what they share is the topic"
            )
    return None


def _read_sides(connection: object, stories: tuple[str, ...]) -> Sides | None:
    """The articles of the stories, their scores and persons; None for too many."""
    members = ask_named(connection, "story_members", {"story_ids": list(stories)})
    if len(members) > MOST_ARTICLES:
        return None
    places = {row["article_id"]: at for at, row in enumerate(members)}
    scores = np.zeros((len(members), len(members)))
    for row in ask_named(connection, "story_scores", {"story_ids": list(stories)}):
        ends = places.get(row["article_id_a"]), places.get(row["article_id_b"])
        if None not in ends:
            scores[ends] = scores[ends[::-1]] = row["score"]
    persons = sorted({person for row in members for person in row["persons"]})
    return Sides(
        scores,
        np.array([row["copy_count"] for row in members], np.int64),
        np.array([[p in row["persons"] for p in persons] for row in members], bool).reshape(
            len(members), len(persons)
        ),
        np.array([stories.index(row["story_id"]) for row in members]),
        tuple(persons),
    )
