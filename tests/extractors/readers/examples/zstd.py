import zstandard

from tests.extractors.readers.examples import Example, json_lines, text

good = Example("story.txt.zst", lambda n: zstandard.compress(text.good.make(n)), ("page",), ("",))
odd = Example(
    "export.zstd", lambda n: zstandard.compress(json_lines.good.make(n)), ("page", "page")
)
bad = Example("cut.zst", lambda n: zstandard.compress(text.good.make(n))[:-9], ("damaged",))
