import lzma

from tests.extractors.readers.examples import Example, gzip, text

good = Example("story.txt.xz", lambda n: lzma.compress(text.good.make(n)), ("page",), ("",))
odd = Example("twice.gz.xz", lambda n: lzma.compress(gzip.good.make(n)), ("page",))
bad = Example("cut.xz", lambda n: lzma.compress(text.good.make(n))[:-60], ("damaged",))
