import gzip

from tests.extractors.readers.examples import Example, json_lines, text

good = Example("story.txt.gz", lambda n: gzip.compress(text.good.make(n)), ("page",), ("",))
odd = Example(  # two members one after the other, as crawlers write them
    "export.jsonl.gz",
    lambda n: (
        gzip.compress(json_lines.good.make(2 * n) + b"\n")
        + gzip.compress(json_lines.good.make(2 * n + 1))
    ),
    ("page",) * 4,
)
bad = Example("cut.txt.gz", lambda n: gzip.compress(text.good.make(n))[:-30], ("damaged",))
