"""Do the stories of some articles change when unrelated articles are loaded beside them?

    python -m benchmarks.story_company --kit EVALUATION_FOLDER

EVALUATION_FOLDER as for sameness.py. Groups of about 6, 12 and 30 articles, whole stories of one
source, are loaded alone and beside articles of the near-duplicate set, which tell of other events.
Told is the mean B-cubed F1 of the group's own articles. Then the reverse fault: of sets in which
every article tells an event of its own, the share that is put into company.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from benchmarks.sameness import load_scorer, read_rows
from benchmarks.sameness_database import add_articles, open_database, read_stories

SIZES, COMPANY = (6, 12, 30), (0, 20, 100, 500)
DRAWS = 6  # groups of each source and size
SEED = 0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kit", type=Path, required=True)
    kit = options.parse_args().kit
    score = load_scorer(kit).score
    told = list({row["id"]: row for row in read_rows(kit / "sameevent_dev.jsonl.gz")}.values())
    rows = read_rows(kit / "neardup_dev.jsonl.gz")
    others = [
        row | {"id": f"other/{row['id']}"} for row in rows if row["kind"] in ("base", "single")
    ]
    chosen = random.Random(SEED)
    print("B-cubed F1 of a group alone and beside 20, 100, 500 others")
    for source in sorted({row["source"] for row in told}):
        of_source = [row for row in told if row["source"] == source]
        for size in SIZES:
            groups = [draw_group(of_source, size, chosen) for _ in range(DRAWS)]
            figures = [measure(groups, others, count, chosen, score) for count in COMPANY]
            print(f"  {source:8} {size:4}", *(f"{figure:.3f}" for figure in figures), flush=True)
    print("articles of events of their own that are put into company")
    for source in sorted({row["source"] for row in told}):
        shares = [lose_singles(told, source, size, chosen) for size in SIZES]
        print(f"  {source:8}", *(f"{share:.1%}" for share in shares), flush=True)


def draw_group(rows: list[dict], size: int, chosen: random.Random) -> list[dict]:
    """Whole stories, none larger than half of the group, until it has `size` articles."""
    stories: dict[str, list[dict]] = {}
    for row in rows:
        stories.setdefault(row["cluster"], []).append(row)
    group: list[dict] = []
    for name in chosen.sample(sorted(stories), len(stories)):
        if len(group) >= size:
            break
        if len(stories[name]) <= max(3, size // 2):
            group += stories[name]
    return group


def measure(groups, others, count: int, chosen: random.Random, score) -> float:
    """Mean B-cubed F1 of the groups, each beside `count` others."""
    results = []
    for group in groups:
        found = find_stories(group + chosen.sample(others, count))
        gold = {row["id"]: row["cluster"] for row in group}
        results.append(score(gold, {key: found[key] for key in gold})["B3F1"])
    return sum(results) / len(results)


def lose_singles(told: list[dict], source: str, size: int, chosen: random.Random) -> float:
    """Share of the articles that share a story, of `size` articles that all tell other events."""
    lost = count = 0
    for _ in range(DRAWS):
        rows = [row for row in told if row["source"] == source]
        one_of_each = {row["cluster"]: row for row in chosen.sample(rows, len(rows))}
        names = chosen.sample(sorted(one_of_each), size)
        found = find_stories([one_of_each[name] for name in names])
        sizes = Counter(found.values())
        lost += sum(sizes[story] > 1 for story in found.values())
        count += size
    return lost / count


def find_stories(rows: list[dict]) -> dict[str, str]:
    connection = open_database()
    add_articles(connection, rows)
    return read_stories(connection)


if __name__ == "__main__":
    main()
